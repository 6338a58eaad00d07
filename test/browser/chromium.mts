// A real browser, as somebody opens it: nobody is signed in, nothing is remembered.
import { selectors, type Page } from 'playwright-core';
import { startBrowser } from '../n8n/startBrowser.mts';

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
	const { browser, close } = await startBrowser();
	selectors.setTestIdAttribute('data-test-id');
	return {
		async page(httpCredentials) {
			const permissions = ['clipboard-read', 'clipboard-write'];
			const context = await browser.newContext({ viewport: screen, httpCredentials, permissions });
			context.setDefaultTimeout(patience);
			return await context.newPage();
		},
		close,
	};
}
