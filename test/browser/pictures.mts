// The pictures of the guide: taken as the story goes, and written only where the environment variable PICTURES names a
// folder, so that a test run leaves the repository as it was.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** @param of a page, or the part of it that is to be seen */
export async function picture(of: Page | Locator, name: string, fullPage = false): Promise<void> {
	const folder = process.env.PICTURES;
	if (folder === undefined) return;
	const page = 'page' in of ? of.page() : of;
	await standingStill(page);
	// What n8n says in a corner of the window for some seconds is not in the picture.
	const how = { path: join(folder, `${name}.png`), style: '.el-notification { display: none }' };
	await ('page' in of ? of.screenshot(how) : of.screenshot({ ...how, fullPage }));
}

/** Until no animation runs, and pictures are loaded. */
async function standingStill(page: Page): Promise<void> {
	await page.waitForFunction(
		`document.getAnimations().every(({ playState, effect }) =>
			playState !== 'running' || effect?.getTiming().iterations === Infinity) &&
		[...document.images].every(({ complete }) => complete)`,
	);
}
