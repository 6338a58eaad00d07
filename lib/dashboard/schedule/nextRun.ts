/** When a workflow's Schedule Triggers start it next, as n8n 2.41 does. */
import { offsetAt } from '../../time/zone';
import type { WorkflowNode } from '../workflow';
import { nextOfRule, type RuleAt } from './nextOfRule';
import { rulesOf } from './rules';

export interface ScheduledWorkflow {
	/** The published ones. With their ids the second is known that n8n adds to every time. */
	nodes: readonly WorkflowNode[];
	/** IANA name: the workflow's own zone, or the instance's where it has none. */
	timeZone: string;
	/** The workflow's id. */
	id?: string;
	/** As n8n's API gives it: what n8n keeps for "every 3 days". Null where it keeps nothing; undefined if unknown. */
	staticData?: unknown;
	/** When it was last published, in milliseconds: what ran before does not count for "every 3 days". */
	publishedAt?: number;
	/** Whether a schedule may have started it without `lastRun` knowing: n8n's list of executions is short, or was not given. */
	runsMissing?: boolean;
}

export type NextRun =
	| {
			/** The start of the minute, in milliseconds; before `now` when the moment lies later in the same minute. */
			at: number;
			/** The name of the trigger. */
			trigger: string;
			/** What was taken for granted, in a sentence, where n8n keeps what it counts from to itself. */
			assuming?: string;
	  }
	/** Why it cannot be told, in a sentence. */
	| { unknown: string };

const scheduleTrigger = 'n8n-nodes-base.scheduleTrigger';
const minute = 60_000;

/**
 * The earliest moment over all triggers that are not switched off, and all their rules; right to the minute.
 * @param now milliseconds
 * @param lastRun when a schedule last started it, in milliseconds: what "every 3 days" is counted from when `staticData`
 * does not say, and how it is known that this minute's run has been when ids are not given
 * @returns undefined without a trigger or without a rule
 */
export function nextRun(
	workflow: ScheduledWorkflow,
	now: number,
	lastRun?: number,
): NextRun | undefined {
	const triggers = workflow.nodes.filter(
		({ type, disabled }) => type === scheduleTrigger && disabled !== true,
	);
	const rules = triggers.flatMap((trigger) => rulesIn(trigger, workflow));
	if (rules.length === 0) return undefined;
	if (!isKnownZone(workflow.timeZone, now)) {
		return { unknown: `This n8n knows no time zone "${workflow.timeZone}".` };
	}
	const found = rules.map((rule) => ({ ...rule, next: nextOfRule(rule, now, lastRun) }));
	const timed: Array<Extract<NextRun, { at: number }>> = [];
	for (const { next, trigger, sentenceStart } of found) {
		if ('because' in next) return { unknown: `${sentenceStart} ${next.because}.` };
		if ('never' in next) continue;
		timed.push({
			at: next.moment - (next.moment % minute),
			trigger,
			...(next.assuming ? { assuming: next.assuming } : {}),
		});
	}
	if (timed.length === 0) return { unknown: 'By its rules, n8n never starts it again.' };
	return timed.reduce((first, next) => (next.at < first.at ? next : first));
}

/** Asked this way it is remembered; `isZone` takes a millisecond each time. */
function isKnownZone(zone: string, now: number): boolean {
	try {
		return Number.isFinite(offsetAt(now, zone));
	} catch {
		return false;
	}
}

function rulesIn(
	trigger: WorkflowNode,
	{ timeZone, id, staticData, publishedAt, runsMissing }: ScheduledWorkflow,
): Array<RuleAt & { sentenceStart: string }> {
	const rules = rulesOf(trigger.parameters);
	return rules.map((rule, index) => ({
		rule,
		index,
		trigger: trigger.name,
		typeVersion: trigger.typeVersion,
		zone: timeZone,
		staticData,
		publishedAt,
		runsMissing,
		ids: id !== undefined && trigger.id !== undefined ? `${id}:${trigger.id}` : undefined,
		sentenceStart:
			rules.length === 1 ? `"${trigger.name}":` : `"${trigger.name}", rule ${index + 1}:`,
	}));
}
