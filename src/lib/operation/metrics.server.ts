import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { services } from '../database/as-actor.server.ts';

/*
 * What an operator's Prometheus asks for. Labels are route patterns, methods and status codes: never an address, an id
 * or a name.
 */
const registry = new Registry();
collectDefaultMetrics({ register: registry });

const duration = new Histogram({
	name: 'http_request_duration_seconds',
	help: 'Time to answer a request, by route, method and status',
	labelNames: ['route', 'method', 'status'],
	buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
	registers: [registry],
});

new Gauge({
	name: 'database_connections',
	help: 'Connections to the database: in use, idle, and requests waiting for one',
	labelNames: ['state'],
	registers: [registry],
	collect() {
		const { totalCount, idleCount, waitingCount } = services().database.pool;
		this.set({ state: 'in_use' }, totalCount - idleCount);
		this.set({ state: 'idle' }, idleCount);
		this.set({ state: 'waiting' }, waitingCount);
	},
});

/**
 * Counts an answered request.
 * @param route its pattern, e.g. `/(public)/offers/[slug]`; null when no route matched
 */
export function countRequest(route: string | null, method: string, status: number, milliseconds: number): void {
	duration.observe({ route: route ?? 'none', method, status }, milliseconds / 1000);
}

/** All figures in Prometheus' text format, with its content type. */
export async function readMetrics(): Promise<{ text: string; type: string }> {
	return { text: await registry.metrics(), type: registry.contentType };
}
