// A headless Chromium that comes as an npm package with its own libraries: nothing of the system is needed.

import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** Starts Chromium; close it when done. */
export async function openBrowser(): Promise<Browser> {
	return await chromium.launch(await browserOptions());
}

/** What Chromium is started with. */
export async function browserOptions(): Promise<LaunchOptions> {
	// Read when the package is loaded: it then unpacks the libraries it brings along.
	process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
	const { default: packed } = await import('@sparticuz/chromium');
	return {
		executablePath: await packed.executablePath(),
		args: [
			...packed.args,
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run',
		],
		headless: true,
	};
}
