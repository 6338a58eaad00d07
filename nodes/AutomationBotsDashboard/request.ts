/** What the Webhook node hands over: the address that was called, and the fields of the form. */
import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { inputNames } from './connections';

export interface WebhookRequest {
	query: IDataObject;
	body: IDataObject;
	/** The dashboard's own address; empty when nobody called it. */
	webhookUrl: string;
}

/** The first item of the first input; an execution by hand has none of it. */
export function webhookRequest(context: IExecuteFunctions): WebhookRequest {
	const [item] = jsonOf(context, 0, inputNames.show[0]);
	const { query, body, webhookUrl } = item ?? {};
	return {
		query: isObject(query) ? query : {},
		body: isObject(body) ? body : {},
		webhookUrl: typeof webhookUrl === 'string' ? webhookUrl : '',
	};
}

/**
 * The `json` of the items of an input.
 * @throws NodeOperationError when nothing is connected to it: a list that is left out would look like an empty one
 */
export function jsonOf(context: IExecuteFunctions, input: number, name: string): IDataObject[] {
	return itemsOf(context, input, name).map(({ json }) => json);
}

function itemsOf(context: IExecuteFunctions, input: number, name: string): INodeExecutionData[] {
	const notConnected = () =>
		new NodeOperationError(context.getNode(), `Nothing is connected to the input ${name}`, {
			description: 'Connect every input, as the template Automation Bots Dashboard does.',
		});
	let items: INodeExecutionData[] | undefined;
	try {
		items = context.getInputData(input);
	} catch {
		throw notConnected();
	}
	if (items === undefined) throw notConnected();
	return items;
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
