import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { readRequestAction } from './actions/readRequest';
import { showDashboardAction } from './actions/showDashboard';
import { inputsByOperation, outputsByOperation } from './connections';
import { properties } from './properties';
import { operationTitles, type Operation } from './properties/operation';

/** Cin7's Automation Bots Dashboard, drawn from n8n's own workflows and executions. Asks nothing of anybody itself. */
export class AutomationBotsDashboard implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Automation Bots Dashboard',
		name: 'automationBotsDashboard',
		icon: {
			light: 'file:automationBotsDashboard.svg',
			dark: 'file:automationBotsDashboard.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: `={{ (${JSON.stringify(operationTitles)})[$parameter["operation"]] }}`,
		description:
			'Show the Cin7 Omni bots of this n8n on one page, with their last and next runs, and read what its buttons ask',
		defaults: { name: 'Automation Bots Dashboard' },
		usableAsTool: true,
		inputs: inputsByOperation,
		outputs: outputsByOperation,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		return actions[operation].call(this);
	}
}

const actions = { show: showDashboardAction, readRequest: readRequestAction };
