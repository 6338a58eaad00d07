/** Rows of the Data Table "Automation bot runs", in which a bot writes what came of each of its runs. */
import { z } from 'zod';

import { readList, type Read } from './list';

export const runResults = ['done', 'nothingToDo', 'attention', 'failed'] as const;
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

const row = z.object({
	workflowId: z.string().min(1),
	executionId: text,
	operation: z.enum(['preview', 'run']),
	result: z.enum(runResults),
	startedAt: z
		.union([z.string(), z.date()])
		.transform((value) => new Date(value).getTime())
		.refine((at) => !Number.isNaN(at)),
	batches: count,
	payments: count,
	skipped: count,
	totals: text,
	message: text,
});

/** @param items the `json` of each item */
export function readRunHistory(items: readonly unknown[]): Read<RunRow> {
	return readList(items, row, 'the run history');
}
