// Twenty thousand orders over as many executions as Amazon's limits make of them: nothing lost, nothing doubled, and memory
// that does not grow with the download.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { defaultOrderOptions } from '../../lib/amazon/orders/options';
import { salesOrderOf } from '../../lib/amazon/orders/salesOrder';
import { seededRandom, type Random } from '../../sandbox/cin7/random.mts';
import { participations } from '../../sandbox/scenario/amazon/marketplaces.mts';
import { amazonOrders } from '../../sandbox/scenario/amazon/orders.mts';
import { usualRoles } from '../../sandbox/scenario/amazon/rows.mts';
import { seller, type Seller } from './seller.mts';

jest.setTimeout(180_000);

const now = Date.UTC(2026, 5, 2, 1, 30);
const from = Date.UTC(2026, 0, 1);
const minute = 60_000;
/** How often the template runs. */
const schedule = 15 * minute;
const many = 20_000;

function rowsOf(count: number) {
	const until = new Date(now - 10 * minute).toISOString();
	return {
		sellerId: 'A1TEST',
		marketplaceParticipations: participations(),
		roles: [...usualRoles],
		orders: amazonOrders({ count, from: new Date(from).toISOString(), until }) as never,
	};
}

function open(count: number): Seller {
	return seller({ rows: rowsOf(count), settings: { limits: 'real' } }, now, from);
}

/** Bytes in use once everything that can go is gone. */
function heap(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	return process.memoryUsage().heapUsed;
}

it('comes whole over resumed executions, each order once, in flat memory', async () => {
	const account = open(many);
	const saved = new Set<string>();
	const sizes: number[] = [];
	const heaps: number[] = [];
	for (let state = 'more'; state === 'more'; ) {
		const { orders, progress } = await account.download();
		for (const order of orders) {
			const { reference } = salesOrderOf(order, defaultOrderOptions).draft;
			expect(saved.has(reference)).toBe(false);
			saved.add(reference);
		}
		sizes.push(orders.length);
		account.keep(progress);
		({ state } = progress);
		if (sizes.length % 5 === 0) heaps.push(heap());
		await account.time.advance(schedule);
	}
	expect(saved.size).toBe(many);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
	expect(sizes.length).toBeGreaterThan(30);
	expect(account.answered('searchOrders')).toBe(many / 100);
});

it('loses nothing when executions fail and orders change and come meanwhile', async () => {
	const random = seededRandom(11);
	const account = seller({ rows: rowsOf(3_000), settings: { limits: 'off' } }, now, from, {
		maxPages: 3,
	});
	const ids = account.amazon.store.list(10_000, 0).map(({ orderId }) => orderId);
	const saved = new Map<string, string>();
	let again = 0;
	let failed = 0;
	for (let execution = 1, quiet = 0; quiet < 3; execution++) {
		const { orders, progress } = await account.download();
		const breaksOff = execution <= 40 && random() < 0.3;
		// A saving that breaks off has saved some.
		const reached = breaksOff ? orders.slice(0, Math.floor(random() * orders.length)) : orders;
		for (const { orderId, lastUpdatedTime } of reached) {
			if (saved.get(orderId) === lastUpdatedTime) again += 1;
			saved.set(orderId, lastUpdatedTime);
		}
		if (breaksOff) failed += 1;
		else account.keep(progress);
		if (execution <= 40) change(account, ids, random, execution);
		else if (progress.state === 'complete') quiet += 1;
		await account.time.advance(schedule);
	}
	const held = account.amazon.store.list(10_000, 0);
	expect(failed).toBeGreaterThan(5);
	expect(again).toBeGreaterThan(0);
	expect(held.length).toBe(3_000 + 40 * 5);
	expect(new Map(held.map((order) => [order.orderId, saved.get(order.orderId)]))).toEqual(
		new Map(held.map(({ orderId, lastUpdatedTime }) => [orderId, lastUpdatedTime])),
	);
});

/** Five new orders, and ten that are changed. */
function change(account: Seller, ids: readonly string[], random: Random, execution: number): void {
	const at = new Date(account.time.now()).toISOString();
	const created = { from: new Date(from).toISOString(), until: at };
	const first = 5_000_000 + execution * 10;
	const added = amazonOrders({ ...created, count: 5, seed: execution, first });
	account.amazon.addOrders(
		added.map((order) => ({ ...order, createdTime: at, lastUpdatedTime: at })),
	);
	for (let times = 0; times < 10; times++) {
		const orderId = ids[Math.floor(random() * ids.length)];
		account.amazon.changeOrder({ orderId, set: { programs: ['PRIME'] } });
	}
}

it('takes ten searches and one token for a thousand orders with items', async () => {
	const account = open(1_000);
	const { orders, progress } = await account.download();
	expect(orders).toHaveLength(1_000);
	expect(orders.every(({ orderItems }) => orderItems.length > 0)).toBe(true);
	expect(progress.state).toBe('complete');
	expect(account.answered('searchOrders')).toBe(10);
	expect(account.answered('token')).toBe(1);
});
