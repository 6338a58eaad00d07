// Branches, contacts, users and products: simple records with a unique e-mail address or code.
import { RowRefused } from '../account.mts';
import type { Account, Counter } from '../account.mts';
import type { Wire } from '../present.mts';
import type { Resource, Row } from '../resources/resource.mts';

/** A record with everything Cin7 fills in. */
export function completeRecord(account: Account, resource: Resource, given: Wire): Row {
	const id = typeof given.id === 'number' ? given.id : account.next(resource.counter);
	account.atLeast(resource.counter, id);
	const now = account.now();
	const dates = {
		createdDate: now,
		modifiedDate: (given.createdDate as string | undefined) ?? now,
	};
	if (resource.name === 'Users') return { isActive: true, ...given, id };
	if (resource.name === 'Products') return completeProduct(account, { ...dates, ...given, id });
	const kind = resource.name === 'Contacts' ? { type: 'Customer', onHold: false } : {};
	return {
		...dates,
		isActive: true,
		...kind,
		...given,
		id,
		...numbered(account, given, 'secondaryContacts', resource.counter),
	};
}

/** A record after a change. Lists are replaced, dictionaries merged. */
export function changedRecord(account: Account, resource: Resource, before: Row, given: Wire): Row {
	const row: Row = { ...before, ...given, id: before.id };
	if (resource.name !== 'Users') row.modifiedDate = account.now();
	for (const field of ['customFields', 'accountingIntegrationId']) {
		if (given[field]) row[field] = { ...(before[field] as object), ...(given[field] as object) };
	}
	if (resource.name === 'Products') return completeProduct(account, row);
	return { ...row, ...numbered(account, given, 'secondaryContacts', resource.counter) };
}

/** @throws RowRefused when another record has the e-mail address or style code. */
export function checkUnique(account: Account, resource: Resource, given: Wire, id: number): void {
	const field = resource.name === 'Products' ? 'styleCode' : 'email';
	const value = given[field];
	if (typeof value !== 'string' || value === '') return;
	if (account.store.having(resource, field, value).some((one) => one.id !== id)) {
		throw new RowRefused(`${resource.singular} with ${field} '${value}' already exists.`, true);
	}
}

/** A product has at least one option, through which lines refer to it. */
function completeProduct(account: Account, row: Row): Row {
	const given = (row.productOptions ?? []) as Wire[];
	const options = (given.length > 0 ? given : [{}]).map((option) => {
		const id = typeof option.id === 'number' ? option.id : account.next('option');
		account.atLeast('option', id);
		const code = option.code ?? option.productOptionCode ?? row.styleCode;
		return { status: 'Primary', code, productOptionCode: code, ...option, id, productId: row.id };
	});
	account.productsChanged();
	return {
		status: 'Public',
		stockControl: 'FIFO',
		orderType: 'Order',
		...row,
		productOptions: options,
	};
}

function numbered(account: Account, given: Wire, field: string, counter: Counter): Wire {
	if (!Array.isArray(given[field])) return {};
	const entries = given[field] as Wire[];
	return { [field]: entries.map((entry) => ({ ...entry, id: entry.id ?? account.next(counter) })) };
}
