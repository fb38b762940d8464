import { error, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { recordDenial } from '../audit/audit.server.ts';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { CitizenActor } from '../identity/actor.ts';
import { citizenWords, type CitizenWord } from '../referrals/consent-texts/citizen-words.ts';
import { actorByToken } from '../referrals/links.server.ts';
import { errorText } from './error-text.server.ts';
import { setHeadersOnce } from './headers.server.ts';
import { parseForm, refuse, throwAsPage, type FormFailure } from './request.server.ts';

/*
 * The citizen's page: nobody signs in, the address itself is the key. So nothing keeps it, finds it or passes it on.
 * The policy is `strict-origin` and not `no-referrer`: neither tells anyone the path, but under `no-referrer` browsers
 * post a form with `Origin: null`, which is refused as coming from elsewhere.
 */
const privately = {
	'cache-control': 'no-store',
	'referrer-policy': 'strict-origin',
	'x-robots-tag': 'noindex, nofollow',
};

/** @throws the page for a link that is unknown, revoked or expired: 404, all three alike */
async function holderOf(event: RequestEvent): Promise<CitizenActor> {
	setHeadersOnce(event, privately);
	const actor = await actorByToken(event.params.token ?? '');
	if (!actor) error(404, { message: errorText(new DomainError('link.unknown', 404)), code: 'link.unknown' });
	return actor;
}

/** Runs a load as whoever holds the link in the address (`[token]`). */
export async function loadByLink<T>(
	event: RequestEvent,
	work: (tx: Tx, actor: CitizenActor) => Promise<T>,
): Promise<T> {
	const actor = await holderOf(event);
	try {
		return await asActor(actor, (tx) => work(tx, actor));
	} catch (cause) {
		await recordDenial(actor, event.route.id ?? 'unknown', cause);
		throwAsPage(cause);
	}
}

/** What is said when a rule refuses; the page says it in the citizen's language. */
const wordFor = (cause: DomainError): CitizenWord => {
	if (cause.code === 'consent.changed') return 'error_question_changed';
	return cause.status === 409 ? 'error_already_answered' : 'error_try_again';
};

/** What no form of ours can send (a NUL) is refused in the site's words; the page has words of its own. */
function inTheirWords(failure: ActionFailure<FormFailure>): ActionFailure<FormFailure> {
	const { values, errors } = failure.data;
	const known = Object.entries(errors).filter(([, word]) => Object.hasOwn(citizenWords.da, word));
	return refuse(failure.status, values, known.length > 0 ? Object.fromEntries(known) : { _form: 'error_try_again' });
}

/**
 * Runs a form action as whoever holds the link. What is wrong comes back as words of the citizen's page, by field:
 * the schema's own messages are such words too.
 */
export async function submitByLink<S extends z.ZodType, T>(
	event: RequestEvent,
	schema: S,
	work: (tx: Tx, actor: CitizenActor, input: z.output<S>) => Promise<T>,
): Promise<T | ActionFailure<FormFailure>> {
	const actor = await holderOf(event);
	const form = await parseForm(event, schema);
	if (!form.ok) return inTheirWords(form.failure);
	try {
		return await asActor(actor, (tx) => work(tx, actor, form.input));
	} catch (cause) {
		await recordDenial(actor, event.route.id ?? 'unknown', cause);
		if (cause instanceof DomainError && [400, 409, 422].includes(cause.status)) {
			return refuse(cause.status, form.values, { _form: wordFor(cause) });
		}
		throwAsPage(cause);
	}
}
