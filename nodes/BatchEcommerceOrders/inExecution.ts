import type { IExecuteFunctions } from 'n8n-workflow';

import type { InExecution } from '../../lib/batching/summary/summary';

/** When this execution of the node began, and where n8n shows it: nowhere before the workflow is saved. */
export function inExecution(context: IExecuteFunctions, startedAt: number): InExecution {
	const base = context.getInstanceBaseUrl();
	const { id } = context.getWorkflow();
	const execution = context.getExecutionId();
	const isShown = /^https?:\/\//.test(base ?? '') && id && execution;
	return {
		startedAt,
		executionUrl: isShown
			? `${base.replace(/\/+$/, '')}/workflow/${encodeURIComponent(id)}/executions/${encodeURIComponent(execution)}`
			: '',
	};
}
