// The API over real HTTP: hands each request to the engine and sends what it answers, or resets the
// connection, or never answers, as told.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Answer, ApiRequest } from './answers.mts';
import type { Cin7 } from './cin7.mts';
import { basePath } from './route.mts';

export interface Listening {
	port: number;
	/** Ends every connection, also those that wait for an answer. */
	stop(): Promise<void>;
}

/** ASP.NET's own limit is less; enough for 250 large records. */
const longestBody = 30 * 1024 * 1024;

/** Serves the API on the loopback address. `port` 0 takes a free one. */
export async function listenCin7(cin7: Cin7, port: number): Promise<Listening & { url: string }> {
	const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
		serve(cin7, request, response).catch((cause: unknown) => {
			process.stderr.write(
				`The stand-in for Cin7 could not answer ${request.method}: ${String(cause)}\n`,
			);
			if (!response.headersSent) response.writeHead(500);
			response.end();
		});
	});
	// Longer than callers keep a connection, so that none is closed just as it is used again.
	server.keepAliveTimeout = 90_000;
	const listening = await listen(server, port);
	return { ...listening, url: `http://127.0.0.1:${listening.port}${basePath}` };
}

async function serve(
	cin7: Cin7,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const body = await bodyOf(request);
	if (body === undefined) {
		response.writeHead(413, { connection: 'close' }).end();
		return;
	}
	send(await cin7.handle(apiRequest(request, body)), response);
}

function apiRequest(request: IncomingMessage, body: string): ApiRequest {
	const url = request.url ?? '/';
	const mark = url.indexOf('?');
	return {
		method: request.method ?? 'GET',
		path: mark < 0 ? url : url.slice(0, mark),
		query: mark < 0 ? '' : url.slice(mark + 1),
		headers: request.headers as ApiRequest['headers'],
		body,
	};
}

function send(answer: Answer, response: ServerResponse): void {
	if (answer.transport === 'reset') {
		response.socket?.resetAndDestroy();
	} else if (answer.transport === undefined) {
		const length = { 'content-length': String(Buffer.byteLength(answer.body)) };
		response.writeHead(answer.status, { ...answer.headers, ...length }).end(answer.body);
	}
	// A timeout: the connection stays open and silent until the caller gives up.
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > longestBody) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

async function listen(server: Server, port: number): Promise<Listening> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		port: (server.address() as AddressInfo).port,
		stop() {
			const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
			for (const socket of sockets) socket.destroy();
			return closed;
		},
	};
}
