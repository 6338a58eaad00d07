// Runs workflows by hand, as "Execute workflow" in the editor does, and reads what n8n kept of the execution.

import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'flatted';
import type { Session } from './api.mts';

const LOOK_EVERY_MS = 300;
const STILL_GOING = ['new', 'running', 'waiting', 'unknown'];

export interface Execution {
	id: string;
	/** n8n's word: `success`, `error`, `canceled`, `crashed`. */
	status: string;
	startedAt: string;
	stoppedAt: string | null;
	workflowId: string;
	data: ExecutionData;
}

export interface ExecutionData {
	resultData: {
		runData: Record<string, NodeRun[]>;
		error?: { message: string; description?: string | null; node?: { name: string } };
		lastNodeExecuted?: string;
	};
}

export interface NodeRun {
	executionStatus?: string;
	executionTime?: number;
	error?: { message: string; description?: string | null };
	data?: { main: Array<Array<{ json: unknown }> | null> };
}

/**
 * Starts a saved workflow at the trigger of this name.
 * @returns the execution's id; it runs on
 */
export async function runWorkflow(
	session: Session,
	workflowId: string,
	trigger: string,
): Promise<string> {
	const started = await session.post<{ executionId?: string }>(`/workflows/${workflowId}/run`, {
		triggerToStartFrom: { name: trigger },
	});
	if (started.executionId === undefined) {
		throw new Error(`n8n waits for a webhook instead of starting the workflow at "${trigger}".`);
	}
	return started.executionId;
}

/** Waits until an execution has ended and reads it whole. */
export async function finishedExecution(
	session: Session,
	id: string,
	withinMs: number,
): Promise<Execution> {
	for (const started = Date.now(); Date.now() - started < withinMs; await pause(LOOK_EVERY_MS)) {
		const current = await readExecution(session, id);
		if (!STILL_GOING.includes(current.status)) return current;
	}
	throw new Error(`Execution ${id} was still going after ${withinMs / 1000} seconds.`);
}

/** Reads an execution with everything its nodes gave out. */
export async function readExecution(session: Session, id: string): Promise<Execution> {
	const { data, ...rest } = await session.get<Omit<Execution, 'data'> & { data: string }>(
		`/executions/${id}`,
	);
	return { ...rest, id: String(rest.id), data: parse(data) as ExecutionData };
}

/**
 * The items a node gave out, over all its runs.
 * @param output 0 for its first output
 */
export function itemsOf<T>(execution: Execution, node: string, output = 0): T[] {
	return (execution.data.resultData.runData[node] ?? []).flatMap((run) =>
		(run.data?.main[output] ?? []).map(({ json }) => json as T),
	);
}

/** What n8n shows a person of an execution that did not succeed; `undefined` when it did. */
export function whatWentWrong({ status, data }: Execution): string | undefined {
	const { error, lastNodeExecuted } = data.resultData;
	if (status === 'success' && !error) return undefined;
	const node = error?.node?.name ?? lastNodeExecuted;
	const where = node === undefined ? '' : ` at "${node}"`;
	return [`The execution ended with "${status}"${where}.`, error?.message, error?.description]
		.filter(Boolean)
		.join(' ');
}
