import { readAuthority } from '$lib/identity/authority.server.ts';
import type { LayoutServerLoad } from './$types';

/** Plain pages without any script: they work on every phone, and nothing runs that could tell of the address. */
export const csr = false;

export const load: LayoutServerLoad = async () => ({ authority: await readAuthority() });
