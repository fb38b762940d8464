import { error } from '@sveltejs/kit';
import { DomainError } from '../errors.ts';
import { errorText } from './error-text.server.ts';

/**
 * The fields of a posted form.
 * @throws the page with status 400 when the body is no form at all: whoever sent it made a mistake, and not we
 */
export async function readForm(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (cause) {
		if (!(cause instanceof TypeError)) throw cause;
		const unreadable = new DomainError('form.unreadable', 400);
		error(400, { message: errorText(unreadable), code: unreadable.code });
	}
}

/** Names of the fields that hold the one character no database text can. */
export const withNul = (values: Record<string, string | string[]>): string[] =>
	Object.keys(values).filter((name) => [values[name] ?? ''].flat().some((value) => value.includes('\0')));
