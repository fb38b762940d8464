import type { Actor } from '$lib/identity/actor.ts';
import type { Halfway, SignedIn } from '$lib/identity/sessions.server.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** a stable code, e.g. `referral.stale` */
			code?: string;
			/** of a page that is gone: where one may look instead */
			alternatives?: { slug: string; name: string; organisation: string }[];
			/** what a person can quote when asking for help */
			requestId?: string;
		}
		interface Locals {
			requestId: string;
			actor: Actor;
			signedIn: SignedIn | undefined;
			/** a right password, and the second factor still to come: nobody's actor */
			halfway: Halfway | undefined;
			/** there was a session, and it ended by itself */
			sessionEnded: boolean;
			locale: 'da' | 'en';
			/** the language a page is in when it is not the site's: the citizen's own page speaks six */
			pageLanguage?: { code: string; direction: 'ltr' | 'rtl' };
		}
	}
}

export {};
