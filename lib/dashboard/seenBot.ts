/** A bot with its runs and its next run: what the page and the node's data are made of. */
import { botsAmong, type Bot } from './bots';
import { runsOf, type Runs } from './lastRun';
import { readExecutions } from './reading/executions';
import { readRunHistory } from './reading/runHistory';
import { readWorkflows } from './reading/workflows';
import { nextRun, type NextRun } from './schedule/nextRun';
import { knownZone } from './when';
import { zoneNotKnown } from './zoneOfN8n';

export interface SeenBot {
	bot: Bot;
	runs: Runs;
	/** Whether runs could not be read, so that none is no news. */
	unreadRuns: boolean;
	/** Undefined when no schedule starts it. */
	next: NextRun | undefined;
}

/** What came in, each list as the `json` of its items. */
export interface Lists {
	workflows: readonly unknown[];
	executions: readonly unknown[];
	running: readonly unknown[];
	history: readonly unknown[];
}

export interface Seen {
	bots: SeenBot[];
	/** Lists that could not be read, and what else makes the page say less than it could, in sentences. */
	unread: string[];
}

/**
 * @param now in milliseconds
 * @param instanceZone zone of workflows that set none
 * @param ownWorkflowId the dashboard's own
 */
export function seenBots(
	lists: Lists,
	now: number,
	instanceZone: string,
	ownWorkflowId: string,
): Seen {
	const workflows = readWorkflows(lists.workflows);
	const executions = readExecutions(lists.executions, now);
	const running = readExecutions(lists.running, now, 'the list of running executions');
	const history = readRunHistory(lists.history, now);
	const runs = runsOf({
		executions: executions.rows,
		running: running.rows,
		history: history.rows,
	});
	const bots = botsAmong(workflows.rows, knownZone(instanceZone)).map((bot) => {
		const ofBot = runs(bot.id);
		const unreadRuns = executions.unread !== null;
		const runsMissing = unreadRuns || !reachesBack(ofBot, bot);
		const next = nextRun({ ...bot, runsMissing }, now, ofBot.lastScheduled ?? undefined);
		return { bot, runs: ofBot, unreadRuns, next };
	});
	const unread = [
		...[workflows, executions, running].map((list) => withAdvice(list.unread, apiAdvice)),
		withAdvice(history.unread, historyAdvice),
		zoneNotKnown(
			workflows.rows,
			bots.map(({ bot }) => bot),
			ownWorkflowId,
		),
	];
	return { bots, unread: unread.filter((text) => text !== null) };
}

/** Whether the runs at hand are all since the bot was published: n8n is asked for the last few of each. */
function reachesBack({ firstKnown }: Runs, { publishedAt }: Bot): boolean {
	return firstKnown === null || (publishedAt !== undefined && firstKnown < publishedAt);
}

const apiAdvice =
	'In n8n, look at the node that reads it: its n8n API credential needs a key with the scopes workflow:list and execution:list.';
const historyAdvice =
	'In n8n, look at the node that reads the Data Table Automation bot runs. The rest of this page is right without it.';

function withAdvice(unread: string | null, advice: string): string | null {
	return unread === null ? null : `${unread} ${advice}`;
}
