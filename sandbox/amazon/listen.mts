// Amazon's two services over real HTTP, each on its own port: hands requests to the engine and sends what it answers, or
// resets the connection, breaks off, or never answers, as told.
import fastify from 'fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { ApiRequest } from '../cin7/answers.mts';
import type { Listening } from '../cin7/listen.mts';
import type { Amazon } from './amazon.mts';
import type { AmazonAnswer } from './answers.mts';
import { tokenPath } from './operations.mts';

/** Serves SP-API on the loopback address. `port` 0 takes a free one. `url` is the endpoint. */
export async function listenSpApi(
	amazon: Amazon,
	port: number,
): Promise<Listening & { url: string }> {
	return await listen(amazon, port, (path) => path !== tokenPath);
}

/** Serves Login with Amazon. `url` is the address to which the token request is sent. */
export async function listenLwa(
	amazon: Amazon,
	port: number,
): Promise<Listening & { url: string }> {
	const listening = await listen(amazon, port, (path) => path === tokenPath);
	return { ...listening, url: `${listening.url}${tokenPath}` };
}

async function listen(amazon: Amazon, port: number, serves: (path: string) => boolean) {
	const app = fastify({ forceCloseConnections: true, keepAliveTimeout: 90_000 });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.all('/*', async (request, reply) => {
		const asked = apiRequest(request);
		if (!serves(asked.path)) return reply.code(404).send();
		return send(await amazon.handle(asked), reply);
	});
	await app.listen({ host: '127.0.0.1', port });
	const taken = (app.server.address() as AddressInfo).port;
	return { port: taken, url: `http://127.0.0.1:${taken}`, stop: () => app.close() };
}

function apiRequest({ method, url, headers, body }: FastifyRequest): ApiRequest {
	const mark = url.indexOf('?');
	return {
		method,
		path: mark < 0 ? url : url.slice(0, mark),
		query: mark < 0 ? '' : url.slice(mark + 1),
		headers: headers as ApiRequest['headers'],
		body: typeof body === 'string' ? body : '',
	};
}

function send(answer: AmazonAnswer, reply: FastifyReply) {
	const { raw } = reply;
	if (answer.transport === undefined) {
		return reply.code(answer.status).headers(answer.headers).send(answer.body);
	}
	reply.hijack();
	if (answer.transport === 'reset') raw.socket?.resetAndDestroy();
	if (answer.transport === 'brokenOff') {
		const length = Buffer.byteLength(answer.body);
		raw.writeHead(answer.status, { ...answer.headers, 'content-length': String(length) });
		raw.write(Buffer.from(answer.body).subarray(0, Math.ceil(length / 2)), () => raw.destroy());
	}
	// A timeout: the connection stays open and silent until the caller gives up.
	return reply;
}
