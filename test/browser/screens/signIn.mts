// n8n's sign-in page.
import type { Page } from 'playwright-core';
import type { Owner } from '../../../sandbox/n8n/owner.mts';

export async function signIn(page: Page, url: string, { email, password }: Owner): Promise<void> {
	await page.goto(url);
	await page.getByLabel('Email').fill(email);
	await page.getByLabel('Password', { exact: true }).fill(password);
	await page.getByTestId('form-submit-button').click();
	await page.getByTestId('universal-add').waitFor();
}
