// Click on Demand: the page on which a colleague chooses Preview or Run.
import type { Page } from 'playwright-core';

/** Opens it, and gives n8n the leave that it asks each person for, once. */
export async function openForm(page: Page, address: string): Promise<void> {
	await page.goto(address);
	const allow = page.getByRole('button', { name: 'Allow access' });
	const form = page.locator('#n8n-form');
	await allow.or(form).first().waitFor();
	if (await allow.isVisible()) await allow.click();
	await form.waitFor();
}

/** Presses the button, and reads what the page says in the end. */
export async function ask(page: Page, choice: 'Preview' | 'Run'): Promise<string> {
	await page.getByLabel(choice, { exact: true }).check();
	// Every page is a document of its own: a mark on this one tells when the next one is there.
	await page.evaluate("document.body.setAttribute('data-left', 'yes')");
	await page.locator('#submit-btn').click();
	await page.locator('body:not([data-left])').waitFor({ timeout: 60_000 });
	await page.waitForLoadState('domcontentloaded');
	return await page.locator('body').innerText();
}
