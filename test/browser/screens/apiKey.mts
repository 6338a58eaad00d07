// n8n's page for keys of its own API: Settings > n8n API.
import type { Page } from 'playwright-core';
import { picture } from '../pictures.mts';

/** Makes a key that does not run out, with these scopes, and copies it: n8n shows it only once. */
export async function makeApiKey(
	page: Page,
	url: string,
	label: string,
	scopes: readonly string[],
): Promise<string> {
	await page.goto(`${url}/settings/api`);
	await page.getByRole('button', { name: 'Create API key' }).click();
	const dialog = page.getByTestId('createOrEditApiKey-modal');
	await dialog.getByTestId('api-key-label').fill(label);
	await dialog.getByTestId('expiration-select').click();
	const choices = page.locator('.el-select-dropdown__item').filter({ visible: true });
	await choices.filter({ hasText: 'Never' }).click();
	await dialog.getByTestId('scopes-mode-custom').click();
	await dialog.getByTestId('scope-group-toggle-workflowsAndExecutions').click();
	for (const scope of scopes) await dialog.getByTestId(`scope-checkbox-${scope}`).click();
	await picture(page, 'api-key');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await page.evaluate("navigator.clipboard.writeText('')");
	await dialog.getByTestId('copy-input-button').click();
	const key = await copiedText(page);
	await dialog.getByRole('button', { name: 'Done' }).click();
	return key;
}

/** What stands in the clipboard, once something does. */
async function copiedText(page: Page): Promise<string> {
	for (let looks = 0; looks < 100; looks++) {
		const text = await page.evaluate<string>('navigator.clipboard.readText()');
		if (text !== '') return text;
		await page.waitForTimeout(50);
	}
	throw new Error('n8n copied nothing.');
}
