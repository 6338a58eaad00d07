// What a person does to a sale or a refund that is, or will be, a member of a batch.
import type { Books } from '../../invariants/books.mts';
import { dateOf, importOf } from '../../invariants/books.mts';
import type { Chance } from '../chance.mts';
import type { Deed } from './record.mts';
import { anyOf, memberOrders, typing } from './record.mts';

export function voidMember(books: Books, chance: Chance): Deed | undefined {
	const found = anyOf(memberOrders(books), chance);
	if (!found) return undefined;
	const { resource, row } = found;
	return {
		text: `a person makes ${row.reference} void`,
		edits: [{ resource, id: row.id, void: true }],
	};
}

export function editMemberTotal(books: Books, chance: Chance): Deed | undefined {
	const found = anyOf(memberOrders(books), chance);
	if (!found) return undefined;
	const { resource, row } = found;
	const freightTotal = Number(row.freightTotal ?? 0) + 5;
	return typing(`a person adds freight to ${row.reference}`, resource, row.id, { freightTotal });
}

export function setMemberToDraft(books: Books, chance: Chance): Deed | undefined {
	const found = anyOf(memberOrders(books), chance);
	if (!found) return undefined;
	const { resource, row } = found;
	return typing(`a person sets ${row.reference} back to a draft`, resource, row.id, {
		isApproved: false,
	});
}

export function keepMemberOut(books: Books, chance: Chance): Deed | undefined {
	const open = memberOrders(books).filter(({ row }) => importOf(row).status === 'NotImported');
	const found = anyOf(open, chance);
	if (!found) return undefined;
	const { resource, row } = found;
	// Not counted as typed: nobody can tell it from what a batch writes itself.
	const set = { accountingAttributes: { accountingImportStatus: 'DoNotImport' } };
	return {
		text: `a person sets ${row.reference} to Do Not Import`,
		edits: [{ resource, id: row.id, set }],
	};
}

export function dateMember(books: Books, chance: Chance): Deed | undefined {
	const found = anyOf(
		memberOrders(books).filter(({ row }) => dateOf(row) === null),
		chance,
	);
	if (!found) return undefined;
	const { resource, row } = found;
	const field = resource === 'SalesOrders' ? 'invoiceDate' : 'creditNoteDate';
	return typing(`a person dates ${row.reference}`, resource, row.id, {
		[field]: '2026-06-15T05:05:05Z',
	});
}
