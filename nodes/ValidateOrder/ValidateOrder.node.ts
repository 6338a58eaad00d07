import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { outputs } from './outputs';
import { completenessSettings } from './parameters';
import { properties } from './properties';

/** Cin7's check of downloaded orders: whether the data is there with which an order may be sent. Asks nothing of anybody. */
export class ValidateOrder implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Validate Order',
		name: 'validateOrder',
		icon: { light: 'file:validateOrder.svg', dark: 'file:validateOrder.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["amazonFulfilled"] === "skipDetails" ? "Skip buyer details when Amazon fulfills" : "Check every order" }}',
		description:
			'Check that orders have the data that Cin7 Omni needs before they are sent, and name what is missing',
		defaults: { name: 'Validate Order' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Complete', 'Needs Attention'],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return outputs(this, completenessSettings(this));
	}
}
