import { error, redirect } from '@sveltejs/kit';
import { whatBecameOf } from '../catalogue/upkeep/gone.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { publicActor } from '../identity/actor.ts';
import { m } from '../paraglide/messages.js';
import { throwAsPage } from './request.server.ts';

/**
 * An offer's address that leads nowhere now: one that was merged sends on to where it went (308), one that was taken
 * out of the catalogue says so and what may help instead (410, so that search engines forget it).
 * @param tail what the address has after the offer's: `/print`
 */
export async function throwAsGone(cause: unknown, slug: string, tail = ''): Promise<never> {
	if (!(cause instanceof DomainError) || cause.code !== 'offer.not_found') throwAsPage(cause);
	const became = await asActor(publicActor, (tx) => whatBecameOf(tx, slug)).catch(throwAsPage);
	if (became.kind === 'moved') redirect(308, `/offers/${became.slug}${tail}`);
	if (became.kind === 'never') throwAsPage(cause);
	const { name, alternatives } = became;
	error(410, { message: m.upkeep_gone_text({ name }), code: 'offer.gone', alternatives });
}
