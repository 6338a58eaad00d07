// Conducts an experiment and says what did not hold.
import { canonical } from '../invariants/canonical.mts';
import { invariants } from '../invariants/invariants.mts';
import type { TinyAccount } from '../accounts/accounts.mts';
import { mainBot, runOf } from './bots.mts';
import type { Experiment, Outcome } from './experiment.mts';
import { conduct } from './experiment.mts';
import type { Settings } from '../../../sandbox/cin7/settings.mts';

export interface Verdict {
	violations: { invariant: string; what: string }[];
	calls: number;
	/** Whether one clean run was enough. */
	rounds: 1 | 2;
	outcome: Outcome;
}

const undisturbed = new Map<string, Promise<string[]>>();

/** The account as one undisturbed run leaves it. */
export function undisturbedBooks(
	account: TinyAccount,
	settings: Partial<Settings> = {},
): Promise<string[]> {
	const key = `${account.name}/${settings.foreignTotals ?? ''}`;
	const known = undisturbed.get(key) ?? runPlainly(account, settings);
	undisturbed.set(key, known);
	return known;
}

async function runPlainly(account: TinyAccount, settings: Partial<Settings>): Promise<string[]> {
	const { rounds, world } = await conduct({
		account,
		settings,
		seed: 0,
		processes: [{ name: 'plain', body: runOf(mainBot, 'plain') }],
		next: ([first]) => first,
		bots: [mainBot],
	});
	await world.close();
	return canonical(rounds[0].books);
}

/** Conducts it and holds it against every invariant. The account is closed. */
export async function judge(experiment: Experiment & { comparable?: boolean }): Promise<Verdict> {
	const { account, settings } = experiment;
	const expected = experiment.comparable ? await undisturbedBooks(account, settings) : undefined;
	const outcome = await conduct(experiment);
	const [first, second] = outcome.rounds;
	const { books } = second;
	const violations = [...outcome.watch.violations];
	for (const { name, broken } of invariants) {
		for (const what of broken({ outcome, books, expected })) {
			violations.push({ invariant: name, what });
		}
	}
	await outcome.world.close();
	const rounds = canonical(first.books).join('\n') === canonical(books).join('\n') ? 1 : 2;
	return { violations, calls: outcome.log.calls(), rounds, outcome };
}
