import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { organisation } from '../catalogue/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import type { Actor } from '../identity/actor.ts';
import { membership, userAccount } from '../identity/tables.server.ts';
import { writeMail } from './mail.server.ts';
import { mailBody, mailTexts, type MailCounts, type MailKind } from './mail-texts.ts';

type Sender = Exclude<Actor, { kind: 'public' }>;

/** @param path where the link leads, e.g. `/inbox/<id>`: an id reveals nothing without signing in */
async function mailTo(
	tx: Tx,
	sender: Sender,
	kind: MailKind,
	to: string,
	path: string,
	counts?: MailCounts,
): Promise<void> {
	const body = mailBody(kind, tx.config.origin + path, counts);
	await writeMail(tx, sender, { kind, to, subject: mailTexts[kind].subject, body });
}

/** Tells one user; one who is no longer active is not written to. */
export async function notifyUser(tx: Tx, sender: Sender, userId: string, kind: MailKind, path: string): Promise<void> {
	const [user] = await tx
		.select({ email: userAccount.email })
		.from(userAccount)
		.where(and(eq(userAccount.id, userId), eq(userAccount.active, true)));
	if (user) await mailTo(tx, sender, kind, user.email, path);
}

/** The addresses of those who have such a membership now, each once. No two accounts share one. */
async function addressesOf(tx: Tx, members: SQL | undefined): Promise<string[]> {
	const found = await tx
		.selectDistinct({ email: userAccount.email })
		.from(membership)
		.innerJoin(userAccount, eq(userAccount.id, membership.userId))
		.where(and(members, isNull(membership.endedAt), eq(userAccount.active, true)));
	return found.map(({ email }) => email);
}

/** Tells every coordinator, each once however many centres they are in. @returns how many were told */
export async function notifyCoordinators(
	tx: Tx,
	sender: Sender,
	kind: MailKind,
	path: string,
	counts: MailCounts,
): Promise<number> {
	const addresses = await addressesOf(
		tx,
		and(eq(userAccount.authorityId, sender.authorityId), eq(membership.role, 'coordinator')),
	);
	for (const address of addresses) await mailTo(tx, sender, kind, address, path, counts);
	return addresses.length;
}

/** Tells every contact of an organisation; where it has none, the address it has in the catalogue. */
export async function notifyOrganisation(
	tx: Tx,
	sender: Sender,
	organisationId: string,
	kind: MailKind,
	path: string,
): Promise<void> {
	const addresses = await addressesOf(tx, eq(membership.organisationId, organisationId));
	if (addresses.length === 0) {
		const [row] = await tx
			.select({ email: organisation.email })
			.from(organisation)
			.where(eq(organisation.id, organisationId));
		if (row?.email) addresses.push(row.email);
	}
	for (const address of addresses) await mailTo(tx, sender, kind, address, path);
}
