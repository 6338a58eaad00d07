// A run that hands batches over, and Confirm, broken off before and after every call: what was handed over comes again
// under its own reference, to whichever bot runs next, and nothing is handed over under two.
import type { RunResult } from '../../lib/batching/run/run';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { Death, openAccountant, type Accountant, type Row } from './accountant.mts';
import { booksOf } from './books.mts';
import { handed, referencesOf } from './handed.mts';

const now = '2026-06-15T20:30:00Z';
const { scenario, bot, expectations } = sixGroups({
	now,
	payments: 24,
	negativeGroup: true,
	splitTender: true,
});
const due = expectations.payments.flatMap(({ paymentId, outcome }) =>
	outcome === 'batched' ? [paymentId] : [],
);

const open = () => openAccountant(scenario.cin7, bot, now, 'external');

/** A run, and Confirm of all that it hands over. @param book what the next node does with it */
async function wholeRound(
	account: Accountant,
	book: (handedOver: RunResult['again']) => void = () => undefined,
): Promise<void> {
	const { batches, again } = await account.run();
	const handedOver = [...again, ...batches].filter(({ document }) => document.offered);
	book(handedOver);
	await account.confirm(
		...referencesOf(handedOver).map((reference) => ({
			reference,
			accountingReference: `INV ${reference}`,
		})),
	);
}

/** Books payments once; another reference for one of them is what must not happen. */
function ledgerOver(): (handedOver: RunResult['again']) => void {
	const booked = new Map<number, string>();
	return (handedOver) => {
		for (const { batch, document } of handedOver) {
			const { reference } = document.order;
			for (const { paymentId } of batch.members) {
				expect([paymentId, booked.get(paymentId) ?? reference]).toEqual([paymentId, reference]);
				booked.set(paymentId, reference);
			}
		}
	};
}

it.each(['before', 'after'] as const)(
	'run and Confirm broken off %s any call, and repeated: the same books, and nothing booked under two references',
	async (when) => {
		const whole = open();
		await wholeRound(whole);
		const calls = whole.calls().length;
		const expected = booksOf(whole.ledger());
		for (let call = 0; call < calls; call += 1) {
			const account = open();
			const book = ledgerOver();
			account.dieAfter(call, when);
			await expect(wholeRound(account, book)).rejects.toThrow(Death);
			account.live();
			await wholeRound(account, book);
			const told = `broken off ${when} call ${call + 1}`;
			expect([told, ...booksOf(account.ledger())]).toEqual([told, ...expected]);
			const last = await account.run();
			expect([told, last.batches, last.again, last.unfinished]).toEqual([told, [], [], []]);
		}
	},
);

it('two bots, one after the other in the middle of a run, hand no payment over twice', async () => {
	const account = open();
	const calls = (await account.run(), account.calls().length);
	for (let call = 1; call < calls; call += 1) {
		const shared = open();
		shared.dieAfter(call, 'after');
		await shared.run().catch(() => undefined);
		shared.live();
		const first = await shared.run({ ...bot, botName: 'Another bot' });
		const second = await shared.run();
		const handedOver = [...first.again, ...first.batches].map((one) => handed([one])[0] as Row);
		expect(handed(second.again)).toEqual(handedOver);
		const ids = handedOver.flatMap(({ members }) => members.map((one: Row) => one.paymentId));
		expect(ids.toSorted()).toEqual(due.toSorted());
	}
});
