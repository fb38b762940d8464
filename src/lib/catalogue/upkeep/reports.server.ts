import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { audit } from '../../audit/audit.server.ts';
import type { Tx } from '../../database/as-actor.server.ts';
import { DomainError, notFound } from '../../errors.ts';
import type { OrganisationActor, StaffActor } from '../../identity/actor.ts';
import { notifyOrganisation } from '../../notifications/notify.server.ts';
import { published } from '../published.server.ts';
import { offer, organisation } from '../tables.server.ts';
import type { ReportKind } from './report-kinds.ts';
import { pageReport } from './tables.server.ts';

/** An error somebody saw on a page. */
export interface PageReport {
	id: string;
	at: Date;
	kind: ReportKind;
	words: string | null;
	state: 'open' | 'forwarded' | 'closed';
	note: string | null;
	/** the offer's name, else the organisation's */
	subject: string;
	offerId: string | null;
	/** the page it is about */
	page: string;
	organisationId: string;
	organisationName: string;
}

const columns = {
	id: pageReport.id,
	at: pageReport.at,
	kind: pageReport.kind,
	words: pageReport.words,
	state: pageReport.state,
	note: pageReport.note,
	offerId: pageReport.offerId,
	offerName: offer.name,
	offerSlug: offer.slug,
	organisationId: organisation.id,
	organisationName: organisation.name,
	organisationSlug: organisation.slug,
};
const reports = (tx: Tx) =>
	tx
		.select(columns)
		.from(pageReport)
		.innerJoin(organisation, eq(organisation.id, pageReport.organisationId))
		.leftJoin(offer, eq(offer.id, pageReport.offerId));
type Row = Awaited<ReturnType<typeof reports>>[number];

function shown({ offerName, offerSlug, organisationSlug, ...row }: Row): PageReport {
	const page = offerSlug ? `/offers/${offerSlug}` : `/organisations/${organisationSlug}`;
	return { ...row, subject: offerName ?? row.organisationName, page };
}

/** What a report may be about: a published page, by its address. */
export interface ReportedPage {
	offerId: string | null;
	organisationId: string;
	name: string;
}

/** @throws DomainError `offer.not_found`, `organisation.not_found` 404 */
export async function reportedPage(tx: Tx, about: 'offers' | 'organisations', slug: string): Promise<ReportedPage> {
	if (about === 'organisations') {
		const [row] = await tx
			.select({ organisationId: organisation.id, name: organisation.name })
			.from(organisation)
			.where(eq(organisation.slug, slug));
		if (!row) throw notFound('organisation');
		return { offerId: null, ...row };
	}
	const [row] = await tx
		.select({ offerId: offer.id, organisationId: offer.organisationId, name: offer.name })
		.from(offer)
		.where(and(eq(offer.slug, slug), published));
	if (!row) throw notFound('offer');
	return row;
}

/** Anyone tells what is wrong with a page. Who it was is not asked and not kept. */
export async function reportPage(
	tx: Tx,
	about: ReportedPage,
	input: { kind: ReportKind; words: string },
): Promise<void> {
	const { offerId, organisationId } = about;
	// The columns by name: drizzle would name those too that are a coordinator's to write, and granted to nobody else.
	await tx.execute(sql`
		insert into page_report (at, offer_id, organisation_id, kind, words)
		values (${tx.now.toISOString()}, ${offerId}, ${organisationId}, ${input.kind}, ${input.words})`);
}

/** What nobody has dealt with yet, oldest first; forwarded ones stay until somebody closes them. */
export async function listOpenReports(tx: Tx): Promise<PageReport[]> {
	const rows = await reports(tx).where(ne(pageReport.state, 'closed')).orderBy(asc(pageReport.at)).limit(200);
	return rows.map(shown);
}

/** What the coordinator has passed on about this offer, for its organisation. */
export async function forwardedReports(tx: Tx, actor: OrganisationActor, offerId: string): Promise<PageReport[]> {
	const rows = await reports(tx)
		.where(
			and(
				eq(pageReport.state, 'forwarded'),
				eq(pageReport.organisationId, actor.organisationId),
				eq(pageReport.offerId, offerId),
			),
		)
		.orderBy(asc(pageReport.at));
	return rows.map(shown);
}

/** @throws DomainError `report.not_found` 404 */
export async function readReport(tx: Tx, id: string): Promise<PageReport> {
	const [row] = await reports(tx).where(eq(pageReport.id, id));
	if (!row) throw notFound('report');
	return shown(row);
}

/** Passes it on to the organisation, which gets a mail that says no more than that something waits. */
export async function forwardReport(tx: Tx, actor: StaffActor, id: string, note: string): Promise<void> {
	const report = await readReport(tx, id);
	if (report.state === 'closed') throw new DomainError('report.closed', 409);
	await tx
		.update(pageReport)
		.set({ state: 'forwarded', note: note || null, forwardedAt: tx.now })
		.where(eq(pageReport.id, id));
	await audit(tx, actor, {
		action: 'offer.forward_report',
		subjectType: 'organisation',
		subjectId: report.organisationId,
	});
	const path = report.offerId ? `/our-offers/${report.offerId}/edit` : '/our-offers';
	await notifyOrganisation(tx, actor, report.organisationId, 'page_report_forwarded', path);
}

/** It has been dealt with: the coordinator's note stays, what the reader wrote goes. */
export async function closeReport(tx: Tx, actor: StaffActor, id: string, note: string): Promise<void> {
	const report = await readReport(tx, id);
	if (!note.trim()) throw new DomainError('report.note_missing', 422, undefined, { field: 'note' });
	await tx
		.update(pageReport)
		.set({ state: 'closed', words: null, note: note.trim(), closedAt: tx.now })
		.where(eq(pageReport.id, id));
	await audit(tx, actor, {
		action: 'offer.close_report',
		subjectType: 'organisation',
		subjectId: report.organisationId,
	});
}
