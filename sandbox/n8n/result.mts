// What came of the main job: read from n8n's own record of the execution, and checked against the ledger.

import { DateTime } from 'luxon';
import { BATCH_NODE } from './fillIn.mts';
import type { Execution } from './executions.mts';
import { itemsOf, whatWentWrong } from './executions.mts';
import type { Ledger, ReportedBatch, Verification } from './verify.mts';
import { readLedger, verify } from './verify.mts';
import { amountText, minorUnits } from './verify/amounts.mts';
import type { Workflow, WorkflowNode } from './workflows.mts';

/** Cin7's own, and the node's unless its options say otherwise. */
const LOOK_BACK_DAYS = 30;

export interface JobResult {
	execution: Pick<Execution, 'id' | 'status' | 'startedAt' | 'stoppedAt'>;
	batches: Array<{
		reference: string;
		channel: string;
		branch: string;
		paymentType: string;
		currency: string;
		/** Local date. */
		batchDay: string;
		kind: string;
		total: string;
		payments: number;
	}>;
	/** Payments by the reason they were left out for. */
	skipped: Record<string, number>;
	/** Decimal text by currency. */
	totals: Record<string, string>;
	verified: boolean;
	verification: Pick<Verification, 'checked' | 'differences'>;
	/** What n8n says of an execution that did not succeed. */
	message?: string;
}

/**
 * @param control URL of the sandbox's control API
 * @param before the ledger when the run began
 */
export async function jobResult(
	execution: Execution,
	workflow: Workflow,
	control: string,
	before: Ledger,
): Promise<JobResult> {
	const node = batchNode(workflow);
	const batches = itemsOf<ReportedBatch>(execution, node.name, 0);
	const skips = itemsOf<{ paymentId: number; reason: string }>(execution, node.name, 1);
	const lookBack = {
		from: startOfLookBack(execution.startedAt, workflow, node),
		until: Date.parse(execution.startedAt),
		ended: Date.parse(execution.stoppedAt ?? new Date().toISOString()),
	};
	const verification = verify(await readLedger(control), batches, skips, lookBack, before);
	const message = whatWentWrong(execution);
	const { id, status, startedAt, stoppedAt } = execution;
	const { verified, checked, differences } = verification;
	return {
		execution: { id, status, startedAt, stoppedAt },
		batches: batches.map(
			({ branch, reference, channel, paymentType, currency, batchDay, kind, total, payments }) => ({
				reference,
				channel,
				branch: branch.name,
				paymentType,
				currency,
				batchDay,
				kind,
				total,
				payments,
			}),
		),
		skipped: countBy(skips.map(({ reason }) => reason)),
		totals: totalsOf(batches),
		verified: verified && message === undefined,
		verification: { checked, differences },
		...(message !== undefined && { message }),
	};
}

/** The node that does the job: where a template has one for Preview too, the one that runs. */
function batchNode({ name, nodes }: Workflow): WorkflowNode {
	const all = nodes.filter(({ type, disabled }) => type === BATCH_NODE && disabled !== true);
	const node = all.find(({ parameters }) => parameters.operation === 'run') ?? all[0];
	if (node === undefined)
		throw new Error(`The workflow "${name}" has no Batch Ecommerce Orders node.`);
	return node;
}

/** Midnight so many days ago, in the zone that is set on the node or else on the workflow. */
function startOfLookBack(
	now: string,
	{ settings }: Workflow,
	{ parameters }: WorkflowNode,
): number {
	const options = (parameters.options ?? {}) as { timeZone?: string; lookBackDays?: number };
	const zone = options.timeZone || String(settings?.timezone ?? 'UTC');
	const day = DateTime.fromISO(now, { zone }).startOf('day');
	if (!day.isValid) throw new Error(`"${zone}" is no time zone.`);
	return day.minus({ days: options.lookBackDays ?? LOOK_BACK_DAYS }).toMillis();
}

function totalsOf(batches: ReportedBatch[]): Record<string, string> {
	const totals = new Map<string, bigint>();
	for (const { currency, total } of batches) {
		totals.set(currency, (totals.get(currency) ?? 0n) + minorUnits(total, currency));
	}
	return Object.fromEntries(
		[...totals].map(([currency, total]) => [currency, amountText(total, currency)]),
	);
}

function countBy(reasons: string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
	return counts;
}
