/** Get Many, for any resource. */
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Cin7Client } from '../../../lib/cin7/client';
import type { Resource, SentRecord } from '../../../lib/cin7/resources';
import { and } from '../../../lib/cin7/where';
import { fieldList, fieldsOption } from './fieldList';
import type { Filter } from './filters';
import { itemOf } from './items';
import type { OperationModule } from './module';

export interface GetMany {
	resource: Resource<SentRecord>;
	/** In texts: `sales orders`. */
	plural: string;
	filters: Filter[];
}

const where: INodeProperties = {
	displayName: 'Where (Advanced)',
	name: 'where',
	type: 'string',
	default: '',
	placeholder: 'e.g. branchId=3 AND total>100',
	description:
		"A further condition in the language of Cin7's API: comparisons, LIKE, IN, AND, OR and parentheses; texts in single quotes",
};

const newestFirst: INodeProperties = {
	displayName: 'Newest First',
	name: 'newestFirst',
	type: 'boolean',
	default: false,
	description: 'Whether the newest records come first; otherwise the oldest do',
};

/** The operation: Return All or Limit, filters, and options. */
export function getMany({ resource, plural, filters }: GetMany): OperationModule {
	return {
		option: {
			name: 'Get Many',
			value: 'getAll',
			description: `Get many ${plural}`,
			action: `Get many ${plural}`,
		},
		properties: [
			{
				displayName: 'Return All',
				name: 'returnAll',
				type: 'boolean',
				default: false,
				description: 'Whether to return all results or only up to a given limit',
			},
			{
				displayName: 'Limit',
				name: 'limit',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 50,
				displayOptions: { show: { returnAll: [false] } },
				description: 'Max number of results to return',
			},
			...(filters.length === 0 ? [] : [filterCollection(filters)]),
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [fieldsOption, newestFirst, where],
			},
		],
		async execute(context, client) {
			const queries = queriesOf(context, filters);
			const found: INodeExecutionData[] = [];
			for (const { query, items } of queries) {
				for (const record of await read(client, resource, query)) found.push(itemOf(record, items));
			}
			return found;
		},
	};
}

function filterCollection(filters: readonly Filter[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: filters.map(({ property }) => property),
	};
}

interface Query {
	where: string;
	limit: number;
	fields: string[] | undefined;
	newestFirst: boolean;
}

/** What the items ask for; items that ask for the same are answered together, once. */
function queriesOf(
	context: IExecuteFunctions,
	filters: readonly Filter[],
): { query: Query; items: number[] }[] {
	const queries = new Map<string, { query: Query; items: number[] }>();
	context.getInputData().forEach((_, item) => {
		const query = queryOf(context, filters, item);
		const key = JSON.stringify(query);
		const known = queries.get(key);
		if (known) known.items.push(item);
		else queries.set(key, { query, items: [item] });
	});
	return [...queries.values()];
}

function queryOf(context: IExecuteFunctions, filters: readonly Filter[], item: number): Query {
	const given = context.getNodeParameter('filters', item, {}) as Record<string, unknown>;
	const options = context.getNodeParameter('options', item, {}) as Record<string, unknown>;
	const returnAll = context.getNodeParameter('returnAll', item, false) as boolean;
	const conditions = filters
		.filter(({ property }) => property.name in given)
		.map(({ property, condition }) => condition(given[property.name], context, item));
	const further = String(options.where ?? '').trim();
	return {
		where: and(...conditions, further === '' ? '' : `(${further})`),
		limit: returnAll ? Infinity : (context.getNodeParameter('limit', item, 50) as number),
		fields: fieldList(context, options.fields, item),
		newestFirst: options.newestFirst === true,
	};
}

async function read(
	client: Cin7Client,
	resource: Resource<SentRecord>,
	{ where: condition, limit, fields, newestFirst: descending }: Query,
): Promise<SentRecord[]> {
	const found: SentRecord[] = [];
	const order = descending ? 'id DESC' : undefined;
	const rows = Math.min(250, limit);
	for await (const page of client.pages(resource, { where: condition, fields, order, rows })) {
		found.push(...page);
		if (found.length >= limit) break;
	}
	return found.slice(0, limit);
}
