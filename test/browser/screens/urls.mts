// The address of a page that a workflow has: its trigger shows it.
import type { Page } from 'playwright-core';
import { closeNode, openNode } from './panel.mts';

/** @param trigger name of a Form Trigger or a Webhook */
export async function productionUrl(page: Page, trigger: string): Promise<string> {
	const panel = await openNode(page, trigger);
	await panel.getByText('Production URL', { exact: true }).click();
	const shown = await panel.locator('.webhook-url').filter({ hasNotText: '-test/' }).innerText();
	await closeNode(page);
	return shown.trim();
}
