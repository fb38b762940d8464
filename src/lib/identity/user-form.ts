import { z } from 'zod';
import { m } from '../paraglide/messages.js';
import { roles } from './actor.ts';

/** What a role's form sends: the role, and the place it needs. */
export const membershipForm = z.object({
	role: z.enum(roles, { error: () => m.admin_role_missing() }),
	centre: z.string().optional(),
	organisation: z.string().max(300).default(''),
});

/** In the order of the page, which is the order in which errors are listed. */
export const userForm = z.object({
	name: z
		.string()
		.trim()
		.min(2, { error: () => m.admin_name_missing() })
		.max(120, { error: () => m.admin_name_long() }),
	email: z
		.string()
		.trim()
		.pipe(z.email({ error: () => m.admin_email_wrong() })),
	phone: z
		.string()
		.trim()
		.regex(/^(\+?[\d ]{8,20})?$/, { error: () => m.admin_phone_wrong() })
		.transform((value) => value || null),
	...membershipForm.shape,
});
