type SystemError = NodeJS.ErrnoException & { port?: number; address?: string };

/** What the operating system says, in words that tell what to do. */
function systemSentence(cause: SystemError): string | undefined {
	const at = cause.port;
	if (cause.syscall === 'listen') {
		if (cause.code === 'EADDRINUSE') {
			return `Port ${at} is in use by another program. Stop that one, or choose another port: PORT=${Number(at) + 1} npm start`;
		}
		if (cause.code === 'EACCES') return `Port ${at} may not be opened by this user. Choose one above 1023, with PORT.`;
		return `HOST ${cause.address} is no address of this machine (${cause.code}).`;
	}
	return cause.path ? `${cause.path} cannot be used (${cause.code}).` : undefined;
}

/**
 * The one sentence for what stopped a command; undefined when it is a fault of the program, which needs its stack.
 * A broken rule is known by its name: it may come from the built server, which has its own copy of the class.
 */
export function refusalSentence(cause: unknown): string | undefined {
	if (!(cause instanceof Error)) return undefined;
	if (cause.name === 'DomainError') return cause.message;
	return 'syscall' in cause ? systemSentence(cause as SystemError) : undefined;
}

/** Ends the process with exit code 1 and one sentence on standard error. */
export function refuse(cause: unknown): never {
	console.error(refusalSentence(cause) ?? cause);
	process.exit(1);
}
