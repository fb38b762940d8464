import { eq } from 'drizzle-orm';
import { Argument, Command, Option } from 'commander';
import { z } from 'zod';
import { organisation } from '../lib/catalogue/tables.server.ts';
import { asActor, type Tx } from '../lib/database/as-actor.server.ts';
import { DomainError } from '../lib/errors.ts';
import { roles, systemActor, type Role } from '../lib/identity/actor.ts';
import { centres } from '../lib/identity/centres.ts';
import { ensureCentres } from '../lib/identity/centres.server.ts';
import { inPlace, type MembershipInput } from '../lib/identity/membership-place.ts';
import { invite } from '../lib/identity/credential-links.server.ts';
import { createUser } from '../lib/identity/users.server.ts';
import { withServices } from './with-services.ts';

interface Options {
	name: string;
	role: Role;
	centre?: string;
	organisation?: string;
	phone?: string;
}

/** What the house says in codes, said to an operator. */
const sentences: Record<string, string> = {
	'identity.email_taken': 'There is a user with this address already.',
	'identity.centre_missing': 'This role needs --centre.',
	'identity.organisation_missing': 'This role needs --organisation.',
};

function explain(cause: unknown): never {
	const sentence = cause instanceof DomainError ? sentences[cause.code] : undefined;
	throw sentence ? new DomainError('cli.refused', 422, sentence) : cause;
}

async function membershipOf(tx: Tx, options: Options): Promise<MembershipInput> {
	let organisationId: string | undefined;
	if (options.organisation) {
		const bySlug = eq(organisation.slug, options.organisation);
		const [found] = await tx.select({ id: organisation.id }).from(organisation).where(bySlug);
		if (!found) {
			const sentence = `No organisation is called ${options.organisation}. Give the last part of its address: /organisations/…`;
			throw new DomainError('cli.refused', 422, sentence);
		}
		organisationId = found.id;
	}
	return inPlace(options.role, { centreId: options.centre, organisationId });
}

async function runCreateUser(email: string, options: Options): Promise<void> {
	if (!z.email().safeParse(email).success) throw new DomainError('cli.refused', 422, `${email} is no e-mail address.`);
	const link = await withServices(({ config }) => {
		if (config.demo) {
			throw new DomainError('cli.refused', 422, 'This is a demo, which takes no real people. Give DEMO=false.');
		}
		return asActor(systemActor, async (tx) => {
			await ensureCentres(tx);
			const membership = await membershipOf(tx, options);
			const { name, phone = null } = options;
			const { userId } = await createUser(tx, systemActor, { email, name, phone, membership });
			return config.origin + (await invite(tx, systemActor, userId));
		}).catch(explain);
	});
	console.log(`${options.name} can choose how to sign in with this link, once, within 7 days:\n${link}`);
}

export const createUserCommand = new Command('create-user')
	.description(
		'Invite someone; usually the first administrator, who invites the others on the page Brugere. Prints a link that ' +
			'can be used once, where they choose how to sign in.',
	)
	.addArgument(new Argument('<email>', 'address to sign in with'))
	.requiredOption('--name <name>', 'first and family name')
	.addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
	.addOption(new Option('--centre <id>', 'where, for staff of a centre').choices(centres.map(({ id }) => id)))
	.option('--organisation <slug>', 'which, for an organisation contact')
	.option('--phone <number>', 'work phone, shown to the other side of a referral')
	.action(runCreateUser);
