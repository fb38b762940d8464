import { createHash, randomBytes } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import { seal, unseal } from '../citizens/encryption.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor } from './actor.ts';
import { signInStep } from './tables.server.ts';

/** Milliseconds between one step of signing in and the next. */
const lifetime = 600_000;
const idOf = (key: Buffer) => createHash('sha256').update(key).digest('hex');
const place = 'sign_in_step';

/** What was asked of a passkey, or of the municipality's provider, and must come back. */
export type Step =
	| { kind: 'passkey'; challenge: string }
	| { kind: 'new passkey'; challenge: string; userId: string }
	| { kind: 'provider'; state: string; nonce: string; verifier: string; back: string | undefined };

/** Keeps a step until it is taken, ten minutes at most. @returns the key, for a cookie and nowhere else */
export async function keepStep(step: Step): Promise<string> {
	const key = randomBytes(32);
	await asActor(systemActor, async (tx) => {
		await tx.delete(signInStep).where(lt(signInStep.expiresAt, tx.now));
		await tx.insert(signInStep).values({
			id: idOf(key),
			sealed: seal(key, place, JSON.stringify(step)),
			expiresAt: new Date(tx.now.getTime() + lifetime),
		});
	});
	return key.toString('base64url');
}

/** Gives a step back, once; undefined when there is none of this key and kind. */
export async function takeStep<K extends Step['kind']>(
	text: string | undefined,
	kind: K,
): Promise<Extract<Step, { kind: K }> | undefined> {
	const key = Buffer.from(text ?? '', 'base64url');
	if (key.length !== 32) return undefined;
	const row = await asActor(systemActor, async (tx) => {
		const [found] = await tx
			.delete(signInStep)
			.where(eq(signInStep.id, idOf(key)))
			.returning();
		return found && found.expiresAt > tx.now ? found : undefined;
	});
	if (!row) return undefined;
	const step = JSON.parse(unseal(key, place, row.sealed).toString('utf8')) as Step;
	return step.kind === kind ? (step as Extract<Step, { kind: K }>) : undefined;
}
