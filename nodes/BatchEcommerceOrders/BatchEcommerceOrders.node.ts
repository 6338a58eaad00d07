import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { previewAction } from './actions/preview';
import { runAction } from './actions/run';
import { searchChannels } from './listSearch/searchChannels';
import { searchContacts } from './listSearch/searchContacts';
import { searchContactEmails, searchUserEmails } from './listSearch/searchEmails';
import { searchPaymentTypes } from './listSearch/searchPaymentTypes';
import { searchProducts } from './listSearch/searchProducts';
import { getBranches } from './loadOptions/getBranches';
import { getChannels } from './loadOptions/getChannels';
import { properties } from './properties';

/** Cin7 Omni's Batch Ecommerce Orders bot: the panel is its Settings page, the operations are its buttons. */
export class BatchEcommerceOrders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Batch Ecommerce Orders',
		name: 'batchEcommerceOrders',
		icon: { light: 'file:batchEcommerceOrders.svg', dark: 'file:batchEcommerceOrders.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "run" ? "Run" : "Preview" }}{{ $parameter["botName"] ? ": " + $parameter["botName"] : "" }}',
		description:
			'Batch the payments of ecommerce orders in Cin7 Omni, so that each deposit matches one transaction in your accounting software',
		defaults: { name: 'Batch Ecommerce Orders' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Batches', 'Skipped', 'Summary'],
		credentials: [{ name: 'cin7OmniApi', required: true }],
		properties,
	};

	methods = {
		listSearch: {
			searchChannels,
			searchContacts,
			searchContactEmails,
			searchUserEmails,
			searchPaymentTypes,
			searchProducts,
		},
		loadOptions: { getBranches, getChannels },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as keyof typeof actions;
		return await actions[operation].call(this);
	}
}

const actions = { preview: previewAction, run: runAction };
