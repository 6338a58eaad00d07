// Somebody changes a member while the bot is at work: between the claim and the approval. Its batch is let go (void
// first, then every mark taken back) and planned again without it; nobody's edit is overwritten.
import type { Transport } from '../../lib/cin7/transport';
import type { PersonEdit } from '../../sandbox/cin7/person.mts';
import { verify } from '../../sandbox/n8n/verify.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { openBot, type OpenBot } from './openBot.mts';

const now = '2026-06-15T20:30:00Z';
const {
	scenario,
	bot: settings,
	expectations,
} = sixGroups({ now, payments: 24, negativeGroup: true, splitTender: true });
const { salesOrders } = scenario.cin7;
const due = new Set(
	expectations.payments.flatMap(({ paymentId, outcome }) =>
		outcome === 'batched' ? paymentId : [],
	),
);
const payments = scenario.cin7.payments.filter(({ id }) => due.has(Number(id)));
/** One that is paid by a single payment, in a group with others. */
const order = salesOrders.find(
	({ id }) => payments.filter((payment) => payment.orderId === id).length === 1,
);
/** One paid half by one type and half by another: it ties two batches together. */
const splitOrder = salesOrders.find(
	({ id }) => payments.filter((payment) => payment.orderId === id).length === 2,
);

type Record_ = Record<string, any>;

function ledger({ cin7 }: OpenBot): Record<string, Record_[]> {
	return cin7.ledger() as never;
}

/** Lets a person act right after the bot has created its documents. */
function afterClaim(act: () => void) {
	let done = false;
	return (transport: Transport): Transport =>
		async (exchange) => {
			const answer = await transport(exchange);
			if (!done && exchange.method === 'POST' && exchange.path === 'SalesOrders') {
				done = true;
				act();
			}
			return answer;
		};
}

async function runWith(edit: (bot: OpenBot) => PersonEdit) {
	const holder: { bot?: OpenBot } = {};
	const bot = openBot(
		scenario.cin7,
		settings,
		now,
		afterClaim(() => holder.bot?.cin7.person(edit(holder.bot))),
	);
	holder.bot = bot;
	const result = await bot.run();
	return { bot, result };
}

function sound(bot: OpenBot): string[] {
	const at = Date.parse(now);
	return verify(ledger(bot) as never, [], [], { from: at, until: at, ended: at }).differences;
}

function paymentsOf(bot: OpenBot, orderId: unknown): Record_[] {
	return ledger(bot).payments.filter((payment) => payment.orderId === orderId);
}

const edits: [string, (orderId: number) => PersonEdit, (order: Record_) => void][] = [
	[
		'made void',
		(id) => ({ resource: 'SalesOrders', id, void: true }),
		({ status }) => expect(status).toBe('VOID'),
	],
	[
		'imported to accounting by itself',
		(id) => ({ resource: 'SalesOrders', id, import: true }),
		({ accountingAttributes }) => expect(accountingAttributes.importDate).not.toBeNull(),
	],
	[
		'set back to a draft',
		(id) => ({ resource: 'SalesOrders', id, set: { isApproved: false } }),
		({ status }) => expect(status).toBe('DRAFT'),
	],
];

describe.each([
	['an order by itself', order?.id],
	['an order in two batches', splitOrder?.id],
])('%s', (_, orderId) => {
	it.each(edits)('%s', async (_name, edit, stillSo) => {
		const { bot, result } = await runWith(() => edit(Number(orderId)));
		expect(sound(bot)).toEqual([]);
		expect(result.unfinished).toEqual([]);
		expect(result.released.length).toBeGreaterThan(0);
		const batched = result.batches.flatMap(({ batch }) => batch.members);
		expect(batched.map((member) => member.orderId)).not.toContain(orderId);
		expect(batched.length).toBe(24 - paymentsOf(bot, orderId).length);
		for (const payment of paymentsOf(bot, orderId)) {
			expect([payment.reconcileDate, payment.comments ?? '']).toEqual([null, '']);
		}
		const after = ledger(bot).salesOrders.find(({ id }) => id === orderId) ?? {};
		stillSo(after);
	});
});

it('a payment of another amount', async () => {
	const payment = payments.find(({ orderId }) => orderId === order?.id);
	const { bot, result } = await runWith(() => ({
		resource: 'Payments',
		id: Number(payment?.id),
		set: { amount: 1 },
	}));
	expect(sound(bot)).toEqual([]);
	const skipped = result.final.skipped.find((entry) => entry.payment.id === payment?.id);
	expect(skipped?.reason).toBe('partlyPaid');
	expect(paymentsOf(bot, order?.id)[0]).toMatchObject({ amount: 1, reconcileDate: null });
});

it('another payment on the order', async () => {
	const { bot, result } = await runWith(() => ({
		resource: 'Payments',
		set: {
			orderId: order?.id,
			amount: 5,
			method: 'PayPal',
			isAuthorized: true,
			paymentDate: '2026-06-14T01:00:00Z',
		},
	}));
	expect(sound(bot)).toEqual([]);
	const reasons = result.final.skipped.map(({ reason }) => reason);
	expect(reasons.filter((reason) => reason === 'overPaid')).toHaveLength(2);
});

it('the document made void by a person', async () => {
	const { bot } = await runWith((open) => ({
		resource: 'SalesOrders',
		id: Number(ledger(open).salesOrders.find(({ reference }) => reference === 'BATCH-000001')?.id),
		void: true,
	}));
	await bot.run();
	expect(sound(bot)).toEqual([]);
	const marked = ledger(bot).payments.filter(({ reconcileDate }) => reconcileDate !== null);
	expect(marked.length).toBe(24);
});
