import { services } from '$lib/database/as-actor.server.ts';
import type { PageServerLoad } from './$types';

/** Whether the map's pictures come from somebody else, which the page then has to say. */
export const load: PageServerLoad = () => ({ tiles: services().config.tiles?.attribution ?? null });
