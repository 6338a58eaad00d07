// What the pages read of the account: straight from its store, in the API's own query language.
import type { Cin7 } from '../cin7/cin7.mts';
import { listQuery } from '../cin7/query.mts';
import { branches } from '../cin7/resources/branches.mts';
import { resourceNamed } from '../cin7/resources/index.mts';
import type { ResourceName, Row } from '../cin7/resources/resource.mts';

export const rowsPerPage = 100;

export interface Found {
	rows: Row[];
	/** Whether another page follows. */
	more: boolean;
}

/** A page of records. `where` and `order` as in the API. */
export function find(
	cin7: Cin7,
	name: ResourceName,
	where: string,
	order: string,
	page: number,
): Found {
	const resource = resourceNamed(name);
	if (resource === undefined) return { rows: [], more: false };
	const query = new URLSearchParams({
		where,
		order,
		page: String(page),
		rows: String(rowsPerPage),
	});
	const { text, parameters } = listQuery(resource, query.toString());
	const rows = cin7.store.selected(resource, text, parameters);
	return { rows, more: rows.length === rowsPerPage };
}

export function one(cin7: Cin7, name: ResourceName, id: number): Row | undefined {
	const resource = resourceNamed(name);
	return resource === undefined ? undefined : cin7.store.get(resource, id);
}

/** A text as it stands in a condition. */
export function quotedText(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** Names of the branches by id. */
export function branchNames(cin7: Cin7): Map<unknown, string> {
	return new Map(
		cin7.store.all(branches).map((branch) => [branch.id, String(branch.company ?? branch.id)]),
	);
}
