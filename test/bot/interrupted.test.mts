// A run that is broken off at any call, before or after Cin7 did it, and then one more run: nothing is lost, doubled or
// half-batched.
import { verify } from '../../sandbox/n8n/verify.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import type { Transport } from '../../lib/cin7/transport';
import { booksOf } from './books.mts';
import { openBot, type OpenBot } from './openBot.mts';

const now = '2026-06-15T20:30:00Z';
const { scenario, bot: settings } = sixGroups({
	now,
	payments: 24,
	negativeGroup: true,
	splitTender: true,
});

/** Stands for the death of the process: nothing of the run goes on after it. */
class Death extends Error {}

/** Lets so many calls through, then dies: before the next one, or after it was done. */
function dyingAfter(calls: number, when: 'before' | 'after', state: { left: number }) {
	state.left = calls;
	return (transport: Transport): Transport =>
		async (exchange) => {
			if (state.left <= 0 && when === 'before') throw new Death();
			state.left -= 1;
			const answer = await transport(exchange);
			if (state.left < 0) throw new Death();
			return answer;
		};
}

function books({ cin7 }: OpenBot): string[] {
	return booksOf(cin7.ledger() as never);
}

function differences({ cin7 }: OpenBot): string[] {
	const at = Date.parse(now);
	const found = verify(cin7.ledger() as never, [], [], { from: at, until: at, ended: at });
	return found.differences;
}

it('leaves the same books, wherever it was broken off', async () => {
	const whole = openBot(scenario.cin7, settings, now);
	await whole.run();
	expect(differences(whole)).toEqual([]);
	const expected = books(whole);
	const made = whole.calls();
	const calls = made.length;
	// Every step takes part: claim, marks on all kinds of members, credit note, payments, both approvals.
	expect(made.filter((call) => !call.startsWith('GET'))).toEqual([
		'POST SalesOrders',
		'PUT SalesOrders',
		'PUT CreditNotes',
		'PUT Payments',
		'POST CreditNotes',
		'POST Payments',
		'PUT CreditNotes',
		'PUT SalesOrders',
	]);
	expect(calls).toBeGreaterThan(20);
	for (let call = 0; call < calls; call += 1) {
		for (const when of ['before', 'after'] as const) {
			const state = { left: 0 };
			const bot = openBot(scenario.cin7, settings, now, dyingAfter(call, when, state));
			await expect(bot.run()).rejects.toThrow(Death);
			state.left = Infinity;
			const result = await bot.run();
			const told = `broken off ${when} call ${call + 1}`;
			expect([told, ...differences(bot)]).toEqual([told]);
			expect([told, result.unfinished]).toEqual([told, []]);
			expect([told, ...books(bot)]).toEqual([told, ...expected]);
		}
	}
});
