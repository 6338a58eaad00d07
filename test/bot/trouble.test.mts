// What went wrong once, or could: each a run in trouble, and what the account must look like after it and one more run.
import type { Transport } from '../../lib/cin7/transport';
import { verify } from '../../sandbox/n8n/verify.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { openBot, type OpenBot } from './openBot.mts';

const now = '2026-06-15T20:30:00Z';
const {
	scenario,
	bot: settings,
	expectations,
} = sixGroups({ now, payments: 24, negativeGroup: true, splitTender: true });
const due = expectations.payments.filter(({ outcome }) => outcome === 'batched');

type Row = Record<string, any>;
type Step = (exchange: Parameters<Transport>[0], when: 'before' | 'after') => void | Promise<void>;

class Death extends Error {}

function open(step: Step = () => undefined): OpenBot {
	return openBot(scenario.cin7, settings, now, (transport) => async (exchange) => {
		await step(exchange, 'before');
		const answer = await transport(exchange);
		await step(exchange, 'after');
		return answer;
	});
}

function ledger({ cin7 }: OpenBot): Record<string, Row[]> {
	return cin7.ledger() as never;
}

function documents(bot: OpenBot): Row[] {
	return ledger(bot).salesOrders.filter(({ reference }) => /^BATCH-\d+$/.test(reference));
}

/** Everything due is in exactly one live batch, and the ledger agrees to the cent. */
function expectAllBatched(bot: OpenBot): void {
	const at = Date.parse(now);
	expect(
		verify(ledger(bot) as never, [], [], { from: at, until: at, ended: at }).differences,
	).toEqual([]);
	const listed = documents(bot)
		.filter(({ isVoid }) => !isVoid)
		.flatMap(({ internalComments }) => JSON.parse(internalComments.split('\n')[1]).payments)
		.map(([id]: [number]) => id);
	expect(listed.sort()).toEqual(due.map(({ paymentId }) => paymentId).sort());
}

const isDocumentPost = ({ method, path }: { method: string; path: string }) =>
	method === 'POST' && path === 'SalesOrders';

it('two runs at once on an account without batches: nothing is batched twice', async () => {
	for (let turn = 1; turn <= 14; turn += 1) {
		let calls = 0;
		let second: Promise<unknown> | undefined;
		const bot: OpenBot = open(async (_, when) => {
			if (when === 'after' || second) return;
			calls += 1;
			if (calls !== turn) return;
			second = bot.run();
			await second;
		});
		await bot.run();
		expectAllBatched(bot);
	}
});

it.each([true, false])('an answer of 500 to the documents, done: %p', async (committed) => {
	const bot = open();
	bot.cin7.faults.add({
		match: { method: 'POST', resource: 'SalesOrders' },
		effect: { type: 'status500', committed },
	});
	const result = await bot.run();
	expect(result.refusals).toEqual([]);
	expect(result.batches).toHaveLength(6);
	expectAllBatched(bot);
});

it('an account that cuts the list of members: every document is void again, and no payment touched', async () => {
	const bot = open();
	const before = JSON.stringify(ledger(bot).payments);
	bot.cin7.set({ longestText: { internalComments: 700 }, tooLongText: 'truncate' });
	await expect(bot.run()).rejects.toThrow(/kept 700/);
	expect(documents(bot).map(({ status }) => status)).toEqual(Array(6).fill('VOID'));
	expect(JSON.stringify(ledger(bot).payments)).toBe(before);
});

it('an account that gives totals of foreign orders in its own currency', async () => {
	const bot = open();
	bot.cin7.set({ foreignTotals: 'home' });
	expect((await bot.run()).unfinished).toEqual([]);
	expectAllBatched(bot);
});

it("Cin7's own bot batches a member meanwhile: its marks stay, and ours is let go", async () => {
	const paymentId = due[0].paymentId;
	const bot: OpenBot = open((exchange, when) => {
		if (when === 'before' || !isDocumentPost(exchange)) return;
		const set = { batchReference: 'NATIVE-1', reconcileDate: '2026-06-15T01:00:00Z' };
		bot.cin7.person({ resource: 'Payments', id: paymentId, set });
	});
	const result = await bot.run();
	expect(result.released.length).toBeGreaterThan(0);
	const payment = ledger(bot).payments.find(({ id }) => id === paymentId);
	expect(payment).toMatchObject({
		batchReference: 'NATIVE-1',
		reconcileDate: '2026-06-15T01:00:00Z',
	});
	const live = documents(bot).filter(({ isVoid }) => !isVoid);
	expect(live.some(({ internalComments }) => internalComments.includes(`[${paymentId},`))).toBe(
		false,
	);
});

it('a member order is edited meanwhile: the batch is planned again', async () => {
	const order = scenario.cin7.payments.find(({ id }) => id === due[0].paymentId)?.orderId;
	const bot: OpenBot = open((exchange, when) => {
		if (when === 'before' || !isDocumentPost(exchange)) return;
		bot.cin7.person({ resource: 'SalesOrders', id: Number(order), set: { freightTotal: 500 } });
	});
	const result = await bot.run();
	expect(result.final.skipped.map(({ reason }) => reason)).toContain('partlyPaid');
});

it('a run that dies while it lets a batch go: the next one gives the members back', async () => {
	const order = scenario.cin7.payments.find(({ id }) => id === due[0].paymentId)?.orderId;
	for (let late = 0; late < 4; late += 1) {
		let left = Infinity;
		const bot: OpenBot = open((exchange, when) => {
			if (left <= 0) throw new Death();
			if (when === 'before') return;
			left -= 1;
			if (isDocumentPost(exchange) && left === Infinity) {
				bot.cin7.person({ resource: 'SalesOrders', id: Number(order), void: true });
			}
			if (exchange.method === 'PUT' && JSON.stringify(exchange.body).includes('"isVoid":true')) {
				left = Math.min(left, late);
			}
		});
		await bot.run().catch(() => undefined);
		left = Infinity;
		await bot.run();
		const at = Date.parse(now);
		const found = verify(ledger(bot) as never, [], [], { from: at, until: at, ended: at });
		expect([late, ...found.differences]).toEqual([late]);
		const marked = ledger(bot).payments.filter(({ reconcileDate }) => reconcileDate !== null);
		const live = documents(bot).filter(({ isVoid }) => !isVoid);
		const listed = live.flatMap(
			({ internalComments }) => JSON.parse(internalComments.split('\n')[1]).payments,
		);
		expect(marked.length).toBe(listed.length);
		expect(listed.length).toBeGreaterThan(due.length - 8);
	}
});

it('an approval of which half was done, and then death: the rest is finished', async () => {
	for (const committedRows of [1, 2, 3, 4, 5]) {
		let dies: 'at approval' | 'now' | 'no more' = 'at approval';
		const bot: OpenBot = open((exchange, when) => {
			if (dies === 'now') throw new Death();
			const approves = JSON.stringify(exchange.body ?? '').includes('"dispatchedDate"');
			if (when === 'after' && approves && dies === 'at approval') dies = 'now';
		});
		bot.cin7.faults.add({
			match: { method: 'PUT', bodyIncludes: '"dispatchedDate"' },
			effect: { type: 'status500', committed: true, committedRows },
		});
		await bot.run().catch(() => undefined);
		dies = 'no more';
		expect((await bot.run()).unfinished).toEqual([]);
		expectAllBatched(bot);
	}
});

it('documents left undone long ago are finished', async () => {
	let left = 14;
	const bot: OpenBot = open(() => {
		if (left <= 0) throw new Death();
		left -= 0.5;
	});
	await bot.run().catch(() => undefined);
	left = Infinity;
	bot.clock.advance(40 * 86_400_000);
	expect((await bot.run()).finishedEarlier).toHaveLength(6);
	expectAllBatched(bot);
});

it('a payment without a date on a member order keeps that order out, and no other', async () => {
	const bot = open();
	const order = scenario.cin7.payments.find(({ id }) => id === due[0].paymentId)?.orderId;
	bot.cin7.person({
		resource: 'Payments',
		set: { orderId: order, amount: 5, method: 'PayPal', isAuthorized: true, paymentDate: '' },
	});
	const { paymentDate, id } = ledger(bot).payments.at(-1) ?? {};
	if (paymentDate !== null) bot.cin7.person({ resource: 'Payments', id, set: { paymentDate: '' } });
	const result = await bot.run();
	expect(result.released).toEqual([]);
	expect(result.asPlanned).toBe(true);
	expect(result.batches.length).toBeGreaterThan(4);
});

it('a list of members that a person overwrote is told of', async () => {
	const bot = open();
	await bot.run();
	const [document] = documents(bot);
	const set = { internalComments: 'tidied up' };
	bot.cin7.person({ resource: 'SalesOrders', id: document.id, set });
	const again = await bot.run();
	expect(again.unreadable.map(({ order }) => order.reference)).toEqual([document.reference]);
});

it('a person makes one of the two batches of an order void: its half is batched again', async () => {
	const bot = open();
	await bot.run();
	const split = scenario.cin7.salesOrders.find(
		({ id }) => scenario.cin7.payments.filter(({ orderId }) => orderId === id).length === 2,
	);
	const [document] = documents(bot).filter(({ internalComments }) =>
		internalComments.includes(`[${split?.id},"S"`),
	);
	bot.cin7.person({ resource: 'SalesOrders', id: document.id, void: true });
	const result = await bot.run();
	expect([result.unfinished, result.batches.length]).toEqual([[], 1]);
	expectAllBatched(bot);
});

it('a payment that a person reconciles while the bot reads stays theirs', async () => {
	const [, { paymentId }] = due;
	let isDone = false;
	const bot: OpenBot = open(({ path, query = '' }, when) => {
		if (isDone || when === 'after' || path !== 'SalesOrders' || query.includes('BATCH')) return;
		isDone = true;
		const set = { reconcileDate: '2026-06-14T01:00:00Z' };
		bot.cin7.person({ resource: 'Payments', id: paymentId, set });
	});
	await bot.run();
	const payment = ledger(bot).payments.find(({ id }) => id === paymentId);
	expect(payment?.reconcileDate).toBe('2026-06-14T01:00:00Z');
});

it('an approval without its dates is gone on with', async () => {
	const bot = open();
	bot.cin7.faults.add({
		match: { method: 'PUT', bodyIncludes: '"dispatchedDate"', times: 3 },
		effect: { type: 'fieldIgnored', fields: ['invoiceDate'] },
	});
	expect((await bot.run()).unfinished.length).toBeGreaterThan(0);
	expect((await bot.run()).unfinished).toEqual([]);
	expectAllBatched(bot);
	const worth = documents(bot).filter(({ total }) => total !== 0);
	expect(worth.every(({ invoiceDate }) => invoiceDate)).toBe(true);
});

it('what two runs at one document leave behind is cleared away', async () => {
	const bot = open();
	await bot.run();
	const [first, second] = documents(bot).filter(({ total }) => total !== 0);
	const own = (orderId: number) =>
		ledger(bot).payments.filter((payment) => payment.orderId === orderId);
	const [{ id, ...paid }] = own(first.id);
	bot.cin7.person({ resource: 'Payments', set: { ...paid, comments: 'late' } });
	bot.cin7.person({ resource: 'SalesOrders', id: second.id, void: true });
	expect(own(first.id)).toHaveLength(2);
	await bot.run();
	expect(own(first.id).map((payment) => payment.id)).toEqual([id]);
	expect(own(second.id)).toEqual([]);
	expectAllBatched(bot);
});

it('a credit note of a batch that a person made void is told of', async () => {
	const bot = open();
	await bot.run();
	const note = ledger(bot).creditNotes.find(({ reference }) => /^BATCH-/.test(reference));
	bot.cin7.person({ resource: 'CreditNotes', id: note?.id, void: true });
	const [finding] = (await bot.run()).unfinished;
	expect(finding.why).toMatch(/BATCH-\d+-CN was made void.*Undo BATCH-/);
});

it('a list of members that is overwritten for a while and then restored: nothing is batched twice', async () => {
	let left = 14;
	const bot: OpenBot = open(() => {
		if (left <= 0) throw new Death();
		left -= 0.5;
	});
	await bot.run().catch(() => undefined);
	left = Infinity;
	const [draft] = documents(bot);
	const { id, internalComments } = draft;
	expect(draft.status).toBe('DRAFT');
	bot.cin7.person({ resource: 'SalesOrders', id, set: { internalComments: 'tidied up' } });
	await bot.run();
	bot.cin7.person({ resource: 'SalesOrders', id, set: { internalComments } });
	await bot.run();
	expectAllBatched(bot);
});

it('a note below the list of members does not hide it', async () => {
	const bot = open();
	await bot.run();
	const [{ id, internalComments }] = documents(bot);
	const set = { internalComments: `${internalComments}\nSeen by Kim.` };
	bot.cin7.person({ resource: 'SalesOrders', id, set });
	expect((await bot.run()).unreadable).toEqual([]);
});

it('an order of the merchant that is called like a batch is left alone', async () => {
	const bot = open();
	const [own] = scenario.cin7.salesOrders;
	const set = { ...own, id: undefined, reference: 'BATCH-004711', internalComments: 'mine' };
	bot.cin7.person({ resource: 'SalesOrders', set });
	const result = await bot.run();
	expect([result.unreadable, result.batches.length]).toEqual([[], 6]);
});

it('a document that was renamed to a high number makes no gaps', async () => {
	const bot = open();
	await bot.run();
	const [{ id }] = documents(bot);
	bot.cin7.person({ resource: 'SalesOrders', id, set: { reference: 'BATCH-0002000' } });
	bot.calls();
	await bot.run();
	expect(bot.calls().length).toBeLessThan(20);
	expect(documents(bot).length).toBeLessThan(10);
});
