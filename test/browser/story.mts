// A story of tests: each goes on where the one before it stopped, and after one that did not work out nothing is told any
// more. What the browser showed then is kept in .state.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { checkout } from '../n8n/openN8n.mts';

/** What declares a part of the story: its name, and how it goes. */
export function storyOf(page: () => Page): (name: string, tell: () => Promise<void>) => void {
	let stoppedAt = '';
	return (name, tell) =>
		it(name, async () => {
			if (stoppedAt !== '') throw new Error(`Not reached, because of "${stoppedAt}".`);
			stoppedAt = name;
			await tell().catch(async (failure: unknown) => {
				await mkdir(join(checkout, '.state'), { recursive: true });
				await page().screenshot({ path: join(checkout, '.state', 'newcomer.png') });
				throw failure;
			});
			stoppedAt = '';
		});
}
