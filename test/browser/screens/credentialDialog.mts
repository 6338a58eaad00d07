// The dialog in which a credential is made, from the panel of a node that needs one.
import type { Locator, Page } from 'playwright-core';
import { picture } from '../pictures.mts';

/** By the names of the fields; of a list, what stands in it. */
type Data = Record<string, unknown>;

/** Makes a new credential in the open panel, and waits for what n8n's own test of it says, where it has one. */
export async function makeCredential(page: Page, data: Data, name?: string): Promise<void> {
	const dialog = await openDialog(page);
	await fillIn(dialog, data);
	await dialog.getByTestId('credential-save-button').click();
	// n8n closes the dialog once its test has passed, and shows what it says otherwise.
	await dialog.waitFor({ state: 'hidden' });
	// Then it puts the credential into the node.
	await page.getByTestId('credential-edit-button').waitFor();
	if (name !== undefined) await lookAtTest(page, name);
}

/** Makes one with data that are wrong, reads what n8n says, and puts it right. */
export async function correctCredential(page: Page, wrong: Data, right: Data): Promise<string> {
	const dialog = await openDialog(page);
	await fillIn(dialog, { ...right, ...wrong });
	await dialog.getByTestId('credential-save-button').click();
	await dialog.getByText('More details').click();
	const said = await dialog.getByTestId('credential-edit-dialog').innerText();
	await picture(page, 'credential-refused');
	await fillIn(dialog, right);
	await dialog.getByTestId('credential-save-button').click();
	await dialog.waitFor({ state: 'hidden' });
	await lookAtTest(page, 'credential-cin7');
	return said;
}

/** Opens a saved credential again: its test runs, and the dialog says that it has passed. */
async function lookAtTest(page: Page, name: string): Promise<void> {
	await page.getByTestId('credential-edit-button').click();
	const dialog = page.getByTestId('editCredential-modal');
	await dialog.getByTestId('credentials-config-container-test-success').waitFor();
	await picture(page, name);
	await closeDialog(dialog);
}

async function openDialog(page: Page): Promise<Locator> {
	const none = page.getByTestId('node-credentials-empty-state');
	const some = page.getByTestId('node-credentials-select');
	await none.or(some).first().waitFor();
	if (await none.isVisible()) await none.locator('button').click();
	else {
		await some.click();
		await page.getByTestId('node-credentials-select-item-new').click();
	}
	const dialog = page.getByTestId('editCredential-modal');
	await dialog.getByTestId('credential-connection-parameter').first().waitFor();
	return dialog;
}

async function closeDialog(dialog: Locator): Promise<void> {
	await dialog.getByRole('button', { name: 'Close this dialog' }).click();
	await dialog.waitFor({ state: 'hidden' });
}

async function fillIn(dialog: Locator, data: Data): Promise<void> {
	for (const [name, value] of Object.entries(data)) {
		await fillField(dialog.getByTestId(`parameter-input-${name}`), value);
	}
}

async function fillField(field: Locator, value: unknown): Promise<void> {
	const page = field.page();
	if (typeof value === 'boolean') {
		const button = field.getByRole('switch');
		if ((await button.isChecked()) !== value) await field.locator('.el-switch').click();
		return;
	}
	const list = field.getByRole('combobox');
	if ((await list.count()) === 0) return await field.locator('input').fill(String(value));
	await field.click();
	const choice = page.locator('.el-select-dropdown__item').filter({ visible: true });
	await choice.filter({ has: page.getByText(String(value), { exact: true }) }).click();
}
