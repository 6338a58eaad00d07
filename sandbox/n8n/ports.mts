// Free TCP ports of this machine.

import { createServer } from 'node:net';

/**
 * Finds ports nobody listens on. They are held open together, so they differ.
 * @param preferred taken for the first port when it is free
 */
export async function freePorts(count: number, preferred?: number): Promise<number[]> {
	const held = [await hold(preferred ?? 0).catch(() => hold(0))];
	while (held.length < count) held.push(await hold(0));
	await Promise.all(held.map(({ release }) => release()));
	return held.map(({ port }) => port);
}

function hold(wanted: number): Promise<{ port: number; release: () => Promise<void> }> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(wanted, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address !== null ? address.port : wanted;
			resolve({ port, release: () => new Promise((done) => server.close(() => done())) });
		});
	});
}
