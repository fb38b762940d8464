/** What can be wrong with a page, as anyone may say. */
export const reportKinds = ['contact', 'hours', 'moved', 'closed', 'text', 'other'] as const;
export type ReportKind = (typeof reportKinds)[number];
