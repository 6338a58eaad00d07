/** When one rule of a Schedule Trigger comes next. */
import { cadenceOf, isDue, periodAt, type Cadence } from './cadence';
import { chosenByN8n, type Open } from './chosen';
import { cronFields, type CronFields } from './cronFields';
import { momentsAfter } from './cronMoments';
import { lastTimeOf } from './lastTimes';
import { cronOf, refusedSize, type ReadableRule } from './ruleCron';
import type { ScheduleRule } from './rules';

/** A rule where it stands. */
export interface RuleAt {
	rule: ScheduleRule;
	/** Among the trigger's rules. */
	index: number;
	/** The trigger's name. */
	trigger: string;
	typeVersion: number;
	zone: string;
	staticData?: unknown;
	/** Milliseconds; runs before do not count. */
	publishedAt?: number;
	/** Whether a run may be missing, so that none says nothing. */
	runsMissing?: boolean;
	/** `<workflow id>:<node id>`, if known. */
	ids?: string;
}

export type NextOfRule =
	| { moment: number; assuming?: string }
	| { never: true }
	/** Why it cannot be told, as a clause. */
	| { because: string };

const minute = 60_000;
/** Longer than any cadence of n8n's takes to come round: months are looked at month by month. */
const mostLooks = 10_000;

/** @param lastRun see `nextRun` */
export function nextOfRule(at: RuleAt, now: number, lastRun?: number): NextOfRule {
	const { rule, zone } = at;
	if (rule.field === 'unreadable') return { because: `${rule.because}, so its time is not known` };
	const refused = refusedSize(rule, at.typeVersion);
	if (refused) return { because: `${refuses} ${refused}` };
	const cron = cronAt(rule, at.ids);
	if ('because' in cron) return cron;
	const cadence = cadenceOf(rule);
	const { last, assuming }: LastTime = cadence ? lastTime(at, cadence, cron.fields, lastRun) : {};
	const minuteRun = cron.toTheMinute && lastRun !== undefined ? minuteOf(lastRun) : undefined;
	let looks = 0;
	for (const moment of momentsAfter(now, cron.fields, zone)) {
		const due = !cadence || isDue(cadence, last, moment, zone);
		if (due && minuteOf(moment) !== minuteRun) return { moment, assuming };
		looks += 1;
		if (looks === mostLooks) break;
	}
	return looks === 0 ? { because: `${refuses} its cron expression never comes` } : { never: true };
}

const refuses = 'n8n does not publish it, because';

/** The rule as cron; `toTheMinute` when the second is n8n's secret, and the minute counts up to its end. */
function cronAt(
	rule: ReadableRule,
	ids: string | undefined,
): { fields: CronFields; toTheMinute: boolean } | { because: string } {
	const open = new Set<Open>();
	const cron = cronOf(rule, (what) => {
		open.add(what);
		return ids === undefined ? 59 : chosenByN8n(ids, what);
	});
	const toTheMinute = ids === undefined && open.delete('second');
	if (ids === undefined && open.size > 0) {
		return { because: 'n8n chooses the time, because it is not set' };
	}
	try {
		return { fields: cronFields(cron), toTheMinute };
	} catch (refused) {
		return { because: `${refuses} ${(refused as RangeError).message}` };
	}
}

interface LastTime {
	last?: number;
	assuming?: string;
}

const assumptions = {
	first: 'This takes it that the rule has not started the workflow since it was published.',
	counted:
		'This takes it that this rule started the last run, and that since then neither n8n was started anew nor the workflow published again.',
};

/**
 * What a cadence is counted from. n8n 2.41 stores its number only once it has been published or started a second time:
 * until then it has it in memory alone, stores null, and forgets. So null says nothing when there was a run.
 */
function lastTime(at: RuleAt, cadence: Cadence, fields: CronFields, lastRun?: number): LastTime {
	const { staticData, trigger, index, zone, publishedAt = -Infinity, runsMissing } = at;
	const last = lastTimeOf(staticData, trigger, index, cadence);
	if (last !== undefined) return { last };
	const neverSince = lastRun === undefined ? !runsMissing : lastRun < publishedAt;
	if (neverSince && staticData !== undefined) return {};
	if (lastRun === undefined || lastRun < publishedAt || !isOf(fields, zone, lastRun)) {
		return { assuming: assumptions.first };
	}
	return { last: periodAt(cadence.period, lastRun, zone), assuming: assumptions.counted };
}

/** Whether a run can have been started by a rule: a moment of it is in the minute of the run, or just before. */
function isOf(fields: CronFields, zone: string, run: number): boolean {
	const first = momentsAfter(run - minute, fields, zone).next();
	return first.done !== true && minuteOf(first.value) <= minuteOf(run);
}

function minuteOf(moment: number): number {
	return Math.floor(moment / minute);
}
