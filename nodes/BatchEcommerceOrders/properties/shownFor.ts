import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from './operation';

/** The same parameters, shown for some operations only. */
export function shownFor(
	operations: Operation[],
	properties: INodeProperties[],
): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { operation: operations, ...property.displayOptions?.show },
		},
	}));
}
