/** The lists of an order that comes in: its line items and what was paid. */
import { instantOf } from '../time/instant';
import { amountOf, lineOf, listOf, type Item } from './itemValues';
import type { DraftLine, DraftPayment } from './salesOrderDraft';

/** Line items; blank ones, without code, name and quantity, are passed over, as rows of a form may be. */
export function linesOf(value: unknown, unreadable: string[]): DraftLine[] {
	const entries = listOf(value);
	if (entries === undefined) {
		unreadable.push('lineItems is not a list of line items.');
		return [];
	}
	return entries.flatMap((entry, index) => {
		const line = lineFrom(entry, `lineItems[${index}]`, unreadable);
		return line.code === '' && line.name === '' && line.qty === '' ? [] : [line];
	});
}

function lineFrom(entry: Item, name: string, unreadable: string[]): DraftLine {
	const amount = (field: string): string => {
		const read = amountOf(entry[field]);
		if (read === undefined) unreadable.push(`${name}.${field} is not an amount.`);
		return read ?? '';
	};
	const taxRate = amount('taxRate');
	const lineComments = lineOf(entry.lineComments);
	const line: DraftLine = {
		code: lineOf(entry.code),
		name: lineOf(entry.name),
		qty: amount('qty'),
		unitPrice: amount('unitPrice'),
		discount: amount('discount'),
		integrationRef: lineOf(entry.integrationRef),
		...(taxRate !== '' && { taxRate }),
		...(lineComments !== '' && { lineComments }),
	};
	if (line.qty === '' && (line.code !== '' || line.name !== '')) {
		unreadable.push(`${name}.qty is missing.`);
	}
	return line;
}

/** Payments. Without an amount, a payment type and a reference of its own there is nothing to make once. */
export function paymentsOf(value: unknown, unreadable: string[]): DraftPayment[] {
	const entries = listOf(value);
	if (entries === undefined) {
		unreadable.push('payments is not a list of payments.');
		return [];
	}
	return entries.flatMap((entry, index) => {
		const amount = amountOf(entry.amount);
		const payment = {
			method: lineOf(entry.method),
			amount: amount ?? '',
			paymentDate: lineOf(entry.paymentDate),
			transactionRef: lineOf(entry.transactionRef),
		};
		const complaints = [
			!amount && 'amount is not an amount',
			payment.method === '' && 'method is missing',
			payment.transactionRef === '' && 'transactionRef is missing',
			payment.paymentDate !== '' &&
				instantOf(payment.paymentDate) === null &&
				'paymentDate is not a date',
		].filter((complaint) => complaint !== false);
		unreadable.push(...complaints.map((complaint) => `payments[${index}].${complaint}.`));
		return complaints.length > 0 ? [] : [payment];
	});
}
