// A run of 700 payments in six groups, one of them negative, with orders paid by two types: the process dies after every
// one of its calls, and one more run leaves exactly the account that an undisturbed run leaves. The same of a run that
// hands its batches over to be booked elsewhere, and confirms them.
//
// Death before a call and death after the one before it are the same: nothing but Cin7 remembers anything. Before the
// first call is before everything.
import { sixGroupsAccount, sixGroupsBot } from './accounts/sixGroups.mts';
import { canonical } from './invariants/canonical.mts';
import { bookingElsewhere, runOf } from './lab/bots.mts';
import { accountingElsewhere } from './lab/elsewhere.mts';
import type { Judged } from './lab/judge.mts';
import { judge } from './lab/judge.mts';
import { failureText } from './suite.mts';

/** A run that dies after so many calls. */
function dyingAfter(calls: number, isElsewhere: boolean): Judged {
	const elsewhere = isElsewhere ? accountingElsewhere() : undefined;
	const bot = elsewhere ? bookingElsewhere(sixGroupsBot, elsewhere) : sixGroupsBot;
	return {
		account: sixGroupsAccount,
		seed: 1,
		processes: [{ name: 'dying', body: runOf(bot, 'dying') }],
		next: ([first]) => first,
		trouble: (_, __, call) => (call === calls + 1 ? { kind: 'death', when: 'before' } : undefined),
		bots: [bot],
		...(elsewhere && { elsewhere }),
	};
}

const booksElsewhere = ({ elsewhere }: Judged) => [...(elsewhere?.booked ?? [])].map(String).sort();

describe.each([
	['a run', false],
	['a run whose batches are booked elsewhere, and Confirm', true],
])('%s', (_, isElsewhere) => {
	let expected: string[];
	let bookedThere: string[];
	let calls: number;

	beforeAll(async () => {
		const experiment = dyingAfter(Infinity, isElsewhere);
		const verdict = await judge(experiment);
		expect(verdict.violations).toEqual([]);
		const { rounds, log } = verdict.outcome;
		expect(rounds[0].writes).toBe(0);
		expected = canonical(rounds[0].books, true);
		bookedThere = booksElsewhere(experiment);
		calls = log.calls('dying');
		expect(calls).toBeGreaterThan(20);
		expect(bookedThere).toHaveLength(isElsewhere ? 6 : 0);
	}, 60_000);

	it('leaves, after one more, the account of an undisturbed one, wherever it was killed', async () => {
		for (let made = 0; made < calls; made += 1) {
			const experiment = dyingAfter(made, isElsewhere);
			const verdict = await judge(experiment);
			const title = `killed after call ${made} of ${calls}`;
			if (verdict.violations.length > 0) throw new Error(failureText(title, verdict));
			const { rounds, results } = verdict.outcome;
			expect([title, results.get('dying')]).toEqual([title, 'killed']);
			expect([title, ...canonical(rounds[0].books, true)]).toEqual([title, ...expected]);
			expect([title, ...booksElsewhere(experiment)]).toEqual([title, ...bookedThere]);
		}
	}, 300_000);
});
