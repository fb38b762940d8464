import { redirect } from '@sveltejs/kit';
import { DomainError } from '../errors.ts';
import { throwAsPage } from './request.server.ts';

const prefix = 'identity.provider_';

/** Runs a step of signing in at the provider; what goes wrong is said on the sign-in page, where there are other ways. */
export async function orSignInPage<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (cause) {
		if (cause instanceof DomainError && cause.code.startsWith(prefix)) {
			redirect(303, `/sign-in?provider=${cause.code.slice(prefix.length)}`);
		}
		throwAsPage(cause);
	}
}
