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
	const how = { path: join(folder, `${name}.png`), style: nothingElse };
	await ('page' in of ? of.screenshot(how) : of.screenshot({ ...how, fullPage }));
}

/** What a window has to be for a flow to be legible. */
export const wideScreen = { width: 1800, height: 760 };

/** The flow on the canvas alone. */
export async function pictureOfFlow(page: Page, name: string): Promise<void> {
	const folder = process.env.PICTURES;
	if (folder === undefined) return;
	await standingStill(page);
	const clip = await page.evaluate<Clip>(flowOnCanvas);
	await page.screenshot({ path: join(folder, `${name}.png`), clip, style: nothingElse });
}

interface Clip {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** In the page: around all nodes and notes. */
const flowOnCanvas = `(() => {
	const boxes = [...document.querySelectorAll('.vue-flow__node')].map((node) => node.getBoundingClientRect());
	const x = Math.min(...boxes.map(({ left }) => left)) - 12;
	const y = Math.min(...boxes.map(({ top }) => top)) - 12;
	const right = Math.max(...boxes.map(({ right }) => right)) + 12;
	const bottom = Math.max(...boxes.map(({ bottom }) => bottom)) + 12;
	return { x, y, width: right - x, height: bottom - y };
})()`;

/** What n8n says in a corner of the window for some seconds. */
const nothingElse = '.el-notification { display: none }';

/** Until no animation runs, and pictures are loaded. */
async function standingStill(page: Page): Promise<void> {
	await page.waitForFunction(
		`document.getAnimations().every(({ playState, effect }) =>
			playState !== 'running' || effect?.getTiming().iterations === Infinity) &&
		[...document.images].every(({ complete }) => complete)`,
	);
}
