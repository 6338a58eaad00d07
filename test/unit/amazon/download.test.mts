import { downloadUpdated } from '../../../lib/amazon/download/downloadUpdated';
import { ordersById } from '../../../lib/amazon/download/ordersById';
import { readProgress, type Progress } from '../../../lib/amazon/download/progress';
import { settingsMark, type DownloadSettings } from '../../../lib/amazon/download/settings';
import { startAt, startFrom, type Start } from '../../../lib/amazon/download/start';
import { windowEnd } from '../../../lib/amazon/download/window';
import { wireOrder } from './anOrder.mts';
import {
	denied,
	fakeAmazon,
	inTurn,
	invalidInput,
	json,
	queryOf,
	refusal,
	refusalOf,
	throttled,
	type Reply,
} from './fakeAmazon.mts';
import type { Exchange } from '../../../lib/amazon/api/transport';

const settings: DownloadSettings = {
	marketplaceIds: ['ATVPDKIKX0DER'],
	fulfilledBy: ['MERCHANT'],
	fulfillmentStatuses: [],
	personalData: false,
	maxPages: 10,
	overlapMinutes: 5,
	accountKey: 'account',
};

/** An account of so many pages; `before` may answer a page instead, counted from 1. */
function pages(count: number, instead: (page: number) => Reply | null = () => null) {
	return (exchange: Exchange): Reply => {
		const { paginationToken, lastUpdatedBefore } = queryOf(exchange);
		const page = paginationToken === undefined ? 1 : Number(/\d+/.exec(paginationToken)?.[0]);
		return (
			instead(page) ??
			json({
				orders: [
					wireOrder({ orderId: `page-${page}-a` }),
					wireOrder({ orderId: `page-${page}-b` }),
				],
				...(page < count && { pagination: { nextToken: `page ${page + 1}` } }),
				lastUpdatedBefore,
			})
		);
	};
}

function go(
	fake: ReturnType<typeof fakeAmazon>,
	start: Start,
	changes: Partial<DownloadSettings> = {},
) {
	return downloadUpdated(fake.client, { ...settings, ...changes }, start, () => fake.clock.now);
}

const start = (fake: ReturnType<typeof fakeAmazon>) =>
	startAt(Date.UTC(2026, 4, 1), fake.clock.now);

/** As the next execution finds it: through JSON, in a row. */
function resumed(progress: Progress, now: number): Start {
	const read = readProgress(JSON.stringify(progress));
	if (read === null) throw new Error('there is a Progress');
	return startFrom(read, settingsMark(settings), now);
}

describe('downloading a window', () => {
	it('freezes it: every page is asked for with the same parameters', async () => {
		const fake = fakeAmazon(pages(3));
		const { orders, progress } = await go(fake, start(fake));
		expect(orders).toHaveLength(6);
		const queries = fake.sent.map(queryOf).map(({ paginationToken: _, ...rest }) => rest);
		expect(queries[0]).toMatchObject({
			lastUpdatedAfter: '2026-05-01T00:00:00.000Z',
			lastUpdatedBefore: '2026-06-01T11:57:00.000Z',
		});
		expect(queries[1]).toEqual(queries[0]);
		expect(queries[2]).toEqual(queries[0]);
		expect(progress).toMatchObject({
			state: 'complete',
			updatedAfter: '2026-06-01T11:52:00.000Z',
			token: '',
			pages: 3,
			orders: 6,
			waitSeconds: 300,
			message: '',
		});
		expect(progress.nextStep).toMatch(/6 orders.*every 5 minutes/);
	});

	it('gives one Progress when there are no orders', async () => {
		const fake = fakeAmazon(inTurn(json({ orders: [] })));
		const { orders, progress } = await go(fake, start(fake));
		expect(orders).toEqual([]);
		expect(progress).toMatchObject({
			state: 'complete',
			orders: 0,
			updatedAfter: '2026-06-01T11:52:00.000Z',
		});
	});

	it('stops after its pages and goes on in the same window an hour later, nothing lost or doubled', async () => {
		const fake = fakeAmazon(pages(12));
		const ids: string[] = [];
		let next = start(fake);
		let progress: Progress;
		let executions = 0;
		do {
			const download = await go(fake, next, { maxPages: 5 });
			ids.push(...download.orders.map(({ orderId }) => orderId));
			progress = download.progress;
			executions += 1;
			fake.clock.now += 3_600_000;
			next = resumed(progress, fake.clock.now);
		} while (progress.state === 'more');
		expect(executions).toBe(3);
		expect(ids).toHaveLength(24);
		expect(new Set(ids).size).toBe(24);
		expect(new Set(fake.sent.map(queryOf).map((query) => query.lastUpdatedBefore)).size).toBe(1);
		expect(progress.updatedAfter).toBe('2026-06-01T11:52:00.000Z');
	});

	it('asks nothing while there can be nothing new', async () => {
		const fake = fakeAmazon(pages(1));
		const { progress } = await go(fake, startAt(fake.clock.now - 60_000, fake.clock.now));
		expect(fake.sent).toHaveLength(0);
		expect(progress).toMatchObject({ state: 'complete', updatedAfter: '2026-06-01T11:59:00.000Z' });
	});

	it('takes the end of the window from Amazon when that is earlier', async () => {
		const fake = fakeAmazon(
			inTurn(json({ orders: [], lastUpdatedBefore: '2026-06-01T11:50:00Z' })),
		);
		expect((await go(fake, start(fake))).progress.updatedAfter).toBe('2026-06-01T11:45:00.000Z');
	});
});

describe('when something goes wrong', () => {
	it('gives out the pages before the one that failed, and begins the next execution with that', async () => {
		let isDown = true;
		const fake = fakeAmazon(pages(12, (page) => (page === 7 && isDown ? json({}, 500) : null)));
		const first = await go(fake, start(fake), { maxPages: 20 });
		expect(first.orders.map(({ orderId }) => orderId).at(-1)).toBe('page-6-b');
		expect(first.progress).toMatchObject({
			state: 'more',
			token: 'page 7',
			pages: 6,
			waitSeconds: 60,
		});
		expect(first.progress.message).toContain('Amazon did not answer searchOrders');
		// It stays: the next execution says so, and nothing moves.
		const next = resumed(first.progress, fake.clock.now);
		expect((await refusalOf(go(fake, next))).kind).toBe('unavailable');
		isDown = false;
		const rest = await go(fake, next, { maxPages: 20 });
		expect(rest.orders.map(({ orderId }) => orderId)).toEqual(
			[7, 8, 9, 10, 11, 12].flatMap((page) => [`page-${page}-a`, `page-${page}-b`]),
		);
	});

	it.each([
		['no calls left', throttled, 'limit'],
		['a missing role', denied, 'permission'],
		['an outage of Amazon’s own', invalidInput, 'refused'],
		['a server that is down', json({}, 503), 'unavailable'],
		['an answer that is no JSON', { status: 200, headers: {}, body: '{"orders"' }, 'unreadable'],
	])('throws when nothing was obtained: %s', async (_name, reply, kind) => {
		const fake = fakeAmazon(inTurn(reply));
		const failure = await refusalOf(go(fake, start(fake)));
		expect(failure.kind).toBe(kind);
		expect(`${failure.message} ${failure.description}`).not.toMatch(/Atz|planted/);
	});

	it('can stand still instead, for workflows that continue', async () => {
		const fake = fakeAmazon(inTurn(throttled));
		const { orders, progress } = await downloadUpdated(
			fake.client,
			settings,
			start(fake),
			() => fake.clock.now,
			true,
		);
		expect(orders).toEqual([]);
		expect(progress).toMatchObject({
			state: 'complete',
			updatedAfter: '2026-05-01T00:00:00.000Z',
			waitSeconds: 179,
		});
	});

	it('stops where Amazon’s calls end, and says when there are more', async () => {
		const fake = fakeAmazon(pages(12, (page) => (page === 4 ? throttled : null)));
		const { orders, progress } = await go(fake, start(fake));
		expect(orders).toHaveLength(6);
		expect(progress).toMatchObject({ state: 'more', token: 'page 4', waitSeconds: 179 });
		expect(progress.nextStep).toContain('179 seconds');
		expect(fake.sleeps).toEqual([]);
	});

	it('starts the window again when Amazon refuses a token of an earlier execution', async () => {
		const unknown = refusal(
			400,
			'InvalidInput',
			'The paginationToken you have submitted is not valid.',
		);
		const fake = fakeAmazon((exchange, index) => (index === 3 ? unknown : pages(12)(exchange)));
		const { progress } = await go(fake, start(fake), { maxPages: 3 });
		fake.clock.now += 3_600_000;
		const again = await go(fake, resumed(progress, fake.clock.now), { maxPages: 2 });
		expect(again.orders.map(({ orderId }) => orderId)).toEqual([
			'page-1-a',
			'page-1-b',
			'page-2-a',
			'page-2-b',
		]);
		expect(again.progress.message).toContain('starts again from 2026-05-01');
		expect(again.progress.window.before).toBe(new Date(windowEnd(fake.clock.now)).toISOString());
	});

	it('does not start again for a 400 under way: tokens are minutes old there', async () => {
		const fake = fakeAmazon(pages(12, (page) => (page === 7 ? invalidInput : null)));
		const { orders, progress } = await go(fake, start(fake));
		expect(orders).toHaveLength(12);
		expect(progress).toMatchObject({ state: 'more', token: 'page 7' });
		expect(fake.sent).toHaveLength(7);
	});

	it('keeps a token that Amazon refuses without a word once more, and goes on there when that passes', async () => {
		const fake = fakeAmazon((exchange, index) =>
			index === 3 ? invalidInput : pages(12)(exchange),
		);
		const { progress } = await go(fake, start(fake), { maxPages: 3 });
		const refused = await go(fake, resumed(progress, fake.clock.now));
		expect(refused.orders).toEqual([]);
		expect(refused.progress).toMatchObject({
			state: 'more',
			token: 'page 4',
			tokenTime: progress.tokenTime,
			tokenRefusals: 1,
			window: progress.window,
			pages: 0,
		});
		expect(refused.progress.message).toContain('tries the same place once more');
		expect(fake.sent).toHaveLength(4);
		const passed = await go(fake, resumed(refused.progress, fake.clock.now), { maxPages: 1 });
		expect(passed.orders.map(({ orderId }) => orderId)).toEqual(['page-4-a', 'page-4-b']);
		expect(passed.progress).toMatchObject({ token: 'page 5', tokenRefusals: 0, message: '' });
	});

	it('starts the window again at the second such refusal', async () => {
		const fake = fakeAmazon((exchange) =>
			queryOf(exchange).paginationToken === 'page 4' ? invalidInput : pages(12)(exchange),
		);
		const { progress } = await go(fake, start(fake), { maxPages: 3 });
		const { progress: kept } = await go(fake, resumed(progress, fake.clock.now));
		const again = await go(fake, resumed(kept, fake.clock.now), { maxPages: 1 });
		expect(again.orders.map(({ orderId }) => orderId)).toEqual(['page-1-a', 'page-1-b']);
		expect(again.progress.message).toContain('starts again from 2026-05-01');
	});

	it('does not take Amazon’s own outage for a bad token: nothing moves', async () => {
		const fake = fakeAmazon((exchange, index) => (index < 3 ? pages(12)(exchange) : invalidInput));
		const { progress } = await go(fake, start(fake), { maxPages: 3 });
		const { progress: kept } = await go(fake, resumed(progress, fake.clock.now));
		const failure = await refusalOf(go(fake, resumed(kept, fake.clock.now)));
		expect(failure.kind).toBe('refused');
		expect(failure.description).toContain('Amazon’s own');
		expect(fake.sent).toHaveLength(6);
		const still = await downloadUpdated(
			fake.client,
			settings,
			resumed(kept, fake.clock.now),
			() => fake.clock.now,
			true,
		);
		expect(still.progress).toMatchObject({ state: 'more', token: 'page 4', tokenRefusals: 1 });
	});

	it.each([
		['the same token twice', 4],
		['the token of an earlier page', 3],
	])('does not go round in circles when Amazon gives %s', async (_name, back) => {
		const circle = json({
			orders: [wireOrder({ orderId: 'page-4-a' })],
			pagination: { nextToken: `page ${back}` },
		});
		const fake = fakeAmazon(pages(12, (page) => (page === 4 ? circle : null)));
		const { orders, progress } = await go(fake, start(fake));
		expect(orders).toHaveLength(7);
		expect(fake.sent).toHaveLength(4);
		expect(progress).toMatchObject({
			state: 'more',
			token: '',
			updatedAfter: '2026-05-01T00:00:00.000Z',
		});
		expect(progress.message).toContain('same page token twice');
		expect(progress.nextStep).toContain('starts again at 2026-05-01');
		expect(resumed(progress, fake.clock.now)).toMatchObject({
			after: Date.UTC(2026, 4, 1),
			token: '',
		});
	});

	it('ends the window by Amazon’s clock when that of n8n is ahead, and says so', async () => {
		const fake = fakeAmazon((exchange) => {
			const amazonNow = fake.clock.now - 10 * 60_000;
			const { lastUpdatedBefore } = queryOf(exchange);
			return Date.parse(lastUpdatedBefore) > amazonNow - 120_000
				? { ...invalidInput, headers: { date: new Date(amazonNow).toUTCString() } }
				: pages(2)(exchange);
		});
		const { orders, progress } = await go(fake, start(fake));
		expect(orders).toHaveLength(4);
		expect(progress.message).toContain('10 minutes ahead of Amazon’s: set it right');
		expect(progress.updatedAfter).toBe('2026-06-01T11:42:00.000Z');
		expect(fake.sent).toHaveLength(3);
	});

	it('names the clock in a refusal, but only one that is ahead', async () => {
		const refusedAt = async (minutes: number) => {
			const fake = fakeAmazon(() => {
				const date = new Date(fake.clock.now - minutes * 60_000).toUTCString();
				return { ...invalidInput, headers: { date } };
			});
			return (await refusalOf(go(fake, start(fake)))).description;
		};
		expect(await refusedAt(30)).toContain('30 minutes ahead');
		expect(await refusedAt(0)).not.toContain('clock');
		expect(await refusedAt(-30)).not.toContain('clock');
	});

	it('is given up when the person stops the execution, whatever was obtained', async () => {
		const fake = fakeAmazon((exchange, index) => {
			if (index === 2) fake.abort.abort();
			return pages(12)(exchange);
		});
		expect((await refusalOf(go(fake, start(fake)))).kind).toBe('cancelled');
	});
});

describe('a thousand orders', () => {
	it('cost ten calls and one token', async () => {
		const orders = Array.from({ length: 100 }, (_, index) => wireOrder({ orderId: `id-${index}` }));
		const fake = fakeAmazon((_exchange, index) =>
			json({ orders, ...(index < 9 && { pagination: { nextToken: `t${index}` } }) }),
		);
		const { orders: got, progress } = await go(fake, start(fake));
		expect(got).toHaveLength(1000);
		expect(progress.state).toBe('complete');
		expect([fake.sent.length, fake.logins.length]).toEqual([10, 1]);
	});
});

describe('orders by ID', () => {
	const byId = (ids: string[], answer: (id: string) => Reply) => {
		const fake = fakeAmazon(({ url }) => answer(new URL(url).pathname.split('/').at(-1) ?? ''));
		return { fake, work: ordersById(fake.client, ids, false, () => fake.clock.now) };
	};
	const found = (orderId: string) => json({ order: wireOrder({ orderId }) });

	it('are asked for once each, in order; those that do not exist are named', async () => {
		const { work, fake } = byId(['a-1', 'b-2', 'a-1', 'c-3'], (id) =>
			id === 'b-2' ? refusal(404, 'NotFound') : found(id),
		);
		const { orders, notFound, remaining } = await work;
		expect(orders.map(({ orderId }) => orderId)).toEqual(['a-1', 'c-3']);
		expect([notFound, remaining]).toEqual([['b-2'], []]);
		expect(fake.sent).toHaveLength(3);
	});

	it('go on after one that Amazon refuses or gives in a form of its own', async () => {
		const { work } = byId(['a-1', 'b-2', 'c-3', 'd-4'], (id) => {
			if (id === 'a-1') return invalidInput;
			if (id === 'c-3') return json({ order: null });
			return found(id);
		});
		const { orders, refused, remaining, stoppedBy } = await work;
		expect(orders.map(({ orderId }) => orderId)).toEqual(['b-2', 'd-4']);
		expect(refused).toEqual([
			{ orderId: 'a-1', reason: 'Amazon refused getOrder (status 400)' },
			{ orderId: 'c-3', reason: expect.stringContaining('order is missing') },
		]);
		expect([remaining, stoppedBy]).toEqual([[], null]);
	});

	it('stop where refusals are not about single ones', async () => {
		const ids = Array.from({ length: 30 }, (_, index) => `a-${index}`);
		const { work, fake } = byId(ids, (id) => (id === 'a-0' ? found(id) : invalidInput));
		expect(await work).toMatchObject({
			orders: [{ orderId: 'a-0' }],
			remaining: ids.slice(11),
			stoppedBy: { kind: 'refused' },
		});
		expect(fake.sent).toHaveLength(11);
		const { work: none } = byId(['a-1', 'b-2'], () => invalidInput);
		expect((await refusalOf(none)).kind).toBe('refused');
	});

	it('keep those already got when Amazon stops, and name the rest', async () => {
		const { work } = byId(['a-1', 'b-2', 'c-3'], (id) => (id === 'b-2' ? throttled : found(id)));
		expect(await work).toMatchObject({
			orders: [{ orderId: 'a-1' }],
			remaining: ['b-2', 'c-3'],
			stoppedBy: { kind: 'limit' },
		});
		const { work: none } = byId(['a-1'], () => denied);
		expect((await refusalOf(none)).kind).toBe('permission');
	});
});
