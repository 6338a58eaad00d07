// The pages.
import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../sandbox.mts';

export function pages(_sandbox: Sandbox) {
	return async function routes(app: FastifyInstance): Promise<void> {
		app.get('/', async (_request, reply) => reply.type('text/html').send('<!doctype html>'));
	};
}
