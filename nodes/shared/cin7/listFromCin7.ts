/** Lists for the panel, read from the live account. */
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { Cin7Client } from '../../../lib/cin7/client';
import type { Resource } from '../../../lib/cin7/resources';
import { compare } from '../../../lib/cin7/where';
import { cin7ClientFor } from './client';
import { nodeErrorFrom } from '../errors';

/** Records are looked through this many pages back: enough to meet every channel, few enough to open a list quickly. */
const recentPages = 4;

/**
 * Asks Cin7 for a list.
 * @throws NodeApiError or NodeOperationError, which n8n shows in the list
 */
export async function listFromCin7<T>(
	context: ILoadOptionsFunctions,
	ask: (client: Cin7Client) => Promise<T>,
): Promise<T> {
	try {
		return await ask(await cin7ClientFor(context));
	} catch (failure) {
		throw nodeErrorFrom(failure, context.getNode());
	}
}

/** The newest records, 1,000 at most: Cin7 has no way to list the distinct values of a field. */
export async function recentRecords<T extends { id: number }>(
	client: Cin7Client,
	resource: Resource<T>,
	fields: readonly string[],
): Promise<T[]> {
	const found: T[] = [];
	for (let page = 1; page <= recentPages; page += 1) {
		const last = found.at(-1);
		const where = last ? compare('id', '<', last.id) : undefined;
		const records = await client.first(resource, { where, order: 'id DESC', fields, rows: 250 });
		found.push(...records);
		if (records.length < 250) break;
	}
	return found;
}

/** Names as a searchable list, each its own value. */
export function named(names: string[], filter?: string): INodeListSearchResult {
	const wanted = (filter ?? '').trim().toLowerCase();
	return {
		results: names
			.filter((name) => name.toLowerCase().includes(wanted))
			.map((name) => ({ name, value: name })),
	};
}
