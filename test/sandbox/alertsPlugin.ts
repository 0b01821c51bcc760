import type { FastifyInstance } from 'fastify';

/** Stands in for the webhook a user's alert branch posts to. */
export function alertsPlugin(alerts: unknown[]) {
	return async (server: FastifyInstance): Promise<void> => {
		server.post('/alerts', async (request) => {
			alerts.push(request.body);
			return { received: alerts.length };
		});
	};
}
