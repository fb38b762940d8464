import { DomainError } from '../../errors.ts';
import { type FailureCode, failures } from './problems.ts';

/**
 * A package that cannot be imported at all. Nothing has been changed when this is thrown.
 * @param details what helps to find the spot: file name in the package, row, limit in bytes.
 */
export function importFailure(code: FailureCode, details: Readonly<Record<string, unknown>> = {}): DomainError {
	const file = typeof details['file'] === 'string' ? ` (${details['file']})` : '';
	return new DomainError(code, 422, failures[code].en + file, details);
}
