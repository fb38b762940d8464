import { z } from 'zod';
import { m } from '../paraglide/messages.js';

/** A new password, written twice. */
export const newPasswordForm = z
	.object({
		password: z.string().min(1, { error: () => m.identity_password_new_missing() }),
		repeated: z.string(),
	})
	.refine(({ password, repeated }) => password === repeated, {
		path: ['repeated'],
		error: () => m.identity_password_repeated_differs(),
	});
