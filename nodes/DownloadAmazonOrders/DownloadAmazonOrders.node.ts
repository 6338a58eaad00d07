import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { testAmazonSellerApi } from '../shared/amazon/testCredential';
import { downloadUpdatedAction } from './actions/downloadUpdated';
import { getByIdAction } from './actions/getById';
import { getMarketplaces } from './loadOptions/getMarketplaces';
import { properties } from './properties';

/** Orders from Amazon Seller, shaped as Cin7 sales orders; where it stopped goes out beside them, and nowhere else. */
export class DownloadAmazonOrders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Download Amazon Orders',
		name: 'downloadAmazonOrders',
		icon: { light: 'file:downloadAmazonOrders.svg', dark: 'file:downloadAmazonOrders.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "getById" ? "Get Orders by ID" : "Download Updated Orders" }}',
		description:
			'Download orders from Amazon Seller, shaped as Cin7 Omni sales orders, from where the last download stopped',
		defaults: { name: 'Download Amazon Orders' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Orders', 'Progress'],
		credentials: [{ name: 'amazonSellerApi', required: true, testedBy: 'testAmazonSellerApi' }],
		properties,
	};

	methods = {
		credentialTest: { testAmazonSellerApi },
		loadOptions: { getMarketplaces },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as keyof typeof actions;
		return await actions[operation].call(this);
	}
}

const actions = { downloadUpdated: downloadUpdatedAction, getById: getByIdAction };
