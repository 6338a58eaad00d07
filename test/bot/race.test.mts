// Bots of one account that claim at the same time: whoever loses nothing but its numbers takes the next ones, and does not read
// and plan all over again. In one process they take turns; of other processes they know only by numbers that are gone.
import { runBatches } from '../../lib/batching/run/run';
import { createCin7Client } from '../../lib/cin7/client';
import { createLimiter, type Limiter } from '../../lib/cin7/limiter';
import { branches } from '../../lib/cin7/resources';
import type { Exchange, Transport } from '../../lib/cin7/transport';
import { accountClock } from '../../sandbox/cin7/clock.mts';
import { createCin7, type Cin7 } from '../../sandbox/cin7/cin7.mts';
import { liveDocuments } from '../../sandbox/n8n/verify/documents.mts';
import { verify, type Ledger } from '../../sandbox/n8n/verify.mts';
import type { Bot } from '../../sandbox/scenario/bot.mts';
import { manyBots } from '../scale/manyBots.mts';
import { documentSettingsOf, engineTransport, settingsOf } from './openBot.mts';
import { probed } from './probed.mts';

const now = '2026-06-02T03:00:00Z';
const at = Date.parse(now);
const time = { now: () => at, sleep: () => Promise.resolve() };
const { scenario, bots } = manyBots({ now, bots: 2, payments: 8 });
const [one, other] = bots;

/** What comes before a call is carried to Cin7. */
type Before = (exchange: Exchange) => Promise<void>;

let cin7: Cin7;
let runs = 0;
beforeEach(() => {
	cin7 = createCin7({ rows: probed(scenario.cin7), clock: accountClock(at, false) });
});

/** Bots of a process share a limiter. */
function newProcess(): Limiter {
	return createLimiter({ perSecond: 0, perMinute: 0, perDay: 0 }, time);
}

/** Runs a bot, and counts what it costs: how often it reads what there is to batch, the log, and tries to claim. */
async function run(bot: Bot, limiter: Limiter, before?: Before, signal?: AbortSignal) {
	const count = { readings: 0, claims: 0 };
	const carry = engineTransport(cin7);
	const transport: Transport = async (exchange) => {
		await before?.(exchange);
		if (isClaim(exchange)) count.claims += 1;
		const where = new URLSearchParams(exchange.query).get('where') ?? '';
		if (exchange.path === 'Payments' && where.startsWith('paymentDate')) count.readings += 1;
		return await carry(exchange);
	};
	const client = createCin7Client({ transport, limiter, ...time, signal });
	const documents = documentSettingsOf(bot);
	runs += 1;
	const known = await client.all(branches);
	const result = await runBatches(client, settingsOf(bot), documents, at, known, `run-${runs}`);
	const { batches, leftOver, asPlanned } = result;
	return { ...count, batches: batches.map(told), leftOver, asPlanned };
}

type RunResult = Awaited<ReturnType<typeof runBatches>>;

function told({ document, batch, done }: RunResult['batches'][number]): string {
	return `${document.order.reference} of ${batch.members.length}${done ? '' : ', not done'}`;
}

function isClaim({ method, path }: Exchange): boolean {
	return method === 'POST' && path === 'SalesOrders';
}

/** Holds a run back at its first claim until it is let go. */
function atItsClaim() {
	let arrive = () => {};
	let letGo = () => {};
	const reached = new Promise<void>((resolve) => (arrive = resolve));
	const going = new Promise<void>((resolve) => (letGo = resolve));
	const before: Before = async (exchange) => {
		if (!isClaim(exchange)) return;
		arrive();
		await going;
	};
	return { before, reached, letGo };
}

/** Long enough for a run that nobody holds back. */
async function aWhile(): Promise<void> {
	for (let turn = 0; turn < 200; turn += 1) await new Promise((resume) => setImmediate(resume));
}

function ledger(): Ledger {
	return cin7.ledger() as unknown as Ledger;
}

/** Every payment in exactly one batch, to the cent. */
function expectAllBatched(): void {
	const listed = liveDocuments(ledger()).flatMap(({ manifest }) => manifest?.payments ?? []);
	expect(listed).toHaveLength(16);
	const { differences } = verify(ledger(), [], [], { from: at, until: at, ended: at });
	expect(differences).toEqual([]);
}

/** A person at the first batch document. */
function editFirstDocument(set: Record<string, unknown>): void {
	const { order } = liveDocuments(ledger())[0];
	cin7.person({ resource: 'SalesOrders', id: order.id, set });
}

const alone = { readings: 1, claims: 1, leftOver: 0, asPlanned: true };

it('a lone run claims once', async () => {
	expect(await run(one, newProcess())).toEqual({ ...alone, batches: ['BATCH-000001 of 8'] });
});

describe('in two processes', () => {
	it('the slower one takes the next number, and does not plan again', async () => {
		const slow = atItsClaim();
		const slower = run(one, newProcess(), slow.before);
		await slow.reached;
		const quicker = await run(other, newProcess());
		slow.letGo();
		expect(quicker).toEqual({ ...alone, batches: ['BATCH-000001 of 8'] });
		expect(await slower).toEqual({ ...alone, claims: 2, batches: ['BATCH-000002 of 8'] });
		expectAllBatched();
	});

	it('a plan whose payments another listed meanwhile is made again', async () => {
		const slow = atItsClaim();
		const slower = run(one, newProcess(), slow.before);
		await slow.reached;
		await run(one, newProcess());
		slow.letGo();
		expect(await slower).toEqual({
			...{ readings: 2, claims: 1, leftOver: 0, asPlanned: false },
			batches: [],
		});
		await run(other, newProcess());
		expectAllBatched();
	});

	it.each([
		['is void by now, and whose payments may still be marked', one, { isVoid: true }],
		[
			'says nothing of what it lists, because a person wrote over it',
			other,
			{ internalComments: '' },
		],
	])('a plan is made again when the document under its number %s', async (_, bot, set) => {
		const slow = atItsClaim();
		const slower = run(one, newProcess(), slow.before);
		await slow.reached;
		await run(bot, newProcess());
		editFirstDocument(set);
		slow.letGo();
		expect(await slower).toMatchObject({ readings: 2, asPlanned: false });
	});
});

describe('in one process', () => {
	it('the second waits for the first to have claimed, and then claims once', async () => {
		const limiter = newProcess();
		const first = atItsClaim();
		const second = atItsClaim();
		const firstRun = run(one, limiter, first.before);
		await first.reached;
		const secondRun = run(other, limiter, second.before);
		second.letGo();
		const isAtItsClaim = await Promise.race([second.reached.then(() => true), aWhile()]);
		expect(isAtItsClaim).toBeUndefined();
		first.letGo();
		expect(await firstRun).toEqual({ ...alone, batches: ['BATCH-000001 of 8'] });
		expect(await secondRun).toEqual({ ...alone, batches: ['BATCH-000002 of 8'] });
		expectAllBatched();
	});

	it('the second does not even try when the first has listed its payments', async () => {
		const limiter = newProcess();
		const first = atItsClaim();
		const runsOfOne = [run(one, limiter, first.before)];
		await first.reached;
		runsOfOne.push(run(one, limiter));
		await aWhile();
		first.letGo();
		const [, second] = await Promise.all(runsOfOne);
		expect(second).toMatchObject({ readings: 2, claims: 0, batches: [], leftOver: 0 });
		await run(other, limiter);
		expectAllBatched();
	});

	it('what changed while it waited is looked at before anything is marked', async () => {
		const limiter = newProcess();
		const first = atItsClaim();
		const firstRun = run(other, limiter, first.before);
		await first.reached;
		const secondRun = run(one, limiter);
		await aWhile();
		const [{ id }] = ledger().payments.filter(({ method }) => method === 'Card 1');
		const reconcileDate = '2026-06-01T09:00:00Z';
		cin7.person({ resource: 'Payments', id, set: { reconcileDate } });
		first.letGo();
		await firstRun;
		expect(await secondRun).toMatchObject({ batches: ['BATCH-000003 of 7'], asPlanned: false });
		const kept = ledger().payments.find((payment) => payment.id === id);
		expect(Date.parse(kept?.reconcileDate ?? '')).toBe(Date.parse(reconcileDate));
	});

	it.each([
		['cannot claim', () => Promise.reject(new Error('no way out')), undefined],
		['is stopped before it claims', undefined, 'stopped'],
	])('the next goes on when the first %s', async (_, failing, isStopped) => {
		const limiter = newProcess();
		const first = atItsClaim();
		const stop = new AbortController();
		const before: Before = async (exchange) => {
			await first.before(exchange);
			if (isClaim(exchange)) await failing?.();
		};
		const firstRun = run(one, limiter, before, stop.signal).catch(() => 'failed');
		await first.reached;
		const secondRun = run(other, limiter);
		await aWhile();
		if (isStopped) stop.abort();
		first.letGo();
		expect(await firstRun).toBe('failed');
		expect(await secondRun).toMatchObject({ leftOver: 0, batches: [expect.any(String)] });
		await run(one, limiter);
		expectAllBatched();
	});
});
