/** What a resource and an operation of the node are: the router and the panel are made from these. */
import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

import type { Cin7Client } from '../../../lib/cin7/client';

export interface OperationModule {
	/** The operation's value in workflows (never renamed), name, description and action. */
	option: INodePropertyOptions;
	/** Its part of the panel, without display options for resource and operation. */
	properties: INodeProperties[];
	execute(context: IExecuteFunctions, client: Cin7Client): Promise<INodeExecutionData[]>;
}

export interface ResourceModule {
	value: string;
	name: string;
	operations: OperationModule[];
}

/** The panel of a resource: its operations, and the properties of each. */
export function propertiesOf({ value, operations }: ResourceModule): INodeProperties[] {
	const resource = [value];
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource } },
			options: operations.map(({ option }) => option),
			default: String(operations[0].option.value),
		},
		...operations.flatMap(({ option, properties }) =>
			updateDisplayOptions({ show: { resource, operation: [option.value] } }, properties),
		),
	];
}
