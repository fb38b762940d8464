import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The process is alive. Whether it can do its work is for /readyz to say. */
export const GET: RequestHandler = () => text('ok', { headers: { 'cache-control': 'no-store' } });
