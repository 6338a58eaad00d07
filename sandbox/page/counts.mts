// Counts for the overview.
import type { Cin7 } from '../cin7/cin7.mts';
import { resourceNamed } from '../cin7/resources/index.mts';
import type { ResourceName } from '../cin7/resources/resource.mts';
import { valueSql } from '../cin7/store/schema.mts';
import { columnOf } from '../cin7/where/sql.mts';

/** How many records there are. `where` is SQL of our own, never a caller's. */
export function counted(cin7: Cin7, name: ResourceName, where = '1'): number {
	return cin7.store.count(`SELECT COUNT(*) AS a FROM ${name} WHERE ${where}`)[0].a as number;
}

export interface Group {
	first: string;
	/** The value of the second field, or, where only its presence counts, `yes` or `no`. */
	second: string;
	count: number;
}

/** Records counted by two fields, most first. */
export function grouped(
	cin7: Cin7,
	name: ResourceName,
	first: string,
	second: { field: string; presence?: boolean },
): Group[] {
	const a = sqlOf(name, first);
	const value = sqlOf(name, second.field);
	const b = second.presence ? `iif(${value} IS NULL, 'no', 'yes')` : value;
	const sql = `SELECT ${a} AS a, ${b} AS b, COUNT(*) AS n FROM ${name} GROUP BY 1, 2 ORDER BY n DESC`;
	return cin7.store.count(sql).map((row) => ({
		first: String(row.a ?? ''),
		second: String(row.b ?? ''),
		count: Number(row.n),
	}));
}

function sqlOf(name: ResourceName, field: string): string {
	const resource = resourceNamed(name);
	return resource === undefined ? 'NULL' : valueSql(resource, columnOf(resource, field));
}
