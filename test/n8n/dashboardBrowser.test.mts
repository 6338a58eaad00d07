// The dashboard as people use it: a real browser on the page that n8n sends, in the sandbox that n8n puts it in. With
// PICTURES=folder it keeps pictures of what it saw.
import { join } from 'node:path';
import type { SavedWorkflow } from '../../sandbox/n8n/workflows.mts';
import { openDashboard, openPage, type Browser, type Dashboard } from './dashboards.mts';
import { template } from './openN8n.mts';

jest.setTimeout(240_000);

let n8n: Dashboard;
let browser: Browser;
let bot: SavedWorkflow;

beforeAll(async () => {
	n8n = await openDashboard();
	bot = await n8n.publish(await n8n.bot((_, workflow) => (workflow.name = 'Every morning')));
	await n8n.bot((_, workflow) => (workflow.name = 'Weekends, not published yet'));
	const credentials = [n8n.cin7, n8n.smtp];
	await n8n.publish(await n8n.place(await template('needs-attention-find'), credentials));
	await n8n.place(await template('set-up-check'), credentials);
	browser = await openPage(n8n);
});

afterAll(async () => {
	await browser?.close();
	await n8n?.close();
});

const card = () => browser.page.getByRole('article', { name: 'Every morning' });

async function picture(name: string): Promise<void> {
	const folder = process.env.PICTURES;
	if (folder === undefined) return;
	await browser.page.screenshot({ path: join(folder, `dashboard-${name}.png`), fullPage: true });
}

/** Presses a button of the bot and waits until the page says what came of it. */
async function press(button: 'Preview' | 'Run'): Promise<string> {
	const { page } = browser;
	await card()
		.getByRole('button', { name: `${button} Every morning` })
		.click();
	await page.getByRole('status').waitFor();
	await picture(`${button.toLowerCase()}-started`);
	// The page draws itself anew until the bot has ended.
	await card().getByText(`${button}: `).waitFor({ timeout: 90_000 });
	await page.locator('body:not(:has(#updates))').waitFor({ timeout: 60_000 });
	return (await card().innerText()).replace(/\s+/g, ' ');
}

it('shows every bot in the tab of its category, by keyboard too', async () => {
	const { page } = browser;
	await page.goto(n8n.address);
	await picture('all');
	const names = async () => await page.locator('h3:visible').allTextContents();
	expect(await names()).toHaveLength(4);
	expect(await names()).toContain('Every morning');
	const tab = page.getByRole('link', { name: /^Sales & Orders/ });
	await tab.focus();
	await page.keyboard.press('Enter');
	expect(await names()).toEqual(['Find orders that need attention']);
	expect(await tab.getAttribute('aria-current')).toBe('true');
	await page.getByRole('link', { name: /^All/ }).click();
	expect(await names()).toHaveLength(4);
});

it('the buttons of a bot that is not published cannot be pressed', async () => {
	const other = browser.page.getByRole('article', { name: 'Weekends, not published yet' });
	expect(await other.getByRole('button', { name: 'Run' }).isDisabled()).toBe(true);
	expect(await other.innerText()).toContain('Publish it in n8n to start it from here.');
});

it('Preview shows what a run would make, and makes nothing', async () => {
	const books = await n8n.books();
	expect(await press('Preview')).toMatch(/Preview: \w+/);
	expect(await n8n.books()).toBe(books);
});

it('Run makes the batches; the card says how many and how much', async () => {
	const said = await press('Run');
	await picture('run-done');
	expect(said).toMatch(/Run: Done \d+ batch/);
	const documents = await n8n.documents();
	expect(said).toContain(`${documents.length} batch`);
	await card().getByRole('link', { name: 'Look at this run' }).click();
	await browser.page.waitForURL(new RegExp(`/workflow/${bot.id}/executions/\\d+`));
});

it('creates a bot from the gallery, which is then in n8n to be set up', async () => {
	const { page } = browser;
	await page.goto(n8n.address);
	await page.getByRole('link', { name: 'Create New Automation Bot' }).click();
	await picture('gallery');
	const offered = page.getByRole('article', { name: 'Download Amazon orders' });
	await offered.getByLabel('Name').fill('Amazon <AU>');
	const download = page.waitForEvent('download');
	await offered.getByRole('link', { name: 'Download JSON' }).click();
	expect((await download).suggestedFilename()).toBe('download-amazon-orders.json');
	await offered.getByRole('button', { name: 'Create' }).click();
	const said = page.getByRole('status');
	await said.waitFor();
	expect(await said.innerText()).toContain('“Amazon <AU>” is created.');
	await picture('created');
	await said.getByRole('link', { name: 'Open it in n8n' }).click();
	await page.waitForURL(/\/workflow\/\w+$/);
	await page
		.getByText('Amazon <AU>')
		.filter({ visible: true })
		.first()
		.waitFor({ timeout: 30_000 });
});

it.each([320, 390, 1280])('at %d pixels nothing sticks out, light and dark', async (width) => {
	const { page } = browser;
	await page.setViewportSize({ width, height: 900 });
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		for (const [name, query] of [
			['all', ''],
			['gallery', '?new'],
		]) {
			await page.goto(`${n8n.address}${query}`);
			expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
				width,
			);
			await picture(`${name}-${width}-${colorScheme}`);
		}
	}
});

describe('the gallery', () => {
	const names = async () =>
		(await n8n.session.get<{ name: string }[]>('/workflows')).map(({ name }) => name);
	const versionOfDashboard = async () =>
		/name="version"\s+value="([^"]+)"/.exec((await n8n.get('?new')).body)?.[1] ?? '';

	it('creates every template as a bot of its own, not published', async () => {
		const { body } = await n8n.get('?new');
		const files = [...body.matchAll(/name="template"\s+value="([^"]+)"/g)].map(([, file]) => file);
		expect(files.length).toBeGreaterThanOrEqual(8);
		const version = await versionOfDashboard();
		for (const file of files) {
			const name = `Mine: ${file}`;
			const form = { whatToDo: 'create', template: file, name, version };
			const { status, location } = await n8n.post(form);
			expect(`${file} ${status}`).toBe(`${file} 303`);
			const id = decodeURIComponent(location.replace('?created=', ''));
			const created = await n8n.session.get<SavedWorkflow>(`/workflows/${id}`);
			expect(created).toMatchObject({ name, activeVersionId: null });
			const bundled = await template(file);
			expect(created.nodes.map((node) => node.name)).toEqual(
				bundled.nodes.map((node) => node.name),
			);
			expect((await n8n.get(location)).body).toContain(`“${name}” is created.`);
		}
	});

	it('creates nothing for a form that did not come from it', async () => {
		const before = await names();
		const form = { whatToDo: 'create', template: 'batch-ecommerce-orders', name: 'Forged' };
		expect((await n8n.post(form)).status).toBe(409);
		expect(
			(await n8n.post({ ...form, version: await versionOfDashboard(), name: ' ' })).status,
		).toBe(400);
		expect(await names()).toEqual(before);
	});
});

it('the template reads well on the canvas', async () => {
	const { page } = browser;
	await page.setViewportSize({ width: 1700, height: 1000 });
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto(`${n8n.url}/workflow/${n8n.workflow.id}`);
	const node = page.locator('[data-node-name="Draw the dashboard"]').first();
	await node.waitFor({ timeout: 60_000 });
	await page.keyboard.press('1');
	await page.waitForTimeout(2_000);
	await picture('canvas');
	await node.dblclick();
	await page.getByText('Connect the Webhook').first().waitFor();
	await picture('panel');
});
