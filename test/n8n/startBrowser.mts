// A Chromium for a test file, connected.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser } from 'playwright-core';
import { startService } from '../../sandbox/n8n/service.mts';

export interface StartedBrowser {
	browser: Browser;
	close(): Promise<void>;
}

export async function startBrowser(): Promise<StartedBrowser> {
	const program = join(import.meta.dirname, 'browserServer.mts');
	const service = await startService(process.execPath, [program], {
		cwd: import.meta.dirname,
		env: process.env,
		log: 2,
		readStdout: true,
	});
	if (service.stdout === null) throw new Error('The browser has no standard output.');
	const lines = createInterface({ input: service.stdout });
	const address = await new Promise<string>((resolve) => lines.once('line', resolve));
	const browser = await chromium.connect(address);
	return {
		browser,
		async close() {
			await browser.close();
			await service.stop();
		},
	};
}
