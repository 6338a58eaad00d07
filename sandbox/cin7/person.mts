// What a person does in Cin7's own screens, or Cin7 by itself: change any field, void a credit note,
// send an order to accounting, delete a record. And the whole ledger, read without the API.
import type { Account } from './account.mts';
import { wire } from './execute.mts';
import type { Wire } from './present.mts';
import { resourceNamed, resources } from './resources/index.mts';
import type { Resource } from './resources/resource.mts';
import { rulesOf } from './rules/index.mts';
import { readFields } from './write/readFields.mts';
import type { Cin7Rows } from '../scenario/scenario.mts';

export type Ledger = Record<keyof Cin7Rows, Wire[]>;

export interface PersonEdit {
	/** Such as `SalesOrders`. */
	resource: string;
	/** The record; left out to make a new one. */
	id?: number;
	/** Fields and their new values, read-only ones included. `""` clears. */
	set?: Record<string, unknown>;
	void?: boolean;
	/** Sends a sales order or credit note to accounting: it is marked Imported now. */
	import?: boolean;
	delete?: boolean;
}

/**
 * Makes the change and gives the record after it, or undefined when it was deleted.
 * @throws Error that says what does not fit
 */
export function editAsPerson(account: Account, edit: PersonEdit): Wire | undefined {
	const resource = resourceNamed(edit.resource);
	if (resource === undefined) throw new Error(`There is no resource ${edit.resource}.`);
	const given = changes(account, resource, edit);
	return account.store.atomically(() => {
		const row =
			edit.id === undefined
				? rulesOf(resource).complete(account, given)
				: changedRow(account, resource, edit.id, given);
		if (edit.delete) {
			account.store.remove(resource, row.id);
			if (resource.counter === 'document') account.store.release(String(row.reference));
			return undefined;
		}
		if (edit.id === undefined) account.store.insert(resource, row);
		else account.store.update(resource, row);
		account.keepCounters();
		return wire(account, resource, row, undefined);
	});
}

/** Every record of every resource by its name in a scenario, lowest id first. */
export function ledgerOf(account: Account): Ledger {
	const entries = resources.map((resource) => [
		resource.key,
		account.store.all(resource).map((row) => wire(account, resource, row, undefined)),
	]);
	return Object.fromEntries(entries) as Ledger;
}

function changes(account: Account, resource: Resource, edit: PersonEdit): Wire {
	const settings = { ...account.settings, emptyTextClearsDates: true };
	const { given, complaints } = readFields(resource.fields, edit.set ?? {}, settings);
	if (complaints.length > 0) throw new Error(complaints.join(' '));
	if (edit.void && resource.counter === 'document')
		Object.assign(given, { status: 'VOID', isVoid: true });
	if (edit.import) {
		given.accountingAttributes = {
			importDate: account.now(),
			accountingImportStatus: 'Imported',
		};
	}
	return given;
}

function changedRow(account: Account, resource: Resource, id: number, given: Wire) {
	const before = account.store.get(resource, id);
	if (before === undefined) throw new Error(`${resource.singular} ${id} was not found.`);
	return rulesOf(resource).changed(account, before, given);
}
