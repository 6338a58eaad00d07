import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { botAction } from './actions/bot';
import { confirmAction } from './actions/confirm';
import { getBatchesAction } from './actions/getBatches';
import { undoAction } from './actions/undo';
import { searchChannels } from './listSearch/searchChannels';
import { searchContacts } from '../shared/cin7/searchContacts';
import { searchContactEmails, searchUserEmails } from './listSearch/searchEmails';
import { searchPaymentTypes } from './listSearch/searchPaymentTypes';
import { searchProducts } from './listSearch/searchProducts';
import { getBranches } from '../shared/cin7/getBranches';
import { getChannels } from './loadOptions/getChannels';
import { outputsByOperation } from './outputNames';
import { properties } from './properties';
import { botOperations, operationTitles, type Operation } from './properties/operation';

/** Cin7 Omni's Batch Ecommerce Orders bot: its Settings page and its buttons, and what an accountant needs besides. */
export class BatchEcommerceOrders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Batch Ecommerce Orders',
		name: 'batchEcommerceOrders',
		icon: { light: 'file:batchEcommerceOrders.svg', dark: 'file:batchEcommerceOrders.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ (${JSON.stringify(operationTitles)})[$parameter["operation"]] + (${JSON.stringify(botOperations)}.includes($parameter["operation"]) && $parameter["botName"] ? ": " + $parameter["botName"] : "") }}`,
		description:
			'Batch the payments of ecommerce orders in Cin7 Omni, so that each deposit matches one transaction in your accounting software; list, undo and confirm batches',
		defaults: { name: 'Batch Ecommerce Orders' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsByOperation,
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
		const operation = this.getNodeParameter('operation', 0) as Operation;
		return await actions[operation].call(this);
	}
}

const actions = {
	preview: botAction,
	run: botAction,
	undo: undoAction,
	getBatches: getBatchesAction,
	confirm: confirmAction,
};
