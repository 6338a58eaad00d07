/** Preview and Run, as the panel or whoever started the workflow asks. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { nodeErrorFrom } from '../../shared/errors';
import { askedOperation } from '../onDemand';
import { stopped } from '../stopped';
import { previewAction } from './preview';
import { runAction } from './run';

/**
 * Three outputs; set to continue, it says in the Summary what it stopped for.
 * @throws NodeApiError or NodeOperationError otherwise
 */
export async function botAction(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const startedAt = Date.now();
	try {
		const action = askedOperation(this) === 'run' ? runAction : previewAction;
		return await action.call(this, startedAt);
	} catch (failure) {
		const error = nodeErrorFrom(failure, this.getNode());
		if (this.continueOnFail()) return stopped(this, error, startedAt);
		throw error;
	}
}
