// Download Amazon orders as people use it: its template in a real n8n, between the stand-ins for Amazon and Cin7.
import { testCredential } from '../../sandbox/n8n/credentials.mts';
import { publishWorkflow, type SavedWorkflow } from '../../sandbox/n8n/workflows.mts';
import {
	alertEmail,
	doNotTransfer,
	downloadNode,
	lastNode,
	openDownloads,
	pagesAtOnce,
	stopping,
	type Downloads,
	type Row,
} from './amazonDownloads.mts';
import { expectedStage } from './amazonTruth.mts';
import { template } from './openN8n.mts';

jest.setTimeout(300_000);

let n8n: Downloads;

beforeAll(async () => {
	n8n = await openDownloads();
});

afterAll(async () => {
	await n8n?.close();
});

const salesOrders = async () => (await n8n.control<{ salesOrders: Row[] }>('ledger')).salesOrders;
const amazonOrders = async () => (await n8n.control<{ orders: Row[] }>('amazon/orders')).orders;
const mails = async () => (await n8n.control<{ mail: Row[] }>('mail')).mail;

describe('the template', () => {
	it('explains itself and names no account', async () => {
		const { nodes } = await template('download-amazon-orders');
		const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes.length).toBeGreaterThanOrEqual(5);
		expect(nodes.some(({ credentials }) => credentials !== undefined)).toBe(false);
		expect(nodes.some(({ type }) => type === 'n8n-nodes-base.code')).toBe(false);
	});

	it('says what is missing before it is set up, and keeps no row', async () => {
		const workflow = await n8n.download((nodes) => {
			nodes(downloadNode).parameters.updatedAfter = '';
		});
		const { complaint } = await n8n.run(workflow);
		expect(complaint).toContain('Updated After is empty');
		expect(await n8n.row(workflow)).toBeUndefined();
	});
});

describe('the credential says what is wrong in its dialog', () => {
	const tried = (changes: Row) =>
		testCredential(n8n.session, n8n.amazon, { ...n8n.sandbox.credentials.amazon, ...changes });

	it('is right', async () => {
		expect(await tried({})).toMatchObject({ status: 'OK' });
	});

	it('has a wrong secret', async () => {
		const { status, message } = await tried({ clientSecret: 'amzn1.oa2-cs.v1.planted' });
		expect(status).toBe('Error');
		expect(message).toMatch(/client/i);
		expect(message).not.toContain('planted');
	});

	it('has a wrong refresh token', async () => {
		const { status, message } = await tried({ refreshToken: 'Atzr|planted' });
		expect(status).toBe('Error');
		expect(message).toMatch(/refresh token/i);
		expect(message).not.toContain('planted');
	});
});

describe('several pages over several executions', () => {
	let workflow: SavedWorkflow;
	const seen: string[] = [];

	it('go on where the last one stopped, and the row moves each time', async () => {
		workflow = await n8n.download(pagesAtOnce(2));
		const rows: (Row | undefined)[] = [];
		for (let state = 'more'; state === 'more'; ) {
			const { ids, complaint } = await n8n.run(workflow);
			expect(complaint).toBeUndefined();
			seen.push(...ids);
			const row = await n8n.row(workflow);
			rows.push(row);
			state = row?.state;
		}
		expect(rows.map((row) => [row?.state, row?.pages])).toEqual([
			['more', 2],
			['more', 2],
			['complete', 1],
		]);
		expect(new Set(rows.map((row) => row?.windowBefore)).size).toBe(1);
	});

	it('bring every order once, and each to its stage', async () => {
		const truth = await amazonOrders();
		expect([...seen].sort()).toEqual(truth.map(({ orderId }) => orderId).sort());
		const stages = new Map((await salesOrders()).map(({ reference, stage }) => [reference, stage]));
		const wrong = truth
			.map((order) => [order.orderId, stages.get(order.orderId) ?? 'absent', expectedStage(order)])
			.filter(([, stage, expected]) => stage !== expected);
		expect(wrong).toEqual([]);
	});

	it('hold what lacks data: approved, not dispatched; no cancelled order is counted as such', async () => {
		const truth = new Map((await amazonOrders()).map((order) => [order.orderId, order]));
		const held = (await salesOrders()).filter(
			({ reference, stage }) => truth.has(reference) && stage === 'Needs Attention',
		);
		expect(held.length).toBeGreaterThan(100);
		for (const { isApproved, dispatchedDate, logisticsStatus } of held) {
			expect([isApproved, dispatchedDate, logisticsStatus]).toEqual([true, null, doNotTransfer]);
		}
		const { told } = (await n8n.row(workflow)) as Row;
		for (const [id, order] of truth) {
			if (order.fulfillment?.fulfillmentStatus === 'CANCELLED') expect(told).not.toContain(id);
		}
	});

	it('tell who is to be told, by order ID and missing field', async () => {
		const [mail] = await mails();
		expect(JSON.stringify(mail.to)).toContain(alertEmail);
		expect(mail.subject).toMatch(/^\d+ Amazon orders need you$/);
		expect(mail.text).toMatch(/Order 503-\d{7}-\d{7} lacks .*Email Address/);
		expect(mail.text).toContain('https://sellercentral.amazon.com.au/orders-v3/order/503-');
	});

	it('change nothing more when they are run again, and tell nobody twice', async () => {
		const before = JSON.stringify(await salesOrders());
		const sent = (await mails()).length;
		await n8n.run(workflow);
		const { complaint, results } = await n8n.run(workflow);
		expect(complaint).toBeUndefined();
		expect(results.every(({ outcome }) => ['unchanged', 'leftAlone'].includes(outcome))).toBe(true);
		expect(JSON.stringify(await salesOrders())).toBe(before);
		const news = (await mails()).slice(sent).map(({ text }) => text as string);
		expect(news.join('\n')).not.toMatch(/refused|cancelled/);
	});

	it('start again from an earlier time when somebody sets it in the row', async () => {
		const updatedAfter = new Date(Date.now() - 3 * 86_400_000).toISOString();
		await n8n.editRow(workflow, { updatedAfter });
		const since = (await amazonOrders()).filter(
			({ lastUpdatedTime }) => lastUpdatedTime >= updatedAfter,
		);
		const { ids, complaint } = await n8n.run(workflow);
		expect(complaint).toBeUndefined();
		expect(ids.length).toBe(Math.min(since.length, 200));
		expect(since.length).toBeGreaterThan(50);
	});
});

describe('executions in which one branch or both have nothing', () => {
	const only = (kind: 'complete' | 'attention' | 'none') => (nodes: (name: string) => Row) => {
		const { parameters } = nodes(downloadNode);
		parameters.fulfilledBy = kind === 'none' ? ['MERCHANT'] : ['AMAZON'];
		parameters.statuses = kind === 'none' ? ['UNFULFILLABLE'] : ['UNSHIPPED'];
		if (kind !== 'complete') return;
		const check = nodes('Is it complete?').parameters;
		check.requiredData = ['contact'];
		check.options = { notRequired: ['email', 'firstName', 'lastName'] };
	};

	it.each(['none', 'attention', 'complete'] as const)('%s: the row is written', async (kind) => {
		const workflow = await n8n.download(only(kind));
		const { complaint, execution } = await n8n.run(workflow);
		expect(complaint).toBeUndefined();
		const { runData } = execution.data.resultData;
		expect(lastNode in runData).toBe(true);
		expect('Save complete orders' in runData).toBe(kind === 'complete');
		expect('Hold incomplete orders' in runData).toBe(kind === 'attention');
		const row = await n8n.row(workflow);
		expect(row).toMatchObject({ state: 'complete' });
		expect(Date.parse(row?.updatedAfter)).toBeGreaterThan(Date.now() - 15 * 60_000);
	});
});

describe('on its schedule', () => {
	const everySecond = (nodes: (name: string) => Row): void => {
		nodes('Every 15 minutes').parameters.rule = {
			interval: [{ field: 'seconds', secondsInterval: 2 }],
		};
	};
	const unpublish = async ({ id }: SavedWorkflow) => {
		await n8n.session.post(`/workflows/${id}/deactivate`, {});
	};

	it('does as by hand: several pages, then none', async () => {
		const workflow = await n8n.download((nodes) => {
			everySecond(nodes);
			pagesAtOnce(4)(nodes);
		});
		await publishWorkflow(n8n.session, workflow);
		const executions = await n8n.scheduled(workflow, 3);
		await unpublish(workflow);
		expect(executions.map(({ complaint }) => complaint)).toEqual([undefined, undefined, undefined]);
		const truth = (await amazonOrders()).map(({ orderId }) => orderId);
		expect(new Set(executions.flatMap(({ ids }) => ids))).toEqual(new Set(truth));
		expect(await n8n.row(workflow)).toMatchObject({ state: 'complete' });
	});

	it('leaves the row when a later node stops, and brings the same orders again', async () => {
		const broken = await n8n.download((nodes) => {
			everySecond(nodes);
			pagesAtOnce(1)(nodes);
			stopping('Hold incomplete orders')(nodes);
		});
		await publishWorkflow(n8n.session, broken);
		const failed = await n8n.scheduled(broken, 2);
		await unpublish(broken);
		for (const { complaint } of failed)
			expect(complaint).toContain('Hold incomplete orders stopped.');
		expect(failed[1].ids).toEqual(failed[0].ids);
		expect(await n8n.row(broken)).toBeUndefined();
		const { ids } = await n8n.run(await n8n.download(pagesAtOnce(1), broken.id));
		expect(ids).toEqual(failed[0].ids);
	});
});
