// Conducts an experiment and says what did not hold.
import { canonical } from '../invariants/canonical.mts';
import { invariants } from '../invariants/invariants.mts';
import type { TinyAccount } from '../accounts/accounts.mts';
import type { Bot } from './bots.mts';
import { bookingElsewhere, mainBot, runOf } from './bots.mts';
import type { Elsewhere } from './elsewhere.mts';
import { accountingElsewhere, brokenElsewhere } from './elsewhere.mts';
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
	isElsewhere = false,
): Promise<string[]> {
	const key = `${account.name}/${settings.foreignTotals ?? ''}/${isElsewhere}`;
	const bot = isElsewhere ? bookingElsewhere(mainBot, accountingElsewhere()) : mainBot;
	const known = undisturbed.get(key) ?? runPlainly(account, settings, bot);
	undisturbed.set(key, known);
	return known;
}

async function runPlainly(
	account: TinyAccount,
	settings: Partial<Settings>,
	bot: Bot,
): Promise<string[]> {
	const { rounds, world } = await conduct({
		account,
		settings,
		seed: 0,
		processes: [{ name: 'plain', body: runOf(bot, 'plain') }],
		next: ([first]) => first,
		bots: [bot],
	});
	await world.close();
	return canonical(rounds[0].books);
}

/** An experiment with what it is held against. */
export interface Judged extends Experiment {
	/** The account is to be as after one undisturbed run. */
	comparable?: boolean;
	/** Where its bots book, when not in Cin7. */
	elsewhere?: Elsewhere;
}

/** Conducts it and holds it against every invariant. The account is closed. */
export async function judge(experiment: Judged): Promise<Verdict> {
	const { account, settings, elsewhere } = experiment;
	const expected = experiment.comparable
		? await undisturbedBooks(account, settings, elsewhere !== undefined)
		: undefined;
	const outcome = await conduct(experiment);
	const [first, second] = outcome.rounds;
	const { books } = second;
	const violations = [...outcome.watch.violations];
	for (const { name, broken } of invariants) {
		for (const what of broken({ outcome, books, expected })) {
			violations.push({ invariant: name, what });
		}
	}
	if (elsewhere) {
		for (const what of brokenElsewhere(elsewhere, outcome)) {
			violations.push({ invariant: 'elsewhere', what });
		}
	}
	await outcome.world.close();
	const isSame =
		first === second || canonical(first.books).join('\n') === canonical(books).join('\n');
	return { violations, calls: outcome.log.calls(), rounds: isSame ? 1 : 2, outcome };
}
