// A Chromium for tests, as a program of its own: jest cannot load the package that brings it. Its first line is the address
// to connect to; it ends when it is told to.
import { chromium } from 'playwright-core';
import { browserOptions } from '../../sandbox/n8n/browser.mts';

const server = await chromium.launchServer({ ...(await browserOptions()), host: '127.0.0.1' });
process.stdout.write(`${server.wsEndpoint()}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => void server.close().then(() => process.exit(0)));
}
