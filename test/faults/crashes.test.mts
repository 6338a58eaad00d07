// A run of 700 payments in six groups, one of them negative, with orders paid by two types: the process dies after every
// one of its calls, and one more run leaves exactly the account that an undisturbed run leaves.
//
// Death before a call and death after the one before it are the same: nothing but Cin7 remembers anything. Before the
// first call is before everything.
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { documentSettingsOf, settingsOf } from '../bot/openBot.mts';
import { start } from './accounts/rows.mts';
import { canonical } from './invariants/canonical.mts';
import type { Bot } from './lab/bots.mts';
import { runOf } from './lab/bots.mts';
import type { Experiment } from './lab/experiment.mts';
import { judge } from './lab/judge.mts';
import { failureText } from './suite.mts';

const {
	scenario,
	expectations,
	bot: panel,
} = sixGroups({
	now: start,
	payments: 700,
	negativeGroup: true,
	splitTender: true,
});
const bot: Bot = { name: 'Six', settings: settingsOf(panel), documents: documentSettingsOf(panel) };
const due = new Set(
	expectations.payments
		.filter(({ outcome }) => outcome === 'batched')
		.map(({ paymentId }) => paymentId),
);
const account = { name: 'six groups', rows: scenario.cin7, due };

/** A run that dies after so many calls. */
function dyingAfter(calls: number): Experiment {
	return {
		account,
		seed: 1,
		processes: [{ name: 'dying', body: runOf(bot, 'dying') }],
		next: ([first]) => first,
		trouble: (_, __, call) => (call === calls + 1 ? { kind: 'death', when: 'before' } : undefined),
		bots: [bot],
	};
}

describe('a run that is killed', () => {
	let expected: string[];
	let calls: number;

	beforeAll(async () => {
		const verdict = await judge(dyingAfter(Infinity));
		expect(verdict.violations).toEqual([]);
		const { rounds, log } = verdict.outcome;
		expect(rounds[0].writes).toBe(0);
		expected = canonical(rounds[0].books, true);
		calls = log.calls('dying');
		expect(calls).toBeGreaterThan(25);
	}, 60_000);

	it('leaves, after one more run, the account of an undisturbed run, wherever it was', async () => {
		for (let made = 0; made < calls; made += 1) {
			const verdict = await judge(dyingAfter(made));
			const title = `killed after call ${made} of ${calls}`;
			if (verdict.violations.length > 0) throw new Error(failureText(title, verdict));
			const { rounds, results } = verdict.outcome;
			expect([title, results.get('dying')]).toEqual([title, 'killed']);
			expect([title, ...canonical(rounds[0].books, true)]).toEqual([title, ...expected]);
		}
	}, 300_000);
});
