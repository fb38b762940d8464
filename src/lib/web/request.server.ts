import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';
import { assertAllowed, type Permission } from '../identity/permissions.ts';
import { errorText } from './error-text.server.ts';
import { readForm, withNul } from './form-data.server.ts';
import { keepForm, type FormValues } from './kept-form.server.ts';
import { setHeadersOnce } from './headers.server.ts';
import { recordDenial } from '../audit/audit.server.ts';

/** What a refused form gives back to its page: everything typed, and a sentence for each field that is wrong. */
export interface FormFailure {
	/** 400 or 422: to be mended; 409: something has changed meanwhile; 503: try again */
	status: number;
	values: FormValues;
	errors: Record<string, string>;
}

/** Fields whose values never go back into a page. */
const secret = new Set(['password', 'new_password', 'repeated', 'current', 'code', 'passkey']);

/** All fields of a form as text; files are left out. */
export function formValues(data: FormData): FormValues {
	const values: FormValues = {};
	for (const name of new Set(data.keys())) {
		const all = data.getAll(name).filter((value) => typeof value === 'string');
		values[name] = all.length === 1 ? (all[0] ?? '') : all;
	}
	return values;
}

const withoutSecrets = (values: FormValues): FormValues =>
	Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name)));

/** The failure of a form that a rule or a field refused. */
export function refuse(status: number, values: FormValues, errors: Record<string, string>): ActionFailure<FormFailure> {
	return fail(status, { status, values: withoutSecrets(values), errors });
}

/**
 * Reads and checks a posted form.
 * @returns the parsed input, or the failure to return from the action: status 400, a sentence for each field
 */
export async function parseForm<S extends z.ZodType>(
	event: RequestEvent,
	schema: S,
): Promise<
	| { ok: true; input: z.output<S>; values: FormValues }
	| { ok: false; failure: ActionFailure<FormFailure>; values: FormValues }
> {
	const values = formValues(await readForm(event.request));
	const unstorable = withNul(values);
	if (unstorable.length > 0) {
		const sentence = errorText(new DomainError('form.unstorable', 400));
		const errors = Object.fromEntries(unstorable.map((name) => [name, sentence]));
		return { ok: false, failure: refuse(400, values, errors), values };
	}
	const parsed = schema.safeParse(values);
	if (parsed.success) return { ok: true, input: parsed.data, values };
	const errors: Record<string, string> = {};
	for (const issue of parsed.error.issues) errors[issue.path.join('.') || '_form'] ??= issue.message;
	return { ok: false, failure: refuse(400, values, errors), values };
}

/** Where to come back to after signing in. */
const signInPage = (event: RequestEvent) =>
	`${event.locals.halfway ? '/sign-in/code' : '/sign-in'}?return=${encodeURIComponent(event.url.pathname + (event.request.method === 'GET' ? event.url.search : ''))}`;

/** Turns a broken rule into the page that says so. Everything else goes on to the error log. */
export function throwAsPage(cause: unknown): never {
	if (cause instanceof DomainError) error(cause.status, { message: errorText(cause), code: cause.code });
	throw cause;
}

/**
 * Runs a load as whoever is signed in.
 * Nobody signed in: to the sign-in page and back. Without the permission: 403. Not theirs or not there: 404.
 * @param as whose transaction it is, when not the person's own (on-behalf-request.server.ts)
 */
export async function load<T>(
	event: RequestEvent,
	permission: Permission,
	work: (tx: Tx, actor: Actor) => Promise<T>,
	as: (actor: Actor) => Actor = (actor) => actor,
): Promise<T> {
	const { actor } = event.locals;
	if (actor.kind === 'public') redirect(303, signInPage(event));
	setHeadersOnce(event, { 'cache-control': 'no-store' });
	try {
		assertAllowed(actor, permission);
		const acting = as(actor);
		return await asActor(acting, (tx) => work(tx, acting));
	} catch (cause) {
		await recordDenial(actor, event.route.id ?? 'unknown', cause);
		throwAsPage(cause);
	}
}

/**
 * Runs a form action as whoever is signed in: permission, form, one storage function in one transaction.
 * A session that has ended: what was typed is kept, and given back after signing in. A broken rule the person can mend
 * (status 400, 409, 422), and a database that is away (503), come back into the form; others become a page.
 */
export async function submit<S extends z.ZodType, T>(
	event: RequestEvent,
	permission: Permission,
	schema: S,
	work: (tx: Tx, actor: Actor, input: z.output<S>) => Promise<T>,
	as: (actor: Actor) => Actor = (actor) => actor,
): Promise<T | ActionFailure<FormFailure>> {
	const { actor } = event.locals;
	if (actor.kind === 'public') {
		await keepForm(event, withoutSecrets(formValues(await readForm(event.request))));
		redirect(303, signInPage(event));
	}
	setHeadersOnce(event, { 'cache-control': 'no-store' });
	try {
		assertAllowed(actor, permission);
	} catch (cause) {
		await recordDenial(actor, event.route.id ?? 'unknown', cause);
		throwAsPage(cause);
	}
	const form = await parseForm(event, schema);
	if (!form.ok) return form.failure;
	try {
		const acting = as(actor);
		return await asActor(acting, (tx) => work(tx, acting, form.input));
	} catch (cause) {
		await recordDenial(actor, event.route.id ?? 'unknown', cause);
		if (cause instanceof DomainError && [400, 409, 422, 503].includes(cause.status)) {
			const field = typeof cause.details.field === 'string' ? cause.details.field : '_form';
			return refuse(cause.status, form.values, { [field]: errorText(cause) });
		}
		throwAsPage(cause);
	}
}
