/** The members of documents as Cin7 holds them now: their orders, and every payment on those orders. */
import type { Cin7Client } from '../../cin7/client';
import { creditNotes, payments, salesOrders } from '../../cin7/resources';
import type { LoggedDocument } from '../log';
import { memberState, type MemberState } from '../members';

const sharedFields = [
	'id',
	'reference',
	'status',
	'branchId',
	'total',
	'currencyCode',
	'currencyRate',
	'accountingAttributes',
] as const;

/**
 * Reads members afresh; also what was added to their orders meanwhile, because a whole order is batched or none of it.
 * @param holders ids of orders whose payments are wanted as well
 */
export async function readMembers(
	client: Cin7Client,
	documents: LoggedDocument[],
	holders: number[] = [],
): Promise<MemberState> {
	const entries = documents.flatMap((document) => document.manifest?.orders ?? []);
	const orderIds = [...new Set(entries.filter(([, kind]) => kind === 'S').map(([id]) => id))];
	const noteIds = [...new Set(entries.filter(([, kind]) => kind === 'C').map(([id]) => id))];
	return memberState(
		await client.byIds(payments, 'orderId', [...orderIds, ...noteIds, ...holders]),
		await client.byIds(salesOrders, 'id', orderIds, {
			fields: [...sharedFields, 'isVoid', 'invoiceDate'],
		}),
		await client.byIds(creditNotes, 'id', noteIds, {
			fields: [...sharedFields, 'creditNoteDate'],
		}),
	);
}
