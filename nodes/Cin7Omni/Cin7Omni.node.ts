import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { cin7ClientFor } from '../shared/cin7/client';
import { nodeErrorFrom } from '../shared/errors';
import { operationNamed, properties } from './resources';

/** Cin7 Omni's records, for everything that the other nodes of the package do not do by themselves. */
export class Cin7Omni implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cin7 Omni',
		name: 'cin7Omni',
		icon: { light: 'file:cin7Omni.svg', dark: 'file:cin7Omni.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ {get: "Get", getAll: "Get Many", upsert: "Create or Update", update: "Update"}[$parameter["operation"]] + ": " + $parameter["resource"] }}',
		description:
			'Read sales orders, credit notes, payments, branches, contacts, users and products in Cin7 Omni, and write sales orders',
		defaults: { name: 'Cin7 Omni' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cin7OmniApi', required: true }],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0) as string;
		const name = this.getNodeParameter('operation', 0) as string;
		const operation = operationNamed(resource, name);
		if (operation === undefined) {
			throw new NodeOperationError(this.getNode(), `There is no operation ${name} of ${resource}`, {
				description: 'Choose the operation from the list again.',
			});
		}
		try {
			return [await operation.execute(this, await cin7ClientFor(this))];
		} catch (failure) {
			const error = nodeErrorFrom(failure, this.getNode());
			if (!this.continueOnFail()) throw error;
			const items = this.getInputData().map((_, item) => ({ item }));
			return [[{ json: { error: error.message }, pairedItem: items }]];
		}
	}
}
