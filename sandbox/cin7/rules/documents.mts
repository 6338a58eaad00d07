// Sales orders and credit notes: what Cin7 fills in, computes, and refuses.
import { exists, RowRefused } from '../account.mts';
import type { Account } from '../account.mts';
import { currencySymbol } from '../money/currency.mts';
import type { TaxedDocument } from '../money/taxPerRate.mts';
import { totalsOf } from '../money/totals.mts';
import type { Wire } from '../present.mts';
import { branches } from '../resources/branches.mts';
import { contacts } from '../resources/contacts.mts';
import type { Resource, Row } from '../resources/resource.mts';
import { completeLine, mergedLines, shippedLines } from './lines.mts';
import { movedPayments } from './payments.mts';
import { ownReference, takeReference } from './references.mts';

const moneyFields = [
	'lineItems',
	'freightTotal',
	'surcharge',
	'discountTotal',
	'taxStatus',
	'taxRate',
	'currencyCode',
];

/** A document as a person, an integration or a scenario makes it: everything given is kept. */
export function completeDocument(account: Account, resource: Resource, given: Wire): Row {
	const id = typeof given.id === 'number' ? given.id : account.next('document');
	account.atLeast('document', id);
	const now = account.now();
	const createdDate = (given.createdDate as string | undefined) ?? now;
	const row: Row = {
		modifiedDate: createdDate > now ? createdDate : now,
		createdBy: 0,
		processedBy: 0,
		isApproved: true,
		memberId: 0,
		branchId: mainBranch(account),
		taxStatus: account.settings.account.taxStatus,
		taxRate: account.settings.account.taxRate,
		currencyCode: account.settings.account.currencyCode,
		freightTotal: 0,
		surcharge: 0,
		discountTotal: 0,
		...(resource.name === 'SalesOrders' ? { stage: 'New', isVoid: false } : {}),
		...given,
		id,
		createdDate,
	};
	row.accountingAttributes = {
		accountingImportStatus: 'NotImported',
		...(given.accountingAttributes as object),
	};
	if (row.branchId === 0) row.branchId = mainBranch(account);
	row.reference = ownReference(account, resource, given.reference, id);
	row.lineItems = ((given.lineItems ?? []) as Wire[]).map((line, position) =>
		completeLine(account, id, line, position, createdDate),
	);
	return computed(account, resource, row, given, {});
}

/** What the API refuses of a new document, before it is completed. */
export function checkNewDocument(account: Account, resource: Resource, given: Wire): void {
	checkLinks(account, given);
	if (resource.name === 'CreditNotes' && !given.salesReference) {
		throw new RowRefused('The SalesReference field is required.');
	}
	dispatchOfDraft(account, { isApproved: true, ...given });
}

/** A document after an update through the API. */
export function updatedDocument(
	account: Account,
	resource: Resource,
	before: Row,
	given: Wire,
): Row {
	const name = `${resource.singular} ${String(before.reference)}`;
	if (before.status === 'VOID') throw new RowRefused(`${name} is void and cannot be changed.`);
	checkLinks(account, given);
	if (before.dispatchedDate && given.branchId !== undefined && given.branchId !== before.branchId) {
		throw new RowRefused(`${name} is dispatched: its BranchId cannot be changed.`);
	}
	dispatchOfDraft(account, { ...before, ...given }, given);
	return changedDocument(account, resource, before, given);
}

/** A document after any change, also one only a person can make. */
export function changedDocument(
	account: Account,
	resource: Resource,
	before: Row,
	given: Wire,
): Row {
	const now = account.now();
	const row: Row = { ...before, ...given, id: before.id, modifiedDate: now };
	if (given.reference !== undefined && given.reference !== before.reference) {
		row.reference = takeReference(account, resource, given.reference, before);
		movedPayments(account, before.id, String(row.reference));
	}
	for (const field of ['accountingAttributes', 'customFields']) {
		if (given[field]) row[field] = { ...(before[field] as object), ...(given[field] as object) };
	}
	if (given.lineItems) {
		const lines = (before.lineItems ?? []) as Wire[];
		row.lineItems = mergedLines(account, before.id, lines, given.lineItems as Wire[], now);
	}
	return computed(account, resource, row, given, before);
}

/** Status, money, shipped quantities and numbers, which follow from the rest. */
function computed(account: Account, resource: Resource, row: Row, given: Wire, before: Wire): Row {
	linkMember(account, row, given);
	if (!row.currencyRate) row.currencyRate = dayRate(account, String(row.currencyCode));
	row.currencySymbol = currencySymbol(row.currencyCode as string);
	const isVoid = row.isVoid === true || given.status === 'VOID' || before.status === 'VOID';
	row.status = isVoid ? 'VOID' : row.isApproved === false ? 'DRAFT' : 'APPROVED';
	const created = before.id === undefined;
	if (created || moneyFields.some((field) => field in given)) {
		const { productTotal, total } = totalsOf(row as TaxedDocument);
		row.productTotal = given.productTotal ?? productTotal;
		row.total = given.total ?? total;
	} else {
		row.total = given.total ?? row.total;
	}
	if (resource.name === 'SalesOrders') {
		const shipped = Boolean(row.dispatchedDate) && row.status !== 'DRAFT';
		row.lineItems = shippedLines((row.lineItems ?? []) as Wire[], shipped);
		if (row.invoiceDate && !row.invoiceNumber) row.invoiceNumber = account.next('invoice');
	} else {
		// Voided by a person: the API has no isVoid on credit notes, only the status shows it.
		delete row.isVoid;
		if (row.creditNoteDate && !row.creditNoteNumber)
			row.creditNoteNumber = account.next('creditNote');
	}
	return row;
}

function checkLinks(account: Account, given: Wire): void {
	if (given.branchId && !exists(account, 'Branches', given.branchId)) {
		throw new RowRefused(`Branch ${String(given.branchId)} was not found.`);
	}
	if (given.memberId && !exists(account, 'Contacts', given.memberId)) {
		throw new RowRefused(`Contact ${String(given.memberId)} was not found.`);
	}
}

function dispatchOfDraft(account: Account, after: Wire, given: Wire = after): void {
	if (!given.dispatchedDate || after.isApproved !== false) return;
	if (account.settings.draftDispatch === 'refuse') {
		throw new RowRefused('A draft cannot be dispatched. Approve it first.');
	}
	if (account.settings.draftDispatch === 'ignore') delete given.dispatchedDate;
}

function linkMember(account: Account, row: Row, given: Wire): void {
	if (!given.memberEmail || given.memberId) return;
	const [contact] = account.store.having(contacts, 'email', String(given.memberEmail));
	row.memberId = contact?.id ?? 0;
}

function mainBranch(account: Account): number {
	return account.store.first(branches)?.id ?? 0;
}

function dayRate(account: Account, currencyCode: string): number {
	if (currencyCode === account.settings.account.currencyCode) return 1;
	return account.settings.dayRates[currencyCode] ?? 1;
}
