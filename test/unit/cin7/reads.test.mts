import { branches, payments, salesOrders } from '../../../lib/cin7/resources';
import { compare, or } from '../../../lib/cin7/where';
import { holding, json, page, refusalOf, scripted } from './fakeCin7.mts';
import { orderRow, paymentRow } from './wire.mts';

const orders = (count: number, from = 1_000_000, step = 1) =>
	Array.from(
		{ length: count },
		(_, index) => orderRow({ id: from + step * index }) as { id: number },
	);

const idsOf = (records: { id: number }[]) => records.map(({ id }) => id).sort((a, b) => a - b);

describe('reading all pages', () => {
	it.each([
		[0, 1],
		[249, 1],
		[250, 2],
		[251, 2],
		[600, 3],
	])('%i rows take %i calls', async (count, calls) => {
		const { client, sent } = holding(orders(count));
		expect(await client.all(salesOrders)).toHaveLength(count);
		expect(sent).toHaveLength(calls);
	});

	it('gives pages as they come, none of them empty', async () => {
		const { client } = holding(orders(500));
		const sizes: number[] = [];
		for await (const records of client.pages(salesOrders)) sizes.push(records.length);
		expect(sizes).toEqual([250, 250]);
	});

	it('selects fields, sorts by id, asks for 250 rows, and starts pages after the last id', async () => {
		const { client, sent } = holding(orders(300));
		await client.all(salesOrders, { fields: ['reference'], where: or('a=1', 'b=2') });
		expect(sent.map(({ query }) => decodeURIComponent(query!))).toEqual([
			'fields=id,reference&where=(a=1) OR (b=2)&order=id ASC&rows=250'.replace(
				'(a=1) OR (b=2)',
				'a=1 OR b=2',
			),
			'fields=id,reference&where=(a=1 OR b=2) AND id>1000249&order=id ASC&rows=250',
		]);
	});

	it('skips no row when another one leaves the selection between two pages', async () => {
		const rows = orders(600);
		const all = idsOf(rows);
		const { client } = holding(rows, () => rows.splice(0, 10));
		expect(idsOf(await client.all(salesOrders))).toEqual(all);
	});

	it('gives no row twice when another one joins the selection between two pages', async () => {
		const rows = orders(600);
		const { client } = holding(rows, (call) => rows.push(...orders(10, 900_000 + 100 * call)));
		const found = idsOf(await client.all(salesOrders));
		expect(new Set(found).size).toBe(found.length);
		expect(found).toHaveLength(600);
	});

	it('gives up, rather than leave records out, when Cin7 does not sort by id', async () => {
		const unsorted = orders(250).reverse();
		const failure = await refusalOf(scripted(json(unsorted)).client.all(salesOrders));
		expect(failure).toMatchObject({ kind: 'unreadable', endpoint: 'GET SalesOrders' });
		const ignoring = scripted(json(orders(250)));
		expect((await refusalOf(ignoring.client.all(salesOrders))).message).toContain('order of id');
		expect(await scripted(json(orders(10).reverse())).client.all(salesOrders)).toHaveLength(10);
	});

	it('turns pages by number where another order is asked for', async () => {
		const { client, sent } = scripted(json(orders(2)), json(orders(1)));
		await client.all(salesOrders, { order: 'paymentDate DESC', rows: 2 });
		expect(sent.map(({ query }) => /page=\d/.exec(query!)?.[0])).toEqual([undefined, 'page=2']);
	});

	it('sends no condition that is too long, nor begins with one that will be', async () => {
		const { client, sent } = holding(orders(300));
		const room = 2047 - 'fields=id&where=reference=%27%27&order=id%20ASC&rows=250'.length;
		const where = compare('reference', '=', 'x'.repeat(room - 5));
		const failure = await refusalOf(client.all(salesOrders, { where, fields: ['id'] }));
		expect(failure).toMatchObject({ kind: 'refused', endpoint: 'GET SalesOrders' });
		expect(sent).toHaveLength(0);
	});
});

describe('reading by id', () => {
	it('finds 240 scattered ids of seven digits in one call', async () => {
		const rows = orders(240, 1_000_000, 7_919);
		const { client, sent } = holding(rows);
		const found = await client.byIds(salesOrders, 'id', idsOf(rows), { fields: ['reference'] });
		expect(idsOf(found)).toEqual(idsOf(rows));
		expect(sent).toHaveLength(1);
	});

	it('finds 1,000 scattered orders with all their fields in 5 calls', async () => {
		const rows = orders(1000, 1_000_000, 7_919);
		const { client, sent } = holding(rows);
		expect(await client.byIds(salesOrders, 'id', idsOf(rows))).toHaveLength(1000);
		expect(sent).toHaveLength(5);
		for (const { query } of sent) expect(query!.length).toBeLessThanOrEqual(2047);
	});

	it('finds orders that lie close together by ranges, and gives none that were not asked for', async () => {
		const rows = orders(1000, 1_500_000_000);
		const wanted = idsOf(rows).filter((id) => id % 4 !== 0);
		const { client, sent } = holding(rows);
		expect(idsOf(await client.byIds(salesOrders, 'id', wanted))).toEqual(wanted);
		expect(sent).toHaveLength(4);
	});

	it('asks nothing for no ids, each id once, and passes over ids that nobody has', async () => {
		const { client, sent } = holding(orders(3));
		expect(await client.byIds(salesOrders, 'id', [])).toEqual([]);
		expect(sent).toHaveLength(0);
		const found = await client.byIds(salesOrders, 'id', [1_000_002, 7, 1_000_002, 1_000_000]);
		expect(idsOf(found)).toEqual([1_000_000, 1_000_002]);
		expect(sent).toHaveLength(1);
	});

	it('adds a further condition, and keeps it whole', async () => {
		const { client, sent } = scripted(json([]));
		await client.byIds(salesOrders, 'id', [5, 9], { and: or('a=1', 'b=2'), fields: ['stage'] });
		expect(decodeURIComponent(sent[0].query!)).toBe(
			'fields=id,stage&where=id IN (5,9) AND (a=1 OR b=2)&rows=250',
		);
	});

	it('reads every page where ids have any number of rows', async () => {
		const first = Array.from({ length: 250 }, (_, index) =>
			paymentRow({ id: 1 + index, orderId: 7 }),
		);
		const { client, sent } = scripted(json(first), json([paymentRow({ id: 900, orderId: 8 })]));
		expect(await client.byIds(payments, 'orderId', [7, 8], { and: 'amount>0' })).toHaveLength(251);
		expect(decodeURIComponent(sent[1].query!)).toContain(
			'where=orderId IN (7,8) AND amount>0 AND id>250&order=id ASC',
		);
	});

	it('keeps every query within its length, however long the further condition', async () => {
		const rows = orders(700, 1_000_000, 3);
		const and = compare('reference', '<>', 'x'.repeat(1200));
		const { client, sent } = holding(rows);
		await client.byIds(salesOrders, 'id', idsOf(rows), { and, fields: ['id'] });
		await client.byIds(salesOrders, 'branchId', [1, 2, 3], { and, fields: ['id'] });
		for (const { query } of sent) expect(query!.length).toBeLessThanOrEqual(2047);
		const tooMuch = compare('reference', '<>', 'x'.repeat(2000));
		const failure = await refusalOf(client.byIds(salesOrders, 'id', [1], { and: tooMuch }));
		expect(failure.message).toContain('too long');
	});
});

describe('answers that are not what they should be', () => {
	it('are named by endpoint, record and field, never by value', async () => {
		const { client } = scripted(json([orderRow(), orderRow({ id: 77, total: 'secret' })]));
		const failure = await refusalOf(client.all(salesOrders));
		expect(failure.kind).toBe('unreadable');
		expect(failure.message).toBe(
			'GET SalesOrders gave sales order 77 in a form that Cin7 does not document: total is not a decimal number',
		);
		expect(JSON.stringify(failure) + failure.message + failure.description).not.toContain('secret');
	});

	it('name the row where the record has no id', async () => {
		const failure = await refusalOf(scripted(json([{ company: 'x' }])).client.all(branches));
		expect(failure.message).toContain('row 1 of the answer');
	});

	it('say that a page came instead of data', async () => {
		const { client, sent } = scripted(page);
		const failure = await refusalOf(client.all(salesOrders));
		expect(failure.message).toBe('A web page came back from GET SalesOrders instead of data');
		expect(failure.description).toContain('Base URL');
		expect(sent).toHaveLength(1);
	});

	it.each(['{}', '"text"', 'null', '5'])('refuse %s for a list', async (body) => {
		const { client } = scripted({ status: 200, headers: {}, body });
		expect((await refusalOf(client.all(branches))).kind).toBe('unreadable');
	});
});
