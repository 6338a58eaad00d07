// The client against the stand-in for Cin7: what the two, written apart from each other, take for Cin7's API.
import { createCin7Client, type Cin7Client } from '../../../lib/cin7/client';
import { createLimiter } from '../../../lib/cin7/limiter';
import {
	branches,
	contacts,
	creditNotes,
	payments,
	products,
	salesOrders,
	users,
} from '../../../lib/cin7/resources';
import { and, compare, inList, isNull, or } from '../../../lib/cin7/where';
import type { Transport } from '../../../lib/cin7/transport';
import {
	createCin7,
	exampleKey,
	type Cin7,
	type Cin7Options,
} from '../../../sandbox/cin7/cin7.mts';
import type { FaultEffect } from '../../../sandbox/cin7/faults.mts';
import { basicAuth } from '../../../sandbox/cin7/keys.mts';
import { realLimits } from '../../../sandbox/cin7/limits.mts';
import { virtualTime, type VirtualTime } from '../../../sandbox/cin7/time.mts';
import { emptyScenario, type Cin7Rows } from '../../../sandbox/scenario/scenario.mts';
import { refusalOf } from './fakeCin7.mts';

const start = Date.UTC(2026, 5, 2, 1, 30);

interface Setting {
	cin7: Cin7;
	client: Cin7Client;
	time: VirtualTime;
	/** Status of each answer. */
	statuses: number[];
}

function setting(rows: Partial<Cin7Rows>, options: Cin7Options = {}): Setting {
	const time = virtualTime(start);
	const account = { ...emptyScenario(new Date(start).toISOString()).cin7, ...rows };
	const cin7 = createCin7({
		clock: time,
		scheduler: time,
		limits: realLimits,
		rows: account,
		...options,
	});
	const statuses: number[] = [];
	const transport: Transport = async ({ method, path, query = '', body }) => {
		const answer = await cin7.handle({
			method,
			path: `/api/v1/${path}`,
			query,
			headers: { authorization: basicAuth(exampleKey), 'content-type': 'application/json' },
			body: body === undefined ? '' : JSON.stringify(body),
		});
		statuses.push(answer.status);
		if (answer.status === 0)
			return { noAnswer: answer.transport === 'reset' ? 'ECONNRESET' : 'ETIMEDOUT' };
		return answer;
	};
	const clock = { now: time.now, sleep: time.after };
	const limiter = createLimiter(realLimits, clock);
	return {
		cin7,
		time,
		statuses,
		client: createCin7Client({ transport, limiter, ...clock, random: () => 0.5 }),
	};
}

const orders = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		id: 1001 + index,
		reference: `#SHOP'${1001 + index}`,
		source: 'Shopify Example & Söhne',
		branchId: 1,
		currencyCode: 'AUD',
		taxStatus: 'Incl' as const,
		taxRate: 10,
		lineItems: [{ code: 'MUG', name: 'Mug', qty: 2, unitPrice: 5.05 }],
	}));

const paid = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		id: 1 + index,
		orderId: 1001 + index,
		amount: 10.1,
		method: index % 2 === 0 ? 'PayPal' : "Pay 'n' Go + 50%",
		isAuthorized: true,
		paymentDate: '2026-06-01T01:00:00Z',
	}));

const named = {
	branches: [{ id: 1, company: 'Main Branch', isActive: true }],
	contacts: [{ id: 5, type: 'Customer', company: 'Example Buyer', isActive: true }],
	users: [
		{ id: 6, firstName: 'Ada', lastName: 'Example', email: 'ada@example.com', isActive: true },
	],
	products: [{ id: 7, name: 'Mug', styleCode: 'MUG', productOptions: [{ id: 8, code: 'MUG' }] }],
};

describe('the client and the stand-in', () => {
	it('understand each other on every resource', async () => {
		const { client, time } = setting({
			...named,
			salesOrders: orders(2),
			creditNotes: [
				{ ...orders(1)[0], id: 2001, reference: 'CRN-1', salesReference: "#SHOP'1001" },
			],
			payments: paid(1),
		});
		const [order] = await time.settle(client.all(salesOrders));
		expect(order).toMatchObject({
			id: 1001,
			reference: "#SHOP'1001",
			source: 'Shopify Example & Söhne',
			total: '10.1',
			status: 'APPROVED',
			accountingImportStatus: 'NotImported',
			importDate: null,
			lineItems: [{ parentId: 0, code: 'MUG', qty: '2', unitPrice: '5.05' }],
		});
		const [note] = await time.settle(client.all(creditNotes));
		expect(note).toMatchObject({ id: 2001, salesReference: "#SHOP'1001" });
		const [payment] = await time.settle(client.all(payments));
		expect(payment).toMatchObject({ id: 1, orderId: 1001, amount: '10.1', reconcileDate: null });
		expect(await time.settle(client.all(branches))).toMatchObject([
			{ id: 1, company: 'Main Branch' },
		]);
		expect(await time.settle(client.all(contacts))).toMatchObject([{ id: 5 }]);
		expect(await time.settle(client.all(users))).toMatchObject([{ id: 6, firstName: 'Ada' }]);
		expect(await time.settle(client.all(products))).toMatchObject([
			{ id: 7, productOptions: [{ code: 'MUG' }] },
		]);
	});

	it('agree on pages, conditions and quotes', async () => {
		const { client, time, statuses } = setting({
			...named,
			salesOrders: orders(600),
			payments: paid(600),
		});
		expect(await time.settle(client.all(salesOrders))).toHaveLength(600);
		const where = and(
			compare('paymentDate', '>=', '2026-05-01T00:00:00Z'),
			isNull('reconcileDate'),
			or(compare('method', '=', "Pay 'n' Go + 50%"), compare('id', '<', 3)),
		);
		expect(await time.settle(client.all(payments, { where }))).toHaveLength(301);
		const [references] = inList('reference', ["#SHOP'1003", '#SHOP 1'], 900);
		expect(await time.settle(client.all(salesOrders, { where: references }))).toMatchObject([
			{ id: 1003 },
		]);
		expect(new Set(statuses)).toEqual(new Set([200]));
	});

	it('agree on look-ups by id, up to the longest query', async () => {
		const { client, time, statuses } = setting({
			...named,
			salesOrders: orders(1200),
			payments: paid(1200),
		});
		const wanted = orders(1200)
			.map(({ id }) => id)
			.filter((id) => id % 7 !== 0 && id % 5 !== 0);
		const found = await time.settle(client.byIds(salesOrders, 'id', wanted));
		expect(found.map(({ id }) => id).sort((a, b) => a - b)).toEqual(wanted);
		expect(await time.settle(client.byIds(payments, 'orderId', wanted))).toHaveLength(
			wanted.length,
		);
		expect(new Set(statuses)).toEqual(new Set([200]));
	});

	it('keep within the limits together, at full speed', async () => {
		const { client, time, statuses } = setting(named);
		for (let call = 0; call < 130; call++) await time.settle(client.first(branches));
		expect(statuses).toEqual(Array(130).fill(200));
		expect(time.now() - start).toBeLessThan(150_000);
	});

	it('come to terms again after a 429 that others have caused', async () => {
		const { client, cin7, time, statuses } = setting(named);
		cin7.faults.add({
			match: { method: 'GET', resource: 'Branches' },
			effect: { type: 'throttled', retryAfter: 3 },
		});
		expect(await time.settle(client.all(branches))).toHaveLength(1);
		expect(statuses).toEqual([429, 200]);
		expect(time.now() - start).toBeGreaterThanOrEqual(3000);
	});

	it('create and change records in bulk, with a result for each row', async () => {
		const { client, time } = setting({ ...named, salesOrders: orders(3), payments: paid(3) });
		const created = await time.settle(
			client.create(payments, [
				{ orderId: 1001, amount: 1.5, method: 'PayPal', paymentDate: '2026-06-01T02:00:00Z' },
				{ orderId: 99, amount: 1, method: 'PayPal' },
			]),
		);
		expect(created.results[0]).toMatchObject({ index: 0, success: true, errors: [] });
		expect(created.results[1]).toMatchObject({ index: 1, success: false, id: 0 });
		const ids = [1, 2, 3];
		const changed = await time.settle(
			client.update(
				payments,
				ids.map((id) => ({ id, reconcileDate: '2026-06-01T02:00:00Z' })),
			),
		);
		expect(changed.results.every(({ success }) => success)).toBe(true);
		const open = await time.settle(client.all(payments, { where: isNull('reconcileDate') }));
		expect(open.map(({ id }) => id)).toEqual([created.results[0].id]);
		expect((await time.settle(client.remove(payments, 3))).results[0].success).toBe(true);
		expect(await time.settle(client.byIds(payments, 'id', ids))).toHaveLength(2);
	});

	it('tell apart what was refused and what is uncertain', async () => {
		const { client, cin7, time } = setting({ ...named, salesOrders: orders(3) });
		const duplicate = await time.settle(client.create(salesOrders, [{ reference: "#SHOP'1001" }]));
		expect(duplicate.results[0].success).toBe(false);
		expect(duplicate.results[0].errors.join()).toMatch(/already exists/i);
		cin7.faults.add({ match: { method: 'PUT' }, effect: { type: 'status500', committed: true } });
		const broken = await time.settle(client.update(salesOrders, [{ id: 1002, stage: 'Held' }]));
		expect(broken.uncertain).toHaveLength(1);
		expect(await time.settle(client.byIds(salesOrders, 'id', [1002]))).toMatchObject([
			{ stage: 'Held' },
		]);
		cin7.faults.add({ match: { method: 'POST' }, effect: { type: 'wholeCall400', message: 'No' } });
		const refused = await time.settle(
			client.create(salesOrders, [{ reference: 'A' }, { reference: 'B' }]),
		);
		expect(refused.results.map(({ success }) => success)).toEqual([false, false]);
		expect(refused.uncertain).toEqual([]);
	});

	it.each<FaultEffect>([
		{ type: 'truncated' },
		{ type: 'reset', committed: false },
		{ type: 'unavailable' },
		{ type: 'status500', committed: false },
	])('get over $type while reading', async (effect) => {
		const { client, cin7, time } = setting(named);
		cin7.faults.add({ match: { method: 'GET' }, effect });
		expect(await time.settle(client.all(branches))).toHaveLength(1);
	});

	it('say what is wrong with the key, the permission and the answer', async () => {
		const stranger = setting(named, { keys: [{ ...exampleKey, apiKey: 'another' }] });
		expect((await refusalOf(stranger.client.all(branches))).kind).toBe('credentials');
		const restricted = setting(named, {
			keys: [{ ...exampleKey, permissions: { Branches: ['GET'] } }],
		});
		const failure = await refusalOf(restricted.client.all(payments));
		expect(failure.message).toBe('The API connection may not read Payments');
		const ill = setting(named);
		ill.cin7.faults.add({ match: {}, effect: { type: 'html' } });
		expect((await refusalOf(ill.client.all(branches))).message).toContain('web page');
	});
});
