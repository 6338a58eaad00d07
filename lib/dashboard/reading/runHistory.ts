/** Rows of the Data Table "Automation bot runs", in which a bot writes what came of each of its runs. */
import { z } from 'zod';

import { readList, type Read } from './list';
import { startedBy } from './moment';

const runResults = ['done', 'nothingToDo', 'attention', 'failed'] as const;
export type RunResult = (typeof runResults)[number];

export interface RunRow {
	workflowId: string;
	executionId: string;
	operation: 'preview' | 'run';
	result: RunResult;
	/** Milliseconds. */
	startedAt: number;
	batches: number | null;
	payments: number | null;
	skipped: number | null;
	/** Per currency, such as "AUD 1,234.00; NZD 5.00". */
	totals: string;
	message: string;
}

const count = z
	.number()
	.nullish()
	.catch(null)
	.transform((value) => value ?? null);
const text = z
	.union([z.string(), z.number()])
	.nullish()
	.catch('')
	.transform((value) => String(value ?? ''));

const row = {
	workflowId: z.string().min(1),
	executionId: text,
	operation: z.enum(['preview', 'run']),
	result: z.enum(runResults),
	batches: count,
	payments: count,
	skipped: count,
	totals: text,
	message: text,
};

/**
 * @param items the `json` of each item
 * @param now in milliseconds
 */
export function readRunHistory(items: readonly unknown[], now: number): Read<RunRow> {
	return readList(items, z.object({ ...row, startedAt: startedBy(now) }), 'the run history');
}
