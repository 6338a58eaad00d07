// External accounting as people wire it: the templates for Xero and for a CSV file, and the operations Get Batches and
// Undo Batch, in a real n8n on the stand-in for Cin7, with a small stand-in for Xero and a real mailbox.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import { saveCredential, type Credential } from '../../sandbox/n8n/credentials.mts';
import {
	finishedExecution,
	itemsOf,
	runWorkflow,
	whatWentWrong,
	type Execution,
} from '../../sandbox/n8n/executions.mts';
import { BATCH_NODE } from '../../sandbox/n8n/fillIn.mts';
import { publishWorkflow, type Workflow } from '../../sandbox/n8n/workflows.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { filledTemplate, nodeOf, oneNode, withXero } from './flows.mts';
import { openN8n, template, type OpenN8n } from './openN8n.mts';
import { askBot, historyOf } from './runs.mts';
import { startXero, type XeroDocument, type XeroStandIn } from './xeroStandIn.mts';

jest.setTimeout(120_000);

type Row = Record<string, any>;

const { scenario, bot } = sixGroups({
	now: new Date().toISOString(),
	payments: 24,
	negativeGroup: true,
	splitTender: true,
});

let folder: string;
let n8n: OpenN8n;
let xero: XeroStandIn;
let xeroCredential: Credential;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'cin7-omni-external-'));
	const file = join(folder, 'scenario.json');
	await writeFile(file, JSON.stringify(scenario));
	[n8n, xero] = await Promise.all([openN8n(['--limits', 'off', '--scenario', file]), startXero()]);
	// As n8n keeps it after somebody signed in to Xero.
	xeroCredential = await saveCredential(
		n8n.session,
		{ name: 'Xero', type: 'xeroOAuth2Api' },
		{
			clientId: 'client',
			clientSecret: 'secret',
			oauthTokenData: { access_token: xero.accessToken, token_type: 'Bearer', expires_in: 1800 },
		},
	);
});

afterAll(async () => {
	await n8n?.close();
	await xero?.close();
	await rm(folder, { recursive: true, force: true });
});

const filled = (name: string, operation: 'preview' | 'run') => filledTemplate(name, bot, operation);

const xeroWorkflow = async (operation: 'preview' | 'run') =>
	withXero(await filled('batch-ecommerce-orders-xero', operation), xero.url, xeroCredential);

async function execute(workflow: Workflow): Promise<Execution> {
	const saved = await n8n.place(workflow, [n8n.cin7, n8n.smtp]);
	const id = await runWorkflow(n8n.session, saved.id, 'Run by hand');
	return await finishedExecution(n8n.session, id, 100_000);
}

/** What our node alone gives; operations other than Preview and Run have one output. */
async function ours(parameters: Row, items?: Row[]): Promise<Row[]> {
	const execution = await execute(oneNode(parameters, bot.zone, items));
	expect(whatWentWrong(execution)).toBeUndefined();
	expect(execution.data.resultData.runData.Ours[0].data?.main).toHaveLength(1);
	return itemsOf<Row>(execution, 'Ours');
}

/** What the history says of an execution. */
async function told({ id, workflowId }: Execution): Promise<Row> {
	const rows = await historyOf(n8n.session, workflowId);
	expect(rows.map(({ executionId }) => executionId)).toEqual([id]);
	return rows[0];
}

const statuses = async () =>
	(await ours({ operation: 'getBatches', returnAll: true })).map(({ status }) => status);

async function documents(): Promise<Row[]> {
	const { salesOrders } = await n8n.control<{ salesOrders: Row[] }>('ledger');
	return salesOrders.filter(({ reference }) => /^BATCH-\d+$/.test(reference));
}

const sorted = (lists: unknown[]) => lists.map((one) => JSON.stringify(one)).sort();
const minor = (amount: string) => Math.round(Number(amount) * 100);
const cents = (amount: string) => Math.abs(minor(amount));

describe.each(['batch-ecommerce-orders-xero', 'batch-ecommerce-orders-csv'])('%s', (name) => {
	it('starts as a Preview, explains itself and names no account', async () => {
		const imported = await template(name);
		const operations = imported.nodes
			.filter(({ type }) => type === BATCH_NODE)
			.map(({ parameters }) => parameters.operation);
		expect(operations).toEqual(['preview', 'confirm']);
		const notes = imported.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes.length).toBeGreaterThanOrEqual(4);
		expect(imported.nodes.some(({ credentials }) => credentials !== undefined)).toBe(false);
	});
});

it.each(['xero', 'csv'])('the %s template is published with its schedule', async (name) => {
	const workflow =
		name === 'xero' ? await xeroWorkflow('run') : await filled('batch-ecommerce-orders-csv', 'run');
	if (name === 'csv') nodeOf(workflow, 'Hand it on').parameters.toEmail = 'books@example.com';
	const saved = await n8n.place(workflow, [n8n.cin7, n8n.smtp]);
	await publishWorkflow(n8n.session, saved);
});

describe('Xero', () => {
	let handedOver: Row[];

	it('a Preview shows the lines, changes nothing in Cin7 and asks Xero nothing', async () => {
		const execution = await execute(await xeroWorkflow('preview'));
		expect(whatWentWrong(execution)).toBeUndefined();
		const batches = itemsOf<Row>(execution, 'Batch the payments');
		expect(batches).toHaveLength(6);
		for (const { lines, total, awaitsConfirmation, document } of batches) {
			const sum = lines.reduce((all: number, { amount }: Row) => all + minor(amount), 0);
			expect(sum).toBe(Math.abs(minor(total)));
			expect([awaitsConfirmation, document]).toEqual([false, null]);
		}
		expect([xero.calls, await documents()]).toEqual([[], []]);
		expect(await told(execution)).toMatchObject({ operation: 'preview', result: 'done' });
	});

	it('books what Xero takes and confirms that; what it does not take stops nobody else', async () => {
		xero.troubles.push(
			{ method: 'PUT', list: 'Invoices', reference: 'BATCH-000002', what: 'refused' },
			{ method: 'PUT', list: 'Invoices', reference: 'BATCH-000003', what: 'lost' },
			{ method: 'PUT', list: 'Payments', reference: 'BATCH-000004', what: 'unavailable' },
			{ method: 'PUT', list: 'Payments', reference: 'BATCH-000005', what: 'lost' },
		);
		const execution = await execute(await xeroWorkflow('run'));
		handedOver = itemsOf<Row>(execution, 'Batch the payments');
		expect(handedOver).toHaveLength(6);
		expect(handedOver.every(({ awaitsConfirmation }) => awaitsConfirmation)).toBe(true);
		const complaint = whatWentWrong(execution) ?? '';
		expect(complaint).toContain('BATCH-000002: Account code 999 is not valid');
		expect(complaint).toContain('BATCH-000003: Xero answered 500.');
		for (const number of ['3', '4', '5']) expect(complaint).toContain(`BATCH-00000${number}`);
		const results = itemsOf<Row>(execution, 'Confirm in Cin7');
		expect(results.map(({ reference, outcome }) => [reference, outcome])).toEqual(
			['BATCH-000001', 'BATCH-000006'].map((reference) => [reference, 'confirmed']),
		);
		expect((await statuses()).filter((status) => status === 'toConfirm')).toHaveLength(4);
		const row = await told(execution);
		expect(row).toMatchObject({ operation: 'run', result: 'attention', batches: 6 });
		expect(row.message).toContain('Booked in Xero and confirmed: 2 of 6.');
	});

	it('the next run finds what Xero has and books the rest; a page is no answer', async () => {
		xero.troubles.splice(0, 4, {
			method: 'GET',
			list: 'Invoices',
			reference: 'BATCH-000002',
			what: 'page',
		});
		const execution = await execute(await xeroWorkflow('run'));
		const again = itemsOf<Row>(execution, 'Batch the payments');
		expect(again.map(({ reference, comesAgain }) => [reference, comesAgain])).toEqual(
			[2, 3, 4, 5].map((number) => [`BATCH-00000${number}`, true]),
		);
		const first = new Map(handedOver.map((one) => [one.reference, one]));
		for (const batch of again) {
			const { comesAgain: _again, fingerprint: _plan, ...same } = batch;
			expect(first.get(batch.reference)).toMatchObject(same);
		}
		expect(itemsOf<Row>(execution, 'Batch the payments', 2)[0]).toMatchObject({
			toConfirm: 4,
			comingAgain: 4,
			batches: 0,
			nextStep: expect.stringContaining('Confirm'),
		});
		expect(whatWentWrong(execution)).toContain('BATCH-000002: Xero sent a page instead of data.');
		expect((await statuses()).filter((status) => status === 'toConfirm')).toHaveLength(1);
	});

	it('and the one after that the last of them', async () => {
		xero.troubles.length = 0;
		const execution = await execute(await xeroWorkflow('run'));
		expect(whatWentWrong(execution)).toBeUndefined();
		expect(await statuses()).toEqual(Array(6).fill('done'));
		const row = await told(execution);
		expect(row.result).toBe('done');
		expect(row.message).toContain('Booked in Xero and confirmed: 1 of 1.');
	});

	it('Xero has each batch once, to the cent, paid once into the clearing account', async () => {
		const booked = ({ list, number, status, currency, total }: XeroDocument) => [
			list,
			number,
			status,
			currency,
			total,
		];
		const due = handedOver.map(({ reference, kind, currency, total }) => [
			kind === 'invoice' ? 'Invoices' : 'CreditNotes',
			reference,
			'PAID',
			currency,
			cents(total),
		]);
		expect(sorted(xero.documents.map(booked))).toEqual(sorted(due));
		expect(
			sorted(xero.payments.map(({ reference, amount, account }) => [reference, amount, account])),
		).toEqual(sorted(handedOver.map(({ reference, total }) => [reference, cents(total), '880'])));
		expect(xero.documents.some(({ list }) => list === 'CreditNotes')).toBe(true);
		for (const { customerOrderNo, reference, status, total } of await documents()) {
			expect([customerOrderNo, status, total]).toEqual([reference, 'APPROVED', 0]);
		}
	});

	it('a further run has nothing to do and asks Xero nothing', async () => {
		xero.calls.length = 0;
		const execution = await execute(await xeroWorkflow('run'));
		expect(whatWentWrong(execution)).toBeUndefined();
		expect([itemsOf(execution, 'Batch the payments'), xero.calls]).toEqual([[], []]);
	});

	it('the dashboard asks for a Run past the Settings, whatever the bot is set to', async () => {
		const workflow = await xeroWorkflow('preview');
		const saved = await n8n.place(workflow, [n8n.cin7, n8n.smtp]);
		await publishWorkflow(n8n.session, saved);
		expect(await askBot(n8n.session, saved, 'run')).toBeUndefined();
		const [row] = await historyOf(n8n.session, saved.id);
		expect(row).toMatchObject({ operation: 'run', result: 'nothingToDo' });
	});
});

describe('Get Batches and Undo Batch', () => {
	it('lists the newest first, up to a limit, by day and status', async () => {
		const newest = await ours({ operation: 'getBatches', limit: 2 });
		expect(newest.map(({ reference }) => reference)).toEqual(['BATCH-000006', 'BATCH-000005']);
		const { batchDay } = newest[0];
		const of = (filters: Row) => ours({ operation: 'getBatches', returnAll: true, filters });
		expect(await of({ from: `${batchDay}T00:00:00`, statuses: ['done'] })).toHaveLength(6);
		expect(await of({ statuses: ['void', 'unfinished'] })).toEqual([]);
		expect(await of({ until: '2020-01-01T00:00:00' })).toEqual([]);
	});

	it('refuses what was handed over until a person vouches for it, and answers each reference once', async () => {
		const references = 'BATCH-000001, batch-000002 BATCH-000099';
		const results = await ours({ operation: 'undo', references }, [{ a: 1 }, { a: 2 }]);
		expect(results.map(({ reference, outcome }) => [reference, outcome])).toEqual([
			['BATCH-000001', 'refused'],
			['batch-000002', 'refused'],
			['BATCH-000099', 'refused'],
		]);
		expect(results[0].message).toContain('Removed From Accounting');
		expect(results[2].message).toContain('no batch BATCH-000099');
	});

	it('confirms items that name the same batch once, and answers each of them', async () => {
		const items = [1, 2, 1].map((number) => ({ reference: `batch-00000${number}`, n: 'INV' }));
		const parameters = {
			operation: 'confirm',
			reference: '={{ $json.reference }}',
			accountingReference: '={{ $json.n }}',
		};
		const execution = await execute(oneNode(parameters, bot.zone, items));
		expect(whatWentWrong(execution)).toBeUndefined();
		const [{ data }] = execution.data.resultData.runData.Ours;
		const results = (data?.main[0] ?? []) as unknown as Row[];
		expect(results.map(({ json, pairedItem }) => [json.outcome, pairedItem.item])).toEqual([
			['confirmedBefore', 0],
			['confirmedBefore', 1],
			['confirmedBefore', 2],
		]);
	});

	it('says what is missing when an item names no batch', async () => {
		const execution = await execute(
			oneNode({ operation: 'undo', references: '={{ $json.reference }}' }, bot.zone),
		);
		expect(whatWentWrong(execution)).toMatch(/References is empty \[Item 1\]/);
	});

	it('undoes the batches of the items that come in', async () => {
		const all = await ours({ operation: 'getBatches', returnAll: true });
		const results = await ours(
			{
				operation: 'undo',
				references: '={{ $json.reference }}',
				options: { removedFromAccounting: true },
			},
			all,
		);
		expect(results.map(({ outcome }) => outcome)).toEqual(Array(6).fill('undone'));
		expect(results.reduce((sum, { paymentsGivenBack }) => sum + paymentsGivenBack, 0)).toBe(24);
		expect(await statuses()).toEqual(Array(6).fill('void'));
	});
});

describe('CSV file', () => {
	let fileName: string;

	const file = (execution: Execution): Row => {
		const [run] = execution.data.resultData.runData['Make the file'];
		return (run.data?.main[0]?.[0] as unknown as Row).binary.data;
	};

	async function contents(execution: Execution): Promise<string> {
		const { id, data } = file(execution);
		if (id === undefined) return Buffer.from(data, 'base64').toString('utf8');
		const { data: text } = await axios.get<string>(`${n8n.url}/rest/binary-data`, {
			params: { id, action: 'view' },
			headers: { Cookie: `n8n-auth=${n8n.session.authCookie}` },
			responseType: 'text',
			proxy: false,
		});
		return text;
	}

	it('confirms nothing when the file was not handed on', async () => {
		const workflow = await filled('batch-ecommerce-orders-csv', 'run');
		const handing = nodeOf(workflow, 'Hand it on');
		handing.parameters.toEmail = "={{ '' }}";
		handing.retryOnFail = false;
		const execution = await execute(workflow);
		expect(whatWentWrong(execution)).toContain('Hand it on');
		fileName = file(execution).fileName;
		expect(fileName).toMatch(/^batches_BATCH-000007_BATCH-000012_[0-9a-f]{8}\.csv$/);
		expect((await statuses()).filter((status) => status === 'toConfirm')).toHaveLength(6);
		const row = await told(execution);
		expect(row.result).toBe('attention');
		expect(row.message).toContain('Not confirmed yet.');
	});

	it('sends the very same file with the next run, and then confirms its batches', async () => {
		const workflow = await filled('batch-ecommerce-orders-csv', 'run');
		nodeOf(workflow, 'Hand it on').parameters.toEmail = 'books@example.com';
		const execution = await execute(workflow);
		expect(whatWentWrong(execution)).toBeUndefined();
		expect(file(execution).fileName).toBe(fileName);
		const { mail } = await n8n.control<{ mail: Row[] }>('mail');
		const sent = mail.filter(({ to }) => JSON.stringify(to).includes('books@example.com'));
		expect(sent.map(({ subject, attachments }) => [subject, attachments[0].filename])).toEqual([
			[fileName, fileName],
		]);
		const confirmed = itemsOf<Row>(execution, 'Confirm in Cin7');
		expect(confirmed.map(({ outcome }) => outcome)).toEqual(Array(6).fill('confirmed'));
		const row = await told(execution);
		expect(row.result).toBe('done');
		expect(row.message).toContain('Handed on and confirmed: 6 of 6.');
		const [header, ...rows] = (await contents(execution)).trim().split('\n');
		expect(header).toContain('Reference,Kind,Date,Channel');
		const sums = new Map<string, number>();
		for (const row of rows) {
			const [reference] = row.split(',');
			const [amount, total] = row.split(',').slice(-2);
			const key = `${reference} ${total}`;
			sums.set(key, (sums.get(key) ?? 0) + minor(amount));
		}
		const batches = itemsOf<Row>(execution, 'Batch the payments');
		expect([...sums]).toEqual(
			batches.map(({ reference, total }) => [
				`${reference} ${total}`,
				Math.round(Number(total) * 100),
			]),
		);
		expect(batches.some(({ total }) => total.startsWith('-'))).toBe(true);
	});
});
