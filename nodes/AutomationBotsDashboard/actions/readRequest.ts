/** Read Request: what a button of the page asks, to one of three outputs, each with where the browser goes then. */
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { anchorOf } from '../../../lib/dashboard/page/botCard';
import { refusalPage } from '../../../lib/dashboard/page/refusal';
import { decide } from '../../../lib/dashboard/request';
import { inputNames } from '../connections';
import { jsonOf, webhookRequest } from '../request';

export async function readRequestAction(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const decision = decide(
		webhookRequest(this).body,
		jsonOf(this, 1, inputNames.readRequest[1]),
		this.getWorkflow().id ?? '',
	);
	switch (decision.do) {
		case 'start': {
			const { workflowId, botName, whatToDo } = decision;
			const back = `asked=${whatToDo}&bot=${encodeURIComponent(workflowId)}&at=${Date.now()}`;
			const anchor = anchorOf(workflowId);
			return [
				[
					item({
						workflowId,
						botName,
						whatToDo,
						backTo: `?${back}#${anchor}`,
						backToRefused: `?${back}&refused#${anchor}`,
					}),
				],
				[],
				[],
			];
		}
		case 'create': {
			const { name } = decision.workflow;
			const workflow = JSON.stringify(decision.workflow);
			return [[], [item({ name, workflow, backToRefused: '?new&refused' })], []];
		}
		case 'refuse': {
			const { message, status } = decision;
			return [[], [], [item({ message, status, html: refusalPage(message) })]];
		}
	}
}

function item(json: IDataObject): INodeExecutionData {
	return { json, pairedItem: { item: 0 } };
}
