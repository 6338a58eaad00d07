/** What became of a bot's last run, and of a Preview since: by its row in the run history, or else by n8n's executions. */
import type { Execution } from './reading/executions';
import type { RunResult, RunRow } from './reading/runHistory';

export type Outcome = RunResult | 'succeeded' | 'crashed' | 'canceled' | 'waiting' | 'unknown';

export interface LastRun {
	/** Empty for a row whose execution n8n no longer keeps. */
	executionId: string;
	/** Milliseconds; null while it waits for its turn. */
	startedAt: number | null;
	outcome: Outcome;
	/** Its row, when there is one. */
	row: RunRow | null;
	mode: string;
}

export interface Runs {
	/** Going on now, oldest first. */
	running: Execution[];
	/** The last one that was no Preview, as far as its row says. */
	last: LastRun | null;
	/** The last Preview, when it is newer: it says nothing of how that run went. */
	previewSince: LastRun | null;
	/** When a schedule last started it, in milliseconds. */
	lastScheduled: number | null;
	/** When the first one started that n8n's lists still have; null without any. */
	firstKnown: number | null;
}

export interface AllRuns {
	executions: readonly Execution[];
	running: readonly Execution[];
	history: readonly RunRow[];
}

/** The runs of every bot, by workflow id. */
export function runsOf(all: AllRuns): (workflowId: string) => Runs {
	const byId = new Map<string, Execution>();
	for (const execution of [...all.executions, ...all.running]) byId.set(execution.id, execution);
	const executions = groupedBy([...byId.values()], ({ workflowId }) => workflowId);
	const rows = groupedBy(all.history, ({ workflowId }) => workflowId);
	return (workflowId) => runs(executions.get(workflowId) ?? [], rows.get(workflowId) ?? []);
}

function runs(executions: Execution[], rows: RunRow[]): Runs {
	const running = executions.filter(isGoing);
	const ended = executions.filter((execution) => !isGoing(execution));
	const rowOf = new Map(rows.map((row) => [row.executionId, row]));
	// n8n knows whether a run came to its end; rows outlive executions, which it deletes after a while.
	const kept = new Set(executions.map(({ id }) => id));
	const candidates: LastRun[] = [
		...ended.map((execution) => fromExecution(execution, rowOf.get(execution.id) ?? null)),
		...rows.filter(({ executionId }) => !kept.has(executionId)).map(fromRow),
	];
	const last = newestOf(candidates.filter((one) => !isPreview(one)));
	const newest = newestOf(candidates);
	const started = executions.filter(
		(execution): execution is Execution & { startedAt: number } => execution.startedAt !== null,
	);
	const times = started.map(({ startedAt }) => startedAt);
	const scheduled = started.filter(({ mode }) => mode === 'trigger');
	return {
		running: running.sort(
			(one, other) => (one.startedAt ?? Infinity) - (other.startedAt ?? Infinity),
		),
		last,
		previewSince: newest !== null && isPreview(newest) ? newest : null,
		lastScheduled:
			scheduled.length === 0 ? null : Math.max(...scheduled.map(({ startedAt }) => startedAt)),
		firstKnown: times.length === 0 ? null : Math.min(...times),
	};
}

function isPreview({ row }: LastRun): boolean {
	return row?.operation === 'preview';
}

function newestOf(all: readonly LastRun[]): LastRun | null {
	return all.reduce<LastRun | null>(
		(latest, one) =>
			latest === null || (one.startedAt ?? 0) > (latest.startedAt ?? 0) ? one : latest,
		null,
	);
}

function fromExecution({ id, startedAt, status, mode }: Execution, row: RunRow | null): LastRun {
	return { executionId: id, startedAt, outcome: outcomeOf(status, row), row, mode };
}

function fromRow(row: RunRow): LastRun {
	const { executionId, startedAt, result } = row;
	return { executionId, startedAt, outcome: result, row, mode: '' };
}

/** A row says more than n8n's word, unless that is bad news: the execution stopped after the row was written. */
function outcomeOf(status: string, row: RunRow | null): Outcome {
	switch (status) {
		case 'success':
			return row?.result ?? 'succeeded';
		case 'waiting':
			// Its form stays open for whoever looks at it; what came of the run is known.
			return row?.result ?? status;
		case 'error':
			return 'failed';
		case 'crashed':
			return status;
		case 'canceled':
			return row !== null && isForSomebody(row.result) ? row.result : status;
		default:
			return 'unknown';
	}
}

function isForSomebody(result: RunResult): boolean {
	return result === 'failed' || result === 'attention';
}

function isGoing({ status }: Execution): boolean {
	return status === 'running' || status === 'new';
}

function groupedBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const group = groups.get(key(one));
		if (group === undefined) groups.set(key(one), [one]);
		else group.push(one);
	}
	return groups;
}
