// The pictures of the README, taken from a running `npm start`: node24 sandbox/n8n/screenshots.mts N8N_URL
// (npm start prints it). Needs the sign-in that npm start keeps in .state.

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { signIn } from './api.mts';
import { openBrowser } from './browser.mts';
import { checkout, stateFolder } from './mainJob.mts';
import { ownerOf } from './owner.mts';
import type { SavedWorkflow } from './workflows.mts';

const images = join(checkout, 'docs', 'images');
/** n8n's editor draws, loads and moves for a while. */
const settleMs = 5_000;
const editorSize = { width: 1500, height: 950 };

const [url = 'http://127.0.0.1:5678'] = process.argv.slice(2);
const session = await signIn(url, await ownerOf(join(stateFolder, 'n8n')));
const workflows = await session.get<SavedWorkflow[]>('/workflows');
const workflow = workflows.find(({ name }) => name === 'Batch ecommerce orders');
if (workflow === undefined) throw new Error(`There is no batch workflow at ${url}.`);
const { results } = await session.get<{ results: { id: string }[] }>(
	`/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId: workflow.id }))}`,
);
const execution = results.at(-1)?.id;

const browser = await openBrowser();
const context = await browser.newContext({ viewport: editorSize });
const { hostname } = new URL(url);
await context.addCookies([
	{ name: 'n8n-auth', value: session.authCookie, domain: hostname, path: '/', httpOnly: true },
]);
const page = await context.newPage();

await open(page, `${url}/workflow/${workflow.id}`);
await closeHints(page);
await page.keyboard.press('1');
await page.waitForTimeout(1_500);
await page.mouse.move(0, 0);
await page.screenshot({ path: join(images, 'flow.png') });

await open(page, `${url}/workflow/${workflow.id}/executions/${execution}`);
await page.setViewportSize({ width: 1900, height: 900 });
await openNode(page, 'Batch the payments');
await page.screenshot({ path: join(images, 'result.png') });
await page.setViewportSize(editorSize);

await browser.close();
process.stdout.write(`Saved in ${images}\n`);

async function open(at: Page, address: string): Promise<void> {
	await at.goto(address);
	await at.waitForTimeout(settleMs);
}

/** In the editor, or in the frame that shows an execution. */
async function openNode(at: Page, name: string): Promise<void> {
	for (const frame of at.frames()) {
		const node = frame.locator(`[data-node-name="${name}"]`).first();
		if ((await node.count()) === 0) continue;
		await node.dblclick();
		await at.waitForTimeout(settleMs);
		return;
	}
	throw new Error(`There is no node "${name}" to open.`);
}

/** What n8n proposes to a new user covers the flow. */
async function closeHints(at: Page): Promise<void> {
	await at.keyboard.press('Escape');
	const close = at.locator('text=Production Checklist >> xpath=../.. >> button, svg').first();
	if ((await at.locator('text=Production Checklist').count()) > 0) {
		await close.click({ timeout: 3_000 }).catch(() => undefined);
	}
	await at.waitForTimeout(500);
}
