// The default scenario: an account in the middle of its trade, 32 days of it, with every case that a
// batch run must tell apart. Made from a seed; the same seed and `now` give the same bytes.
import { amazonRows } from './amazon/rows.mts';
import { branchRows, ownContactRows, userRows } from './account.mts';
import { defaultBot } from './bot.mts';
import { makeClockChangeCases } from './cases/clockChange.mts';
import { makeCutOffCases } from './cases/cutOffs.mts';
import { makeEarlierBatches } from './cases/earlierBatches.mts';
import { makeOrderStateCases } from './cases/orderStates.mts';
import { makeRefundCases } from './cases/refunds.mts';
import { makeTenderCases } from './cases/tenders.mts';
import { makeTotalCases } from './cases/totals.mts';
import type { Making } from './drafts.mts';
import { expectationsOf } from './expectations.mts';
import type { Expectations } from './expectations.mts';
import { startMaking } from './making.mts';
import { giveIds } from './numbering.mts';
import { contactRows } from './people.mts';
import { productRows } from './products.mts';
import type { Scenario } from './scenario.mts';
import { makeTrade } from './trade.mts';
import { orderRows } from './wire.mts';

export { defaultBot };

export interface DefaultScenarioOptions {
	/** A whole number. */
	seed: number;
	/** The instant of the run, ISO 8601 with its offset. */
	now: string;
}

/** The accounts in wire format. */
export function defaultScenario(options: DefaultScenarioOptions): Scenario {
	return { ...scenarioOf(make(options), options.now), amazon: amazonRows(options) };
}

/** What a run of `defaultBot` at `now` must make of it. */
export function expectations(options: DefaultScenarioOptions): Expectations {
	return expectationsOf(make(options).orders);
}

/** The rows of everything that was made. */
export function scenarioOf(making: Making, now: string): Scenario {
	return {
		now,
		cin7: {
			branches: branchRows(),
			contacts: [...ownContactRows(), ...contactRows(making.people)],
			users: userRows(),
			products: productRows(),
			...orderRows(making),
		},
	};
}

function make({ seed, now }: DefaultScenarioOptions): Making {
	const making = startMaking(seed, now, defaultBot, 160);
	makeTrade(making);
	makeCutOffCases(making);
	makeClockChangeCases(making);
	makeTenderCases(making);
	makeOrderStateCases(making);
	makeTotalCases(making);
	makeRefundCases(making);
	makeEarlierBatches(making);
	giveIds(making);
	return making;
}
