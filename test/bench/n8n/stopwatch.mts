// Gives orders to a workflow, and notes how long it takes from there until the workflow says that it is done.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Stopwatch {
	/** Where the workflow gets its orders: a JSON array. */
	ordersUrl: string;
	/** What its last node calls. */
	doneUrl: string;
	/** Milliseconds from the call for the orders to the call at the end. @throws Error when that takes too long */
	time(start: () => Promise<void>, withinMs: number): Promise<number>;
	close(): Promise<void>;
}

/** @param orders the JSON that is given out */
export async function startStopwatch(orders: () => Buffer): Promise<Stopwatch> {
	let started = 0;
	let finish: (ms: number) => void = () => undefined;
	const server = createServer((request, response) => {
		response.setHeader('content-type', 'application/json');
		if (request.url === '/orders') {
			started = performance.now();
			response.end(orders());
		} else {
			finish(performance.now() - started);
			response.end('{}');
		}
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}`;
	return {
		ordersUrl: `${url}/orders`,
		doneUrl: `${url}/done`,
		async time(start, withinMs) {
			let timer: NodeJS.Timeout | undefined;
			const done = new Promise<number>((resolve, reject) => {
				finish = resolve;
				timer = setTimeout(
					() => reject(new Error(`The workflow was not done within ${withinMs / 1000} seconds.`)),
					withinMs,
				);
			});
			try {
				await start();
				return await done;
			} finally {
				clearTimeout(timer);
			}
		},
		close: () =>
			new Promise((closed) => {
				server.closeAllConnections();
				server.close(() => closed());
			}),
	};
}
