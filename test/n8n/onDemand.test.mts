// Click on Demand: the page that any colleague can open, with a real browser. Preview and Run, whatever the bot is set to,
// and what came of it.
import { BATCH_NODE } from '../../sandbox/n8n/fillIn.mts';
import {
	publishWorkflow,
	type SavedWorkflow,
	type WorkflowNode,
} from '../../sandbox/n8n/workflows.mts';
import { filledTemplate, nodeOf } from './flows.mts';
import { openFormBrowser, type FormBrowser, type FormPage } from './formInBrowser.mts';
import { bot, openBots, type Bots } from './runs.mts';

jest.setTimeout(180_000);

let n8n: Bots;
let browser: FormBrowser;
let workflow: SavedWorkflow;
let address: string;

/** Where the page of a bot is: n8n gives each its own. */
async function published(saved: SavedWorkflow): Promise<string> {
	await publishWorkflow(n8n.session, saved);
	const { nodes } = await n8n.session.get<SavedWorkflow>(`/workflows/${saved.id}`);
	const form = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	return `${n8n.url}/form/${String(form?.webhookId)}`;
}

beforeAll(async () => {
	n8n = await openBots();
	browser = await openFormBrowser(n8n.session.authCookie);
	workflow = await n8n.bot();
	address = await published(workflow);
});

afterAll(async () => {
	await browser?.close();
	await n8n?.close();
});

/** Changes the bot and publishes it again; its page stays where it was, and n8n asks nobody a second time. */
async function changeBot(change: (node: WorkflowNode) => void): Promise<void> {
	const { nodes, connections, settings, name } = workflow;
	const changed = nodes.find(({ type }) => type === BATCH_NODE) as WorkflowNode;
	change(changed);
	const saved = await n8n.session.patch<SavedWorkflow>(`/workflows/${workflow.id}`, {
		name,
		nodes,
		connections,
		settings,
	});
	await publishWorkflow(n8n.session, saved);
}

async function ask(at: string, choice: 'Preview' | 'Run'): Promise<FormPage> {
	const form = await browser.open(at);
	await form.page.getByLabel(choice, { exact: true }).check();
	await form.submit();
	return form;
}

/** Waits until the execution of a page has ended: that comes after the page is shown. */
async function rowsOf({ id }: SavedWorkflow, count: number) {
	for (let tries = 0; tries < 50; tries++) {
		const rows = await n8n.history({ id });
		if (rows.length >= count) return rows;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	return await n8n.history({ id });
}

async function statusOf(executionId: string): Promise<string> {
	for (let tries = 0; tries < 50; tries++) {
		const { status } = await n8n.session.get<{ status: string }>(`/executions/${executionId}`);
		if (!['running', 'waiting', 'new'].includes(status)) return status;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	return 'still going';
}

it('asks who somebody is', async () => {
	const answer = await fetch(address, { redirect: 'manual' });
	expect(answer.status).toBe(302);
	expect(answer.headers.get('location')).toMatch(/signin|oauth/);
});

it('is there for each copy of the bot', async () => {
	const copy = await n8n.bot();
	expect(await published(copy)).not.toBe(address);
});

it('bears the name of the bot, and has Preview chosen: somebody in a hurry changes nothing', async () => {
	const form = await browser.open(address);
	expect(await form.text()).toContain(workflow.name);
	expect(await form.page.getByLabel('Preview', { exact: true }).isChecked()).toBe(true);
});

it('Preview: says what a run would do, and nothing is changed', async () => {
	const books = await n8n.books();
	const form = await ask(address, 'Preview');
	const text = await form.text();
	expect(text).toContain('A run now would batch 24 payments in 6 batches.');
	expect(text).toContain('This is a Preview: nothing was changed in Cin7.');
	expect(await n8n.books()).toBe(books);
	const [row] = await rowsOf(workflow, 1);
	expect(row).toMatchObject({ operation: 'preview', result: 'done' });
	expect(await statusOf(row.executionId)).toBe('success');
});

it('Run: makes the batches, though the bot is set to Preview', async () => {
	const form = await ask(address, 'Run');
	const text = await form.text();
	expect(text).toContain('Batched 24 payments in 6 batches.');
	expect(text).toContain('BATCH-000006');
	expect(await n8n.documents()).toHaveLength(6);
	const rows = await rowsOf(workflow, 2);
	expect(rows[1]).toMatchObject({ operation: 'run', result: 'done', batches: 6 });
	expect(await statusOf(rows[1].executionId)).toBe('success');
});

it('a key that Cin7 does not know: the page says what to do, and the execution ends in red', async () => {
	const { id, name } = await n8n.wrongKey();
	await changeBot((node) => (node.credentials = { cin7OmniApi: { id, name } }));
	const form = await ask(address, 'Run');
	const text = await form.text();
	expect(text).toMatch(/username.*key|key.*username/i);
	expect(text).toContain('What to do:');
	expect(text).not.toContain('not-the-key');
	const row = (await rowsOf(workflow, 3))[2];
	expect(row).toMatchObject({ operation: 'run', result: 'failed' });
	expect(await statusOf(row.executionId)).toBe('error');
});

it('markup in the name of a bot is text on the page', async () => {
	const name = `<img src="x" onerror="document.title='bad'">{{ 7 * 7 }}`;
	await changeBot(({ parameters }) => (parameters.botName = name));
	const form = await ask(address, 'Preview');
	expect(await form.text()).toContain(name);
	expect(await form.page.title()).not.toBe('bad');
	expect(await form.page.locator('img').count()).toBe(0);
});

describe('the bot that hands on a file', () => {
	let form: FormPage;
	let saved: SavedWorkflow;

	it('has a page that says what was handed on and confirmed', async () => {
		await n8n.control('reset', {});
		// n8n asks each person once for each form, and this browser keeps only one answer.
		await browser.close();
		browser = await openFormBrowser(n8n.session.authCookie);
		const filled = await filledTemplate('batch-ecommerce-orders-csv', bot, 'preview');
		nodeOf(filled, 'Hand it on').parameters.toEmail = 'books@example.com';
		saved = await n8n.place(filled, [n8n.cin7, n8n.smtp]);
		form = await ask(await published(saved), 'Run');
		const text = await form.text();
		expect(text).toContain('Batched 24 payments in 6 batches, to be booked in your accounting');
		expect(text).toContain('Handed on and confirmed: 6 of 6.');
	});

	it('and a row that says the same', async () => {
		const [row] = await rowsOf(saved, 1);
		expect(row).toMatchObject({ operation: 'run', result: 'done', batches: 6, payments: 24 });
		expect(row.message).toContain('Handed on and confirmed: 6 of 6.');
		expect(await statusOf(row.executionId)).toBe('success');
	});
});
