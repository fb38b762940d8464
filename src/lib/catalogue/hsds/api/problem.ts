import { DomainError } from '../../../errors.ts';

/** A request that cannot be answered, told as RFC 9457 has it. */
export function badParameter(parameter: string, message: string): DomainError {
	return new DomainError('hsds.bad_parameter', 400, message, { parameter });
}
