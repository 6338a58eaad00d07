import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { getBranches } from '../../shared/cin7/getBranches';

/** The account's branches by name. */
export async function searchBranches(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const wanted = (filter ?? '').trim().toLowerCase();
	const branches = await getBranches.call(this);
	return {
		results: branches
			.filter(({ name }) => name.toLowerCase().includes(wanted))
			.map(({ name, value }) => ({ name, value: String(value) })),
	};
}
