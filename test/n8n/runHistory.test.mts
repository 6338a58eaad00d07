// The history of runs: one row for each execution in a Data Table that the template makes itself, by the workflow's ID;
// whatever happens to the run, to the row or to the e-mail, people are told what is so.
import { itemsOf } from '../../sandbox/n8n/executions.mts';
import { publishWorkflow, type SavedWorkflow } from '../../sandbox/n8n/workflows.mts';
import { nodeOf } from './flows.mts';
import {
	askBot,
	bot as sixGroupsBot,
	historyTable,
	openBots,
	type Bots,
	type Row,
} from './runs.mts';

jest.setTimeout(180_000);

let n8n: Bots;

beforeAll(async () => {
	n8n = await openBots();
});

afterAll(async () => {
	await n8n?.close();
});

const executionUrl = (workflow: SavedWorkflow, id: string) =>
	`${n8n.url}/workflow/${workflow.id}/executions/${id}`;

describe('one bot', () => {
	let workflow: SavedWorkflow;
	let firstRow: Row;

	it('makes the table with the first execution, a Preview, and writes its row', async () => {
		expect(await historyTable(n8n.session)).toBeUndefined();
		workflow = await n8n.bot();
		const books = await n8n.books();
		const { execution, complaint } = await n8n.start(workflow);
		expect(complaint).toBeUndefined();
		const rows = await n8n.history(workflow);
		expect(rows).toHaveLength(1);
		[firstRow] = rows;
		expect(firstRow).toMatchObject({
			botName: sixGroupsBot.botName,
			operation: 'preview',
			result: 'done',
			executionId: execution.id,
			batches: 6,
			payments: 24,
			message: 'A run now would batch 24 payments in 6 batches.',
			executionUrl: executionUrl(workflow, execution.id),
		});
		const [summary] = itemsOf<Row>(execution, 'Batch the payments', 2);
		expect(firstRow.skipped).toBe(summary.skippedPayments);
		expect(firstRow.totals).toBe(summary.totalsText);
		expect(firstRow.totals).toMatch(/^AUD -?[\d,]+\.\d\d$/);
		const started = Date.parse(firstRow.startedAt);
		expect(Math.abs(started - Date.parse(execution.startedAt))).toBeLessThan(30_000);
		expect(await n8n.books()).toBe(books);
	});

	it('is renamed and copied, and each keeps a history of its own', async () => {
		const { nodes, connections, settings } = workflow;
		await n8n.session.patch(`/workflows/${workflow.id}`, { name: 'Another name' });
		const copy = await n8n.session.post<SavedWorkflow>('/workflows', {
			name: 'Batch ecommerce orders copy',
			nodes,
			connections,
			settings,
		});
		expect((await n8n.start(workflow)).complaint).toBeUndefined();
		expect((await n8n.start(copy)).complaint).toBeUndefined();
		expect(await n8n.history(workflow)).toHaveLength(2);
		expect(await n8n.history(copy)).toHaveLength(1);
	});

	it('runs, writes how many batches there are, and then that there is nothing to do', async () => {
		const running = await n8n.bot(({ parameters }) => (parameters.operation = 'run'));
		expect((await n8n.start(running)).complaint).toBeUndefined();
		expect((await n8n.start(running)).complaint).toBeUndefined();
		const [first, second] = await n8n.history(running);
		expect(first).toMatchObject({ operation: 'run', result: 'done', batches: 6, payments: 24 });
		expect(first.totals).toBe(firstRow.totals);
		expect(second).toMatchObject({ result: 'nothingToDo', batches: 0, payments: 0, totals: '' });
		expect(await n8n.documents()).toHaveLength(6);
	});

	it('has nothing of people or of what they paid with', async () => {
		const rows = JSON.stringify(await n8n.history(workflow));
		expect(rows).not.toContain('@');
		expect(rows).not.toContain(n8n.sandbox.credentials.cin7.apiKey);
	});
});

describe('a bot that had to stop', () => {
	it('says so in its row, by e-mail and as a failed execution, and what to do', async () => {
		const workflow = await n8n.bot(undefined, await n8n.wrongKey());
		const before = (await n8n.mails()).length;
		const { execution, complaint } = await n8n.start(workflow);
		expect(execution.status).toBe('error');
		expect(complaint).toContain('Say what is not');
		expect(complaint).toMatch(/username.*key|key.*username/i);
		expect(itemsOf(execution, 'Batch the payments', 0)).toEqual([]);
		const [row] = await n8n.history(workflow);
		expect(row).toMatchObject({
			operation: 'preview',
			result: 'failed',
			batches: null,
			payments: null,
			skipped: null,
			totals: '',
			executionUrl: executionUrl(workflow, execution.id),
		});
		expect(complaint).toContain(row.message);
		const [mail, ...others] = (await n8n.mails()).slice(before);
		expect(others).toEqual([]);
		expect(mail.subject).toMatch(/^Six groups stopped: /);
		for (const body of [mail.text, mail.html]) {
			expect(body).toContain('What to do: ');
			expect(body).toContain(executionUrl(workflow, execution.id));
			expect(body).not.toContain('not-the-key');
		}
	});

	it('writes no e-mail when nobody is named', async () => {
		const workflow = await n8n.bot(
			({ parameters }) => (parameters.summaryEmail.value = ''),
			await n8n.wrongKey(),
		);
		const before = (await n8n.mails()).length;
		expect((await n8n.start(workflow)).execution.status).toBe('error');
		expect(await n8n.mails()).toHaveLength(before);
		expect(await n8n.history(workflow)).toHaveLength(1);
	});

	it('stopped for its settings, and a name that nobody can read', async () => {
		const workflow = await n8n.bot(({ parameters }) => {
			parameters.botName = "={{ $('Click on Demand').item.json.nothing }}";
		});
		const { complaint } = await n8n.start(workflow);
		expect(complaint).toContain('Say what is not');
		const [row] = await n8n.history(workflow);
		expect(row).toMatchObject({ botName: '', result: 'failed' });
	});
});

describe('what else may not work out', () => {
	it('the e-mail: the row says that the run is done, and the execution what is not', async () => {
		const workflow = await n8n.bot((_, flow) => {
			const mail = nodeOf(flow, 'Send the summary');
			mail.parameters.fromEmail = 'nobody';
			mail.parameters.toEmail = 'no address';
			mail.retryOnFail = false;
		});
		const { complaint, execution } = await n8n.start(workflow);
		expect(execution.status).toBe('error');
		expect(complaint).toContain('The e-mail could not be sent');
		expect(complaint).toContain('A run now would batch');
		expect((await n8n.history(workflow))[0].result).toBe('nothingToDo');
	});

	it('the row: the e-mail goes out all the same', async () => {
		const workflow = await n8n.bot((_, flow) => {
			const history = nodeOf(flow, 'Write the history');
			history.parameters.dataTableId = { __rl: true, mode: 'id', value: 'gone' };
			history.retryOnFail = false;
		});
		const before = (await n8n.mails()).length;
		const { complaint } = await n8n.start(workflow);
		expect(complaint).toContain('The row of this run could not be written');
		expect(await n8n.mails()).toHaveLength(before + 1);
	});

	it('the table cannot be made', async () => {
		const workflow = await n8n.bot((_, flow) => {
			const table = nodeOf(flow, 'Make the history table');
			table.parameters.tableName = 'Another table';
			table.parameters.columns = { column: [{ name: 'no name for a column', type: 'string' }] };
			table.retryOnFail = false;
			nodeOf(flow, 'Write the history').retryOnFail = false;
		});
		const before = (await n8n.mails()).length;
		const { complaint } = await n8n.start(workflow);
		expect(complaint).toContain('The row of this run could not be written');
		expect(await n8n.mails()).toHaveLength(before + 1);
	});
});

describe('the dashboard', () => {
	it('asks for a Run, whatever the bot is set to, and for nothing that there is not', async () => {
		const workflow = await n8n.bot();
		await publishWorkflow(n8n.session, workflow);
		expect(await askBot(n8n.session, workflow, 'run')).toBeUndefined();
		expect(await askBot(n8n.session, workflow, 'preview')).toBeUndefined();
		const complaint = await askBot(n8n.session, workflow, 'undo everything');
		expect(complaint).toContain('which is neither preview nor run');
		const rows = await n8n.history(workflow);
		expect(rows.map(({ operation, result }) => [operation, result])).toEqual([
			['run', 'nothingToDo'],
			['preview', 'nothingToDo'],
			['preview', 'failed'],
		]);
	});
});
