import pino, { type Logger } from 'pino';

/**
 * The log: JSON lines to standard output. Nothing personal goes in: callers log codes, ids, counts and durations; the
 * redaction below is the last net, not the first.
 */
export function createLog(level: string): Logger {
	return pino({
		level,
		base: null,
		redact: { paths: ['email', 'name', 'password', 'token', 'body', '*.email', '*.name', '*.password'], remove: true },
	});
}
