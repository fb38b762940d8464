/**
 * Errors that mean the database can't be reached just now, whatever was asked: the connection was refused, reset or
 * closed, the server is starting or stopping, or it has no connection left. Codes: Node's, and SQLSTATE classes 08, 57P
 * and 53300 (PostgreSQL, appendix A).
 */
const codes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN']);
const sqlStates = /^(08...|57P0[123]|53300)$/;
/** node-postgres has no code for these. */
const messages =
	/Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** An error and those that caused it. */
function* chain(cause: unknown): Generator<Error & { code?: unknown }> {
	for (let error = cause; error instanceof Error; error = error.cause) yield error;
}

/** Whether this error, or one that caused it, is about reaching the database. */
export function isDatabaseAway(cause: unknown): boolean {
	for (const { code, message } of chain(cause)) {
		if (typeof code === 'string' && (codes.has(code) || sqlStates.test(code))) return true;
		if (messages.test(message)) return true;
	}
	return false;
}

/** Whether the database refused because its disk is full (53100), or could not write for another reason (58030). */
export function isDatabaseFull(cause: unknown): boolean {
	for (const { code } of chain(cause)) if (code === '53100' || code === '58030') return true;
	return false;
}
