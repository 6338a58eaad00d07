// The settings of a workflow: … > Settings.
import type { Page } from 'playwright-core';

/** @param zone as the list names it */
export async function setTimeZone(page: Page, zone: string): Promise<void> {
	await page.getByTestId('workflow-menu').first().click();
	await page.getByTestId('workflow-menu-item-settings').click();
	const dialog = page.getByTestId('workflow-settings-dialog');
	const list = dialog.getByTestId('workflow-settings-timezone').getByRole('combobox');
	await list.click();
	await page.keyboard.type(zone);
	const choices = page.locator('.el-select-dropdown__item').filter({ visible: true });
	await choices.filter({ hasText: zone }).first().click();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await dialog.waitFor({ state: 'hidden' });
}
