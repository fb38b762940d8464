/**
 * An error that a person can do something about: a broken rule, a missing row, a stale page.
 * The code is stable (`referral.invalid_transition`) and is what messages, tests and other systems hold on to;
 * the status is the HTTP status it becomes. Details hold codes and ids only, never personal values.
 */
export class DomainError extends Error {
	readonly code: string;
	readonly status: number;
	readonly details: Readonly<Record<string, unknown>>;

	constructor(code: string, status: number, message: string = code, details: Readonly<Record<string, unknown>> = {}) {
		super(message);
		this.name = 'DomainError';
		this.code = code;
		this.status = status;
		this.details = details;
	}
}

/** What is asked for is not there, or not for this person: the two look alike on purpose. */
export function notFound(what: string): DomainError {
	return new DomainError(`${what}.not_found`, 404);
}
