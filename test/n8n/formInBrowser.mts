// A form of n8n as somebody fills it in: a real browser, signed in as the owner of this n8n.
import type { Page } from 'playwright-core';
import { startBrowser } from './startBrowser.mts';

export interface FormPage {
	/** The page of the browser, for pictures and for what is not here. */
	page: Page;
	/** Everything that can be read on it. */
	text(): Promise<string>;
	/** The labels of its fields, in their order. */
	labels(): Promise<string[]>;
	/** What a dropdown has to choose from. */
	choices(label: string): Promise<string[]>;
	/** Types into a field, or chooses what begins like this from a dropdown. */
	fill(label: string, text: string): Promise<void>;
	/** Presses the button and waits until another page stands there. */
	submit(): Promise<string>;
}

export interface FormBrowser {
	/** Opens a published form and gets past n8n's question whether it may run. */
	open(address: string): Promise<FormPage>;
	close(): Promise<void>;
}

const patience = 30_000;

/** @param authCookie of the session, see signIn */
export async function openFormBrowser(authCookie: string): Promise<FormBrowser> {
	const { browser, close } = await startBrowser();
	return {
		async open(address) {
			const context = await browser.newContext({ viewport: { width: 1100, height: 1000 } });
			const { hostname } = new URL(address);
			await context.addCookies([
				{ name: 'n8n-auth', value: authCookie, domain: hostname, path: '/', httpOnly: true },
			]);
			const page = await context.newPage();
			await page.goto(address);
			const allow = page.getByRole('button', { name: 'Allow access' });
			await allow.or(page.locator('#n8n-form')).first().waitFor({ timeout: patience });
			if (await allow.isVisible()) await allow.click();
			await page.locator('#n8n-form').waitFor({ timeout: patience });
			return formPage(page);
		},
		close,
	};
}

function formPage(page: Page): FormPage {
	const field = (label: string) => page.getByLabel(label, { exact: true });
	const choices = async (label: string) => await field(label).locator('option').allTextContents();
	return {
		page,
		text: async () => await page.locator('body').innerText(),
		labels: async () => await page.locator('.inputs-wrapper label').allTextContents(),
		choices,
		async fill(label, text) {
			const input = field(label);
			const tag = await input.evaluate((element) => element.tagName);
			if (tag !== 'SELECT') return await input.fill(text);
			const choice = (await choices(label)).find((option) => option.startsWith(text));
			if (choice === undefined) throw new Error(`${label} has no choice "${text}".`);
			await input.selectOption(choice);
		},
		async submit() {
			// Every page is a document of its own: a mark on this one tells when the next one is there.
			await page.evaluate("document.body.setAttribute('data-left', 'yes')");
			await page.locator('#submit-btn').click();
			const next = page.locator('body:not([data-left])');
			const end = page.locator('#submitted-form').filter({ visible: true });
			await next.or(end).first().waitFor({ timeout: patience });
			await page.waitForLoadState('domcontentloaded');
			return await page.locator('body').innerText();
		},
	};
}
