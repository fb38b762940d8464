import { error, text } from '@sveltejs/kit';
import { readMetrics } from '$lib/operation/metrics.server.ts';
import { isNearby } from '$lib/web/address.server.ts';
import type { RequestHandler } from './$types';

/** Figures for Prometheus, which stands in the operator's own network: from elsewhere there is nothing here. */
export const GET: RequestHandler = async ({ getClientAddress }) => {
	if (!isNearby(getClientAddress())) error(404);
	const { text: figures, type } = await readMetrics();
	return text(figures, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
};
