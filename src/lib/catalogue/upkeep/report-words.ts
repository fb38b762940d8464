import { m } from '../../paraglide/messages.js';
import { reportKinds, type ReportKind } from './report-kinds.ts';

const words: Record<ReportKind, () => string> = {
	contact: () => m.upkeep_report_contact(),
	hours: () => m.upkeep_report_hours(),
	moved: () => m.upkeep_report_moved(),
	closed: () => m.upkeep_report_closed(),
	text: () => m.upkeep_report_text(),
	other: () => m.upkeep_report_other(),
};

/** What is wrong, in words. */
export const reportKindWords = (kind: ReportKind): string => words[kind]();

/** The same as answers. */
export const reportAnswers = () => reportKinds.map((value) => ({ value, label: words[value]() }));
