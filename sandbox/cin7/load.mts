// Puts a scenario into an empty account: rows may be partial, read-only fields are taken as given.
import type { Cin7Rows } from '../scenario/scenario.mts';
import type { Account } from './account.mts';
import type { Wire } from './present.mts';
import { resources } from './resources/index.mts';
import type { Resource } from './resources/resource.mts';
import { rulesOf } from './rules/index.mts';
import { readFields } from './write/readFields.mts';

/**
 * Loads the rows. Must run within `store.atomically`.
 * @throws Error that names the row and what does not fit in it
 */
export function loadRows(account: Account, rows: Cin7Rows): void {
	account.settings = {
		...account.settings,
		account: { ...account.settings.account, currencyCode: homeCurrency(account, rows) },
	};
	for (const resource of resources) {
		for (const row of rows[resource.key]) account.atLeast(resource.counter, row.id ?? 0);
	}
	for (const resource of resources) {
		rows[resource.key].forEach((row, index) => loadRow(account, resource, row, index));
	}
	account.keepCounters();
}

function loadRow(account: Account, resource: Resource, row: Wire, index: number): void {
	const place = `cin7.${resource.key}[${index}]`;
	const { given, complaints } = readFields(resource.fields, row, account.settings);
	if (complaints.length > 0) throw new Error(`${place}: ${complaints.join(' ')}`);
	if (row.isVoid === true) given.status = 'VOID';
	try {
		account.store.insert(resource, rulesOf(resource).complete(account, given));
	} catch (cause) {
		throw new Error(`${place}: ${(cause as Error).message}`);
	}
}

/** The account's own currency: the one most orders have at a rate of exactly 1. */
function homeCurrency(account: Account, rows: Cin7Rows): string {
	const counts = new Map<string, number>();
	for (const order of rows.salesOrders) {
		if (order.currencyRate !== 1 || !order.currencyCode) continue;
		counts.set(order.currencyCode, (counts.get(order.currencyCode) ?? 0) + 1);
	}
	const [most] = [...counts.entries()].sort((a, b) => b[1] - a[1]);
	return most?.[0] ?? account.settings.account.currencyCode;
}
