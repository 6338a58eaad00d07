/** Get, for any resource: by Cin7's ID, or by the name that people know a record by. All items are asked for together. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Cin7Client } from '../../../lib/cin7/client';
import type { Resource, SentRecord } from '../../../lib/cin7/resources';
import { inList } from '../../../lib/cin7/where';
import { fieldList, fieldsOption } from './fieldList';
import { itemsOrComplaints } from './items';
import type { OperationModule } from './module';

export interface GetOne {
	resource: Resource<SentRecord>;
	/** The field that people know a record by; without one, only the ID serves. */
	name?: { field: string; displayName: string; placeholder: string };
}

/** The operation. */
export function getOne({ resource, name }: GetOne): OperationModule {
	const { singular } = resource;
	return {
		option: {
			name: 'Get',
			value: 'get',
			description: `Get one ${singular}`,
			action: `Get ${singular}`,
		},
		properties: [...whichProperties(singular, name), optionsWithFields],
		async execute(context, client) {
			const which = whichOf(context, name !== undefined);
			const options = context.getNodeParameter('options', 0, {}) as { fields?: string };
			const fields = fieldList(context, options.fields, 0);
			const found = await findAll(client, resource, which, name?.field, fields);
			return itemsOrComplaints(
				context,
				which.map(({ by, value }) => {
					const record = found.get(keyOf(by, value));
					if (record) return { record };
					return {
						complaint: {
							message: `There is no ${singular} ${value === '' ? 'without a name' : value} in Cin7`,
							description: `Check the ${by === 'id' ? 'ID' : (name?.displayName ?? 'ID')}, and that the API connection may read it.`,
						},
					};
				}),
			);
		},
	};
}

const optionsWithFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [fieldsOption],
};

function whichProperties(singular: string, name: GetOne['name']): INodeProperties[] {
	const id: INodeProperties = {
		displayName: 'ID',
		name: 'recordId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1042',
		description: `ID of the ${singular} in Cin7`,
	};
	if (name === undefined) return [id];
	return [
		{
			displayName: 'By',
			name: 'by',
			type: 'options',
			options: [
				{ name: 'ID', value: 'id' },
				{ name: name.displayName, value: 'name' },
			],
			default: 'name',
			description: `What names the ${singular}`,
		},
		{ ...id, displayOptions: { show: { by: ['id'] } } },
		{
			displayName: name.displayName,
			name: 'recordName',
			type: 'string',
			default: '',
			required: true,
			placeholder: name.placeholder,
			description: `${name.displayName} of the ${singular}, in upper or lower case`,
			displayOptions: { show: { by: ['name'] } },
		},
	];
}

interface Which {
	by: 'id' | 'name';
	value: string;
}

function whichOf(context: IExecuteFunctions, hasName: boolean): Which[] {
	return context.getInputData().map((_, item) => {
		const by = hasName ? (context.getNodeParameter('by', item) as Which['by']) : 'id';
		const parameter = by === 'id' ? 'recordId' : 'recordName';
		return { by, value: String(context.getNodeParameter(parameter, item, '')).trim() };
	});
}

async function findAll(
	client: Cin7Client,
	resource: Resource<SentRecord>,
	which: readonly Which[],
	field: string | undefined,
	fields: string[] | undefined,
): Promise<Map<string, SentRecord>> {
	const found = new Map<string, SentRecord>();
	const ids = which
		.filter(({ by, value }) => by === 'id' && /^\d+$/.test(value))
		.map(({ value }) => Number(value));
	for (const record of await client.byIds(resource, 'id', ids, { fields })) {
		found.set(keyOf('id', String(record.id)), record);
	}
	if (field === undefined) return found;
	const names = which.filter(({ by, value }) => by === 'name' && value !== '');
	const asked = fields && [...fields, field];
	for (const where of inList(field, [...new Set(names.map(({ value }) => value))])) {
		for (const record of await client.all(resource, { where, fields: asked })) {
			found.set(keyOf('name', String(record[field] ?? '')), record);
		}
	}
	return found;
}

function keyOf(by: Which['by'], value: string): string {
	return `${by} ${by === 'id' ? Number(value) : value.trim().toLowerCase()}`;
}
