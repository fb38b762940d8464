/**
 * Errors that mean the database can't be reached just now, whatever was asked: the connection was refused, reset or
 * closed, or the server is starting or stopping. Codes: Node's, and SQLSTATE classes 08 and 57P (PostgreSQL, appendix A).
 */
const codes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN']);
const sqlStates = /^(08...|57P0[123])$/;
/** node-postgres has no code for these. */
const messages =
	/Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Whether this error, or one that caused it, is about reaching the database. */
export function isDatabaseAway(cause: unknown): boolean {
	for (let error = cause; error instanceof Error; error = error.cause) {
		const code = (error as { code?: unknown }).code;
		if (typeof code === 'string' && (codes.has(code) || sqlStates.test(code))) return true;
		if (messages.test(error.message)) return true;
	}
	return false;
}
