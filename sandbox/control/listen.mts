// The listener of the control API and the page, for programs and people on this machine only.
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { Listening } from '../cin7/listen.mts';
import { pages } from '../page/pages.mts';
import type { Sandbox } from '../sandbox.mts';
import { control } from './control.mts';

/** Serves both on the loopback address. `port` 0 takes a free one. */
export async function listenControl(
	sandbox: Sandbox,
	port: number,
): Promise<Listening & { url: string }> {
	const app = fastify({ forceCloseConnections: true, bodyLimit: 50 * 1024 * 1024 });
	app.removeContentTypeParser('text/plain');
	refuseOtherSites(app);
	app.setErrorHandler((cause: Error & { statusCode?: number }, _request, reply) => {
		const status = cause.statusCode ?? 400;
		return reply.code(status).send({ message: cause.message });
	});
	await app.register(control(sandbox), { prefix: '/control' });
	await app.register(pages(sandbox));
	await app.listen({ host: '127.0.0.1', port });
	const taken = (app.server.address() as AddressInfo).port;
	return { port: taken, url: `http://127.0.0.1:${taken}`, stop: () => app.close() };
}

/**
 * A site open in a browser on this machine may send requests here too, by its own name when it makes
 * that name point to 127.0.0.1, or with its name as the origin. Both are refused.
 */
function refuseOtherSites(app: FastifyInstance): void {
	app.addHook('onRequest', async (request, reply) => {
		const { host, origin } = request.headers;
		const ours = /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host ?? '');
		if (!ours || (origin !== undefined && origin !== `http://${host ?? ''}`)) {
			return reply.code(403).send({ message: 'Only for programs on this machine.' });
		}
		return undefined;
	});
}
