// A real browser, as somebody opens it: nobody is signed in, nothing is remembered.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, selectors, type Page } from 'playwright-core';
import { startService } from '../../sandbox/n8n/service.mts';

export interface Chromium {
	/**
	 * A page of a browser of its own. It stays open: this Chromium is one process, which ends with the first that is closed.
	 * @param password what it gives where a page asks for name and password (Basic Auth)
	 */
	page(password?: { username: string; password: string }): Promise<Page>;
	close(): Promise<void>;
}

/** Wide enough for n8n's editor to show what it has, small enough for a page of a guide. */
export const screen = { width: 1280, height: 800 };
/** How long anything may take to appear. */
const patience = 20_000;

export async function openChromium(): Promise<Chromium> {
	const program = join(import.meta.dirname, '..', 'n8n', 'browserServer.mts');
	const service = await startService(process.execPath, [program], {
		cwd: import.meta.dirname,
		env: process.env,
		log: 2,
		readStdout: true,
	});
	const lines = createInterface({ input: service.stdout as NodeJS.ReadableStream });
	const endpoint = await new Promise<string>((resolve) => lines.once('line', resolve));
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.connect(endpoint);
	return {
		async page(httpCredentials) {
			const permissions = ['clipboard-read', 'clipboard-write'];
			const context = await browser.newContext({ viewport: screen, httpCredentials, permissions });
			context.setDefaultTimeout(patience);
			return await context.newPage();
		},
		async close() {
			await browser.close();
			await service.stop();
		},
	};
}
