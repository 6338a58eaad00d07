// The panel of a node.
import type { Locator, Page } from 'playwright-core';
import { node } from './editor.mts';

export async function openNode(page: Page, name: string): Promise<Locator> {
	await node(page, name).dblclick();
	const panel = page.getByTestId('ndv');
	await panel.waitFor();
	return panel;
}

export async function closeNode(page: Page): Promise<void> {
	await page.getByTestId('ndv-close-button').click();
	await page.getByTestId('ndv').waitFor({ state: 'hidden' });
}

/** Then n8n asks again for the lists that it did not get with a key that was refused. */
export async function openAnew(page: Page, name: string): Promise<void> {
	await closeNode(page);
	await openNode(page, name);
}

/** A field that is chosen from the account: its list is opened, and the entry with this text is taken. */
export async function chooseFromList(field: Locator, text: string): Promise<void> {
	const page = field.page();
	await openList(field);
	await listEntries(page).filter({ hasText: text }).first().click();
}

/** Opens the list of such a field, from whatever way of naming it stands at. */
export async function openList(field: Locator): Promise<void> {
	const page = field.page();
	const mode = field.getByTestId('rlc-mode-selector');
	if (!(await mode.locator('input').inputValue()).toLowerCase().includes('list')) {
		await mode.click();
		await page.getByTestId('mode-list').filter({ visible: true }).click();
	}
	await field.getByTestId('rlc-input').click();
	await listEntries(page).first().waitFor();
}

export function listEntries(page: Page): Locator {
	return page.getByTestId('rlc-item').filter({ visible: true });
}

/** A parameter with fixed choices. */
export async function chooseOption(page: Page, parameter: string, option: string): Promise<void> {
	await page.getByTestId(`parameter-input-${parameter}`).first().click();
	const choice = page.locator('.el-select-dropdown__item').filter({ visible: true });
	await choice.filter({ has: page.getByText(option, { exact: true }) }).click();
}
