// The Automation Bots Dashboard.
import type { Locator, Page } from 'playwright-core';

export function card(page: Page, bot: string): Locator {
	const named = page.getByRole('article', { name: bot, exact: true });
	// n8n may have saved by itself what was imported under this name before.
	return named.filter({ has: page.getByText('Active', { exact: true }) });
}

/** What stands on the card of a bot, in one line. */
export async function cardText(page: Page, bot: string): Promise<string> {
	return (await card(page, bot).innerText()).replace(/\s+/g, ' ');
}

/** Presses a button of a bot, and waits until it has ended: the page draws itself anew until then. */
export async function press(page: Page, bot: string, button: 'Preview' | 'Run'): Promise<void> {
	await card(page, bot)
		.getByRole('button', { name: `${button} ${bot}` })
		.click();
	await page.getByRole('status').waitFor();
	await page.locator('body:not(:has(#updates))').waitFor({ timeout: 60_000 });
}
