/** The node's resources, in the order of its list. A new one is a folder and a line here; an operation is a line in its. */
import type { INodeProperties } from 'n8n-workflow';

import { propertiesOf, type OperationModule, type ResourceModule } from '../shared/module';
import { branch } from './branch';
import { contact } from './contact';
import { creditNote } from './creditNote';
import { payment } from './payment';
import { product } from './product';
import { salesOrder } from './salesOrder';
import { user } from './user';

const resources: ResourceModule[] = [
	branch,
	contact,
	creditNote,
	payment,
	product,
	salesOrder,
	user,
];

export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: 'salesOrder',
	},
	...resources.flatMap(propertiesOf),
];

const operations = new Map(
	resources.flatMap(({ value, operations: own }) =>
		own.map((operation) => [`${value} ${String(operation.option.value)}`, operation] as const),
	),
);

/** The operation that a workflow names. */
export function operationNamed(resource: string, operation: string): OperationModule | undefined {
	return operations.get(`${resource} ${operation}`);
}
