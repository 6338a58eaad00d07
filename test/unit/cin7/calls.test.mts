import { createCin7Client } from '../../../lib/cin7/client';
import { createLimiter } from '../../../lib/cin7/limiter';
import { payments, salesOrders } from '../../../lib/cin7/resources';
import type { Answer, Transport } from '../../../lib/cin7/transport';
import { json, page, refusalOf, scripted, type Reply } from './fakeCin7.mts';
import { virtualClock } from './virtualClock.mts';
import { orderRow } from './wire.mts';

const status = (code: number, body = '', headers = {}): Answer => ({ status: code, headers, body });
const lost: Reply = { noAnswer: 'ECONNRESET' };
const good = json([orderRow()]);

describe('reads', () => {
	it.each([
		['a connection that broke off', lost],
		['a timeout', { noAnswer: 'ETIMEDOUT' }],
		['500', status(500, 'oops')],
		['503', status(503, '<html>')],
		['an answer cut short', status(200, '[{"id":1,')],
		['an empty answer', status(200, '')],
	] as [string, Reply][])('are asked again after %s', async (_, reply) => {
		const { client, clock, sent } = scripted(reply, reply, reply, good);
		expect(await clock.run(client.first(salesOrders))).toHaveLength(1);
		expect(sent).toHaveLength(4);
		expect(clock.sleeps).toEqual([1000, 2000, 4000]);
	});

	it('give up after four times, and say what stood in the way', async () => {
		const { client, clock, sent } = scripted(lost);
		const failure = await refusalOf(clock.run(client.first(salesOrders)));
		expect(sent).toHaveLength(4);
		expect(failure).toMatchObject({ kind: 'unavailable', endpoint: 'GET SalesOrders' });
		expect(failure.message).toBe('Cin7 did not answer GET SalesOrders, asked 4 times');
		expect(failure.description).toContain('ECONNRESET');
		const truncated = scripted(status(200, '[{'));
		expect((await refusalOf(truncated.clock.run(truncated.client.first(salesOrders)))).kind).toBe(
			'unreadable',
		);
	});

	it.each([
		[401, 'credentials', 'username and connection key', 'Integrations > API v1'],
		[403, 'permission', 'may not read Sales Orders', 'tick the Sales Orders permission'],
		[404, 'notFound', 'nothing at GET SalesOrders', 'Base URL'],
		[400, 'refused', 'Cin7 refused to read Sales Orders: Bad field', 'run again'],
		[422, 'refused', 'Bad field', ''],
		[302, 'unreadable', 'points to another address', 'https://'],
	])('say what %i means, and are not asked again', async (code, kind, message, description) => {
		const { client, sent } = scripted(status(code, '{"message":"Bad field"}'));
		const failure = await refusalOf(client.first(salesOrders));
		expect(failure).toMatchObject({ kind, status: code, endpoint: 'GET SalesOrders' });
		expect(failure.message).toContain(message);
		expect(failure.description).toContain(description);
		expect(`${failure.message} ${failure.description}`).not.toMatch(
			/error|problem|failure|mistake/i,
		);
		expect(sent).toHaveLength(1);
	});

	it('repeat what Cin7 says without control characters, addresses or great length', async () => {
		const body = JSON.stringify({
			message: `Bad\u0000\u001b[31m\nfield of jo@example.com ${'x'.repeat(5000)}`,
		});
		const failure = await refusalOf(scripted(status(400, body)).client.first(salesOrders));
		expect(failure.message).toContain('Bad [31m field of (e-mail address) xxx');
		expect(failure.message.length).toBeLessThan(400);
	});

	it('end at once when the execution is stopped', async () => {
		const waiting = scripted(lost);
		const work = waiting.client.first(salesOrders);
		await new Promise((resume) => setImmediate(resume));
		waiting.abort.abort();
		expect((await refusalOf(work)).kind).toBe('cancelled');
		expect(waiting.sent).toHaveLength(1);
		const before = scripted(good);
		before.abort.abort();
		expect((await refusalOf(before.client.first(salesOrders))).kind).toBe('cancelled');
		expect(before.sent).toHaveLength(0);
	});
});

describe('too many calls', () => {
	const quota = (period: string, count = 3, headers = {}): Answer =>
		status(
			429,
			JSON.stringify(`API calls quota exceeded! maximum admitted ${count} per ${period}.`),
			headers,
		);

	it('wait for as long as Retry-After says', async () => {
		const { client, clock } = scripted(status(429, '', { 'retry-after': '17' }), good);
		const start = clock.now();
		expect(await clock.run(client.first(salesOrders))).toHaveLength(1);
		expect(clock.now() - start).toBe(17_000);
	});

	it('wait for a date in Retry-After', async () => {
		const { client, clock } = scripted(
			status(429, '', { 'retry-after': 'Tue, 02 Jun 2026 00:00:09 GMT' }),
			good,
		);
		const start = clock.now();
		await clock.run(client.first(salesOrders));
		expect(clock.now() - start).toBe(9_000);
	});

	it('wait for the period that the text names, and a while where it names none', async () => {
		const waits: number[] = [];
		for (const refusal of [quota('Second'), quota('Minute', 60), status(429, 'Slow down')]) {
			const { client, clock } = scripted(refusal, good);
			const start = clock.now();
			await clock.run(client.first(salesOrders));
			waits.push(clock.now() - start);
		}
		expect(waits[0]).toBeLessThanOrEqual(2_000);
		expect(waits[1]).toBeGreaterThanOrEqual(59_000);
		expect(waits[2]).toBe(5_000);
	});

	it('end with the day', async () => {
		const { client, sent } = scripted(quota('Day', 5000));
		const failure = await refusalOf(client.first(salesOrders));
		expect(failure).toMatchObject({ kind: 'limit', status: 429 });
		expect(failure.message).toContain('5,000 calls');
		expect(sent).toHaveLength(1);
	});

	it('are not asked for forever', async () => {
		const { client, clock, sent } = scripted(quota('Second'));
		const failure = await refusalOf(clock.run(client.first(salesOrders)));
		expect(failure).toMatchObject({ kind: 'limit', endpoint: 'GET SalesOrders' });
		expect(sent).toHaveLength(7);
	});

	it('let the call that was refused go ahead of those that wait', async () => {
		const clock = virtualClock();
		const limiter = createLimiter({ perSecond: 1, perMinute: 0, perDay: 0 }, clock);
		const sent: string[] = [];
		const transport: Transport = async ({ path }) => {
			sent.push(path);
			return sent.length === 1 ? quota('Second', 1) : json([]);
		};
		const client = createCin7Client({ transport, limiter, ...clock });
		await clock.run(Promise.all([client.first(salesOrders), client.first(payments)]));
		expect(sent).toEqual(['SalesOrders', 'SalesOrders', 'Payments']);
	});

	it('hold writes back too, because nothing was done', async () => {
		const done = json([{ index: 0, success: true, id: 9, code: '', errors: [] }]);
		const { client, clock, sent } = scripted(quota('Second'), quota('Second'), done);
		const { results } = await clock.run(client.create(payments, [{ amount: 1 }]));
		expect(results[0]).toMatchObject({ success: true, id: 9 });
		expect(sent).toHaveLength(3);
	});
});

describe('writes', () => {
	const row = { id: 5, stage: 'New' };

	it.each([
		['500', status(500)],
		['503', status(503)],
		['a connection that broke off', lost],
		['a timeout', { noAnswer: 'ETIMEDOUT' }],
		['a page', page],
		['an answer cut short', status(200, '[{"index":0')],
		['an answer without results', status(200, '{}')],
	] as [string, Reply][])('are sent once and left uncertain after %s', async (_, reply) => {
		const { client, sent, clock } = scripted(reply);
		const outcome = await clock.run(client.update(salesOrders, [row, row]));
		expect(sent).toHaveLength(1);
		expect(outcome.uncertain).toEqual([{ from: 0, to: 2, why: expect.any(String) }]);
		expect(outcome.results.map(({ index, success }) => [index, success])).toEqual([
			[0, false],
			[1, false],
		]);
	});

	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])(
		'are sent again after %s, because they never left',
		async (noAnswer) => {
			const { client, sent, clock } = scripted(
				{ noAnswer },
				json([{ index: 0, success: true, id: 5 }]),
			);
			const outcome = await clock.run(client.update(salesOrders, [row]));
			expect(outcome).toMatchObject({ uncertain: [], results: [{ success: true, id: 5 }] });
			expect(sent).toHaveLength(2);
			const never = scripted({ noAnswer });
			const failure = await refusalOf(never.clock.run(never.client.update(salesOrders, [row])));
			expect(failure).toMatchObject({ kind: 'unavailable', endpoint: 'PUT SalesOrders' });
			expect(never.sent).toHaveLength(4);
		},
	);

	it('name the permission that is missing', async () => {
		const failure = await refusalOf(scripted(status(403)).client.create(payments, [{ amount: 1 }]));
		expect(failure.message).toBe('The API connection may not create Payments');
	});

	it('are uncertain, not cancelled, when the execution is stopped while they are on their way', async () => {
		const { client, abort } = scripted(() => {
			abort.abort();
			return { noAnswer: 'ERR_CANCELED' };
		});
		const outcome = await client.update(salesOrders, [row]);
		expect(outcome.uncertain).toHaveLength(1);
	});
});
