// What a newcomer does, in a real n8n with a real browser, from signing in to reading the e-mail: each test goes on where the
// one before it stopped. With PICTURES=docs/images it takes the pictures of the guide on the way.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Workflow } from '../../sandbox/n8n/workflows.mts';
import { checkout } from '../n8n/openN8n.mts';
import { openChromium, screen, type Chromium } from './chromium.mts';
import { openEmptyN8n, type EmptyN8n } from './emptyN8n.mts';
import { picture, pictureOfFlow, wideScreen } from './pictures.mts';
import { storyOf } from './story.mts';
import { strangeWorkflow } from './stranger.mts';
import { makeApiKey } from './screens/apiKey.mts';
import { correctCredential, makeCredential } from './screens/credentialDialog.mts';
import { card, cardText, press } from './screens/dashboard.mts';
import {
	execute,
	fitToScreen,
	importByPaste,
	importFile,
	newWorkflow,
	nodes,
	publish,
	unfinishedNodes,
	unknownNodes,
} from './screens/editor.mts';
import { ask, openForm } from './screens/onDemand.mts';
import {
	chooseFromList,
	closeNode,
	listEntries,
	openAnew,
	openList,
	openNode,
} from './screens/panel.mts';
import { setTimeZone } from './screens/settings.mts';
import { signIn } from './screens/signIn.mts';
import { productionUrl } from './screens/urls.mts';

jest.setTimeout(120_000);

const folder = join(checkout, 'workflows');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const bot = 'Batch ecommerce orders';
const office = { username: 'office', password: 'a long password of the office' };

let n8n: EmptyN8n;
let browser: Chromium;
let page: Page;
let formAddress: string;
let dashboardAddress: string;

const fileOf = (name: string) => join(folder, `${name}.json`);
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Workflow;
const isNote = ({ type }: Workflow['nodes'][number]) => type.endsWith('.stickyNote');

beforeAll(async () => {
	n8n = await openEmptyN8n();
	browser = await openChromium();
	page = await browser.page();
});

afterAll(async () => {
	await browser?.close();
	await n8n?.close();
});

const step = storyOf(() => page);

step('signs in', async () => {
	await signIn(page, n8n.url, n8n.owner);
	await page.setViewportSize(wideScreen);
});

for (const file of files) {
	step(`imports ${file} by file: n8n knows every node`, async () => {
		await newWorkflow(page);
		await importFile(page, join(folder, file));
		const expected = read(file).nodes.filter((one) => !isNote(one));
		await expect(nodes(page).count()).resolves.toBe(expected.length);
		expect(await unknownNodes(page)).toEqual([]);
		await fitToScreen(page);
		await pictureOfFlow(page, `template-${basename(file, '.json')}`);
	});
}

step('would notice a node that is not known', async () => {
	await page.setViewportSize(screen);
	await newWorkflow(page);
	await importByPaste(page, strangeWorkflow);
	expect(await unknownNodes(page)).toEqual(['Stranger']);
});

step('makes the Cin7 credential; n8n says what is not right, and that it is', async () => {
	await newWorkflow(page);
	await importFile(page, fileOf('batch-ecommerce-orders'));
	expect(await unfinishedNodes(page)).toContain('Batch the payments');
	await openNode(page, 'Batch the payments');
	const said = await correctCredential(
		page,
		{ apiKey: 'not-the-key' },
		n8n.sandbox.credentials.cin7,
	);
	expect(said).toContain('Cin7 did not accept Username and Connection Key');
});

step('chooses channels, customer and product from the account', async () => {
	await openAnew(page, 'Batch the payments');
	const rows = page.getByTestId('fixed-collection-batchingOptions');
	const channels = rows.getByTestId('resource-locator-channel');
	const types = rows.getByTestId('resource-locator-paymentType');
	await openList(channels.first());
	await picture(page, 'channels-from-account');
	expect(await listEntries(page).allInnerTexts()).toContain('Shopify Harbour Outfitters');
	await listEntries(page).filter({ hasText: 'Shopify Harbour Outfitters' }).click();
	await chooseFromList(types.first(), 'Shopify Payments');
	await chooseFromList(channels.nth(1), 'Shopify Harbour Outfitters');
	await chooseFromList(types.nth(1), 'PayPal');
	await rows.getByTestId('fixed-collection-delete').last().click({ force: true });
	await chooseFromList(page.getByTestId('resource-locator-batchCustomer'), 'Ecommerce batches');
	await chooseFromList(page.getByTestId('resource-locator-batchProduct'), 'BATCH');
	const email = page.getByTestId('resource-locator-summaryEmail').getByTestId('rlc-input');
	await email.locator('input').or(email).last().fill('accounts@example.com');
	await closeNode(page);
	await openNode(page, 'Send the summary');
	await makeCredential(page, n8n.sandbox.credentials.smtp);
	await closeNode(page);
	expect(await unfinishedNodes(page)).toEqual([]);
});

step('sets the time zone: n8n leaves the settings of a file behind', async () => {
	await setTimeZone(page, 'Australia/Sydney');
});

step('executes the Preview and opens its result; nothing is changed', async () => {
	const books = await n8n.books();
	await execute(page, 'Run by hand');
	await openNode(page, 'Batch the payments');
	const output = page.getByTestId('output-panel');
	const tabs = (await output.getByTestId('branches').innerText()).replace(/\s+/g, ' ');
	expect(tabs).toMatch(/Batches.*2 items.*Skipped.*28 items.*Summary.*1 item/);
	await picture(page, 'preview');
	await closeNode(page);
	expect(await n8n.books()).toBe(books);
});

step('publishes; the page for colleagues asks who one is', async () => {
	await publish(page);
	formAddress = await productionUrl(page, 'Click on Demand');
	const stranger = await browser.page();
	await stranger.goto(formAddress);
	await stranger.waitForURL(/signin|oauth/);
	expect(await stranger.locator('#n8n-form').count()).toBe(0);
});

step('previews and runs on that page', async () => {
	const books = await n8n.books();
	const form = await page.context().newPage();
	await openForm(form, formAddress);
	await picture(form, 'on-demand');
	expect(await ask(form, 'Preview')).toContain('A run now would batch 8 payments in 2 batches.');
	await picture(form, 'on-demand-preview');
	expect(await n8n.books()).toBe(books);
	await openForm(form, formAddress);
	expect(await ask(form, 'Run')).toContain('Batched 8 payments in 2 batches.');
	expect(await n8n.books()).toContain('BATCH-000002');
});

step('reads the e-mail', async () => {
	const mailbox = await page.context().newPage();
	await mailbox.goto(new URL('mail', n8n.sandbox.page).href);
	const run = mailbox.getByRole('article').first();
	const text = await run.innerText();
	expect(text).toContain('accounts@example.com');
	expect(text).toContain('Batched 8 payments in 2 batches.');
	expect(text).toContain(`${n8n.url}/workflow/`);
	await picture(run.locator('iframe'), 'mail');
});

step('makes the Amazon credential, and its test passes', async () => {
	await newWorkflow(page);
	await importFile(page, fileOf('download-amazon-orders'));
	await openNode(page, 'Download updated orders');
	const amazon = { ...n8n.sandbox.credentials.amazon, region: 'Custom Endpoint' };
	await makeCredential(page, amazon, 'credential-amazon');
	await closeNode(page);
	expect(await unfinishedNodes(page)).not.toContain('Download updated orders');
});

step('sets the dashboard up by pasting it; it is refused without its password', async () => {
	const scopes = ['workflow:list', 'execution:list', 'workflow:create'];
	const apiKey = await makeApiKey(page, n8n.url, 'Automation Bots Dashboard', scopes);
	await page.goto(`${n8n.url}/home/workflows`);
	await newWorkflow(page);
	await importByPaste(page, readFileSync(fileOf('automation-bots-dashboard'), 'utf8'));
	expect(await unknownNodes(page)).toEqual([]);
	await openNode(page, 'Page or button');
	await makeCredential(page, { user: office.username, password: office.password });
	await closeNode(page);
	await openNode(page, 'All workflows');
	await makeCredential(page, { apiKey, baseUrl: `${n8n.url}/api/v1` });
	await closeNode(page);
	// n8n gives the credential to the other nodes of its kind as well.
	expect(await unfinishedNodes(page)).toEqual([]);
	await publish(page);
	dashboardAddress = await productionUrl(page, 'Page or button');
	expect((await page.request.get(dashboardAddress)).status()).toBe(401);
});

step('sees last and next run on the dashboard, presses Run there, and sees it change', async () => {
	const dashboard = await browser.page(office);
	await dashboard.goto(dashboardAddress);
	const before = await cardText(dashboard, bot);
	expect(before).toMatch(/Run: Done .*2 batches/);
	expect(before).toMatch(/Next run \w{3} \d+ \w{3} \d{4}, 06:00/);
	await picture(dashboard, 'dashboard');
	await press(dashboard, bot, 'Run');
	const after = await cardText(dashboard, bot);
	expect(after).toMatch(/Run: Nothing to do/i);
	await picture(card(dashboard, bot), 'dashboard-after-run');
	await dashboard.goto(`${dashboardAddress}?new`);
	await picture(dashboard, 'dashboard-gallery');
});
