/** n8n's lists of executions: those that ended, newest first, and those that are running. */
import { z } from 'zod';

import { readList, type Read } from './list';
import { startedBy } from './moment';

export interface Execution {
	id: string;
	workflowId: string;
	/** n8n's word: `success`, `error`, `crashed`, `canceled`, `running`, `new`, `waiting`. */
	status: string;
	/** Milliseconds; null while it waits for its turn. */
	startedAt: number | null;
	/** n8n's word for what started it: `trigger` (a schedule), `manual`, `integrated` (another workflow), `webhook`. */
	mode: string;
}

const id = z.union([z.string().min(1), z.number()]).transform(String);
const execution = (now: number) =>
	z
		.object({
			id,
			workflowId: id,
			status: z.string().optional(),
			finished: z.boolean().optional().catch(undefined),
			startedAt: startedBy(now)
				.nullish()
				.transform((at) => at ?? null),
			mode: z.string().catch(''),
		})
		.transform(
			({ status, finished, ...rest }): Execution => ({
				...rest,
				status: status ?? (finished === true ? 'success' : 'unknown'),
			}),
		);

/**
 * @param items the `json` of each item
 * @param now in milliseconds
 * @param what for messages
 */
export function readExecutions(
	items: readonly unknown[],
	now: number,
	what = 'the list of executions',
): Read<Execution> {
	return readList(items, execution(now), what);
}
