// Download Amazon orders when something goes wrong at Amazon's or in Cin7: a clear message, and no order lost.
import type { SavedWorkflow } from '../../sandbox/n8n/workflows.mts';
import {
	downloadNode,
	openDownloads,
	withoutPersonalData,
	type Downloaded,
	type Downloads,
	type Row,
} from './amazonDownloads.mts';

jest.setTimeout(300_000);

let n8n: Downloads;
let workflow: SavedWorkflow;

beforeAll(async () => {
	n8n = await openDownloads();
	workflow = await n8n.download(withoutPersonalData(20));
});

afterAll(async () => {
	await n8n?.close();
});

const run = (saved = workflow): Promise<Downloaded> => n8n.run(saved);
const amazonOrders = async () => (await n8n.control<{ orders: Row[] }>('amazon/orders')).orders;
const mails = async () => (await n8n.control<{ mail: Row[] }>('mail')).mail;
const salesOrder = async (id: string) =>
	(await n8n.control<{ salesOrders: Row[] }>('ledger')).salesOrders.find(
		({ reference }) => reference === id,
	);
const always = (type: string, match: Row = {}) => ({
	match: { operation: 'searchOrders', times: 0, ...match },
	effect: { type },
});

/** Sets the row back, as far as all orders reach. */
async function backToTheBeginning(): Promise<void> {
	await n8n.editRow(workflow, {
		updatedAfter: new Date(Date.now() - 32 * 86_400_000).toISOString(),
	});
}

describe('what Amazon does is said, the row stays, and the next execution brings what was due', () => {
	it('begins with a good download', async () => {
		const { complaint, ids } = await run();
		expect(complaint).toBeUndefined();
		expect(ids).toHaveLength((await amazonOrders()).length);
	});

	const troubles: [string, string, Row, RegExp, string, Row][] = [
		[
			'the authorisation was taken back',
			'amazon/authorisation',
			{ revoked: true, expireTokens: true },
			/authori[sz]/i,
			'amazon/authorisation',
			{ revoked: false },
		],
		[
			'the role is missing',
			'amazon/settings',
			{ refusedOperations: ['searchOrders'] },
			/role/i,
			'amazon/settings',
			{ refusedOperations: [] },
		],
		['429 from the first call', 'amazon/faults', always('throttled'), /used up/i, '', {}],
		['an outage that looks like 400', 'amazon/faults', always('outage'), /Amazon/, '', {}],
		['malformed JSON', 'amazon/faults', always('malformed'), /not whole/, '', {}],
		['half an answer', 'amazon/faults', always('truncated'), /not whole/, '', {}],
		['no service', 'amazon/faults', always('unavailable'), /503|unavailable|later/i, '', {}],
		['a page', 'amazon/faults', always('html'), /page/i, '', {}],
	];

	it('has a row that somebody sets back', backToTheBeginning);

	it.each(troubles)('%s', async (_, path, body, says, repairPath, repair) => {
		const before = await n8n.row(workflow);
		await n8n.control(path, body);
		const { complaint, ids } = await run();
		if (repairPath === '') await n8n.clearFaults();
		else await n8n.control(repairPath, repair);
		expect(complaint).toMatch(says);
		expect(complaint).toContain(downloadNode);
		expect(ids).toEqual([]);
		expect(await n8n.row(workflow)).toEqual(before);
	});

	it('no order was lost by any of that', async () => {
		const { complaint, ids } = await run();
		expect(complaint).toBeUndefined();
		expect(ids).toHaveLength((await amazonOrders()).length);
	});

	it('a pagination token that has expired starts the window again, and says so', async () => {
		await backToTheBeginning();
		const short = await n8n.download(withoutPersonalData(3), workflow.id);
		expect((await run(short)).ids).toHaveLength(300);
		await n8n.control('amazon/faults', {
			match: { operation: 'searchOrders' },
			effect: { type: 'refusePaginationToken' },
		});
		workflow = await n8n.download(withoutPersonalData(20), workflow.id);
		const { complaint, ids } = await run();
		expect(complaint).toBeUndefined();
		expect(ids).toHaveLength((await amazonOrders()).length);
		expect((await n8n.row(workflow))?.message).toMatch(/starts again/);
	});

	it('page 7 of 12 fails: six pages are saved, and the next execution begins with the seventh', async () => {
		const until = new Date(Date.now() - 10 * 60_000).toISOString();
		const from = new Date(Date.now() - 9 * 86_400_000).toISOString();
		await n8n.control('amazon/orders', { generate: { count: 700, from, until, seed: 5 } });
		const all = (await amazonOrders()).map(({ orderId }) => orderId);
		expect(Math.ceil(all.length / 100)).toBe(12);
		await backToTheBeginning();
		await n8n.control('amazon/faults', always('unavailable', { nth: 7 }));
		const first = await run();
		expect(first.complaint).toBeUndefined();
		expect(first.ids).toHaveLength(600);
		const row = await n8n.row(workflow);
		expect(row).toMatchObject({ state: 'more', pages: 6 });
		expect(row?.nextStep).toContain('begins with the page that did not come');
		const failed = await run();
		await n8n.clearFaults();
		expect(failed.complaint).toMatch(/503|unavailable|later/i);
		expect(await n8n.row(workflow)).toEqual(row);
		const rest = await run();
		expect(rest.complaint).toBeUndefined();
		expect([...first.ids, ...rest.ids].sort()).toEqual(all.sort());
		expect(await n8n.row(workflow)).toMatchObject({ state: 'complete', pages: 6 });
	});
});

describe('what Cin7 does', () => {
	const nothingDone = (effect: Row, match: Row = {}) => ({
		match: { method: 'POST', resource: 'SalesOrders', times: 0, ...match },
		effect,
	});
	/** Cancelled, or not paid yet: not saved in Cin7. */
	const neverSaved = ['CANCELLED', 'PENDING', 'PENDING_AVAILABILITY'];
	/** New orders of the last half hour that are to be in Cin7; the download starts again from there. */
	async function newOrders(count: number, first: number): Promise<string[]> {
		const from = new Date(Date.now() - 30 * 60_000).toISOString();
		const until = new Date(Date.now() - 10 * 60_000).toISOString();
		const known = new Set((await amazonOrders()).map(({ orderId }) => orderId));
		await n8n.control('amazon/orders', { generate: { count, from, until, seed: first, first } });
		await n8n.editRow(workflow, { updatedAfter: from });
		return (await amazonOrders())
			.filter(({ fulfillment }) => !neverSaved.includes(fulfillment?.fulfillmentStatus))
			.filter(({ salesChannel }) => salesChannel?.channelName === 'AMAZON')
			.map(({ orderId }) => orderId)
			.filter((orderId) => !known.has(orderId));
	}

	it('one that is down stops the execution before the row, and gets the same orders again', async () => {
		const ids = await newOrders(30, 3_000_000);
		const before = await n8n.row(workflow);
		await n8n.control('faults', nothingDone({ type: 'status500', committed: false }));
		const failed = await run();
		await n8n.clearFaults();
		expect(failed.complaint).toMatch(/Cin7/);
		expect(await n8n.row(workflow)).toEqual(before);
		const next = await run();
		expect(next.complaint).toBeUndefined();
		expect(next.ids).toEqual(failed.ids);
		for (const id of ids) expect(await salesOrder(id)).toBeDefined();
	});

	it('an order that is refused holds up no other, is asked for again until Cin7 takes it, and told of once', async () => {
		const [refused, ...others] = await newOrders(20, 4_000_000);
		await n8n.control(
			'faults',
			nothingDone(
				{ type: 'wholeCall400', message: 'Branch is not active.' },
				{ bodyIncludes: refused },
			),
		);
		const sent = (await mails()).length;
		const first = await run();
		expect(first.complaint).toBeUndefined();
		expect(await salesOrder(refused)).toBeUndefined();
		for (const id of others) expect(await salesOrder(id)).toBeDefined();
		expect(await n8n.row(workflow)).toMatchObject({ state: 'complete', refused });
		const told = (await mails()).slice(sent).map(({ text }) => text as string);
		expect(told.filter((text) => text.includes(refused))).toHaveLength(1);
		expect(told[0]).toContain('Branch is not active.');
		const second = await run();
		expect(second.complaint).toBeUndefined();
		expect(second.ids).not.toContain(refused);
		expect(await n8n.row(workflow)).toMatchObject({ refused });
		expect((await mails()).slice(sent).filter(({ text }) => text.includes(refused))).toHaveLength(
			1,
		);
		await n8n.clearFaults();
		const third = await run();
		expect(third.complaint).toBeUndefined();
		expect(third.results.find(({ reference }) => reference === refused)).toMatchObject({
			isNew: true,
		});
		expect(await n8n.row(workflow)).toMatchObject({ refused: '' });
	});

	it('many that are refused stop the execution before the row', async () => {
		const ids = await newOrders(40, 4_500_000);
		const before = await n8n.row(workflow);
		await n8n.control(
			'faults',
			nothingDone({ type: 'wholeCall400', message: 'Stage does not exist.' }),
		);
		const failed = await run();
		await n8n.clearFaults();
		expect(failed.complaint).toMatch(/Cin7 refused \d+ orders|Stage does not exist/);
		expect(failed.complaint).toContain('Stage does not exist.');
		expect(await n8n.row(workflow)).toEqual(before);
		expect((await run()).complaint).toBeUndefined();
		for (const id of ids) expect(await salesOrder(id)).toBeDefined();
	});
});
