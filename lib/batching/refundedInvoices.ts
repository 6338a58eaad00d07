/** Which of the invoices that credit notes refund accounting already has, one by one. */
import type { Cin7Client } from '../cin7/client';
import type { CreditNote, Payment, SalesOrder } from '../cin7/records';
import { salesOrders } from '../cin7/resources';
import { inList } from '../cin7/where';
import { isImported } from '../orders/accounting';
import { isBatchReference } from './reference';

export interface RefundedInvoices {
	/** Takes note of orders as they are read, in any order. */
	take(sales: readonly SalesOrder[], notes: readonly CreditNote[]): void;
	/**
	 * The references, upper case. Cin7 is asked only about invoices that were not among the sales orders.
	 * @param onSales payments whose sales orders were taken: they name them, too
	 * @throws Cin7Failure
	 */
	importedSingly(client: Cin7Client, onSales: Iterable<Payment>): Promise<Set<string>>;
}

/** Of a query's 2,048 characters, what these three fields and paging leave to a list of references. */
const roomForReferences = 1880;

export function refundedInvoices(): RefundedInvoices {
	const imported = new Set<string>();
	const refunded = new Set<string>();
	return {
		take(sales, notes) {
			for (const order of sales) if (isImported(order)) imported.add(keyOf(order.reference));
			for (const { salesReference } of notes) {
				const key = keyOf(salesReference);
				if (key !== '' && !isBatchReference(key)) refunded.add(key);
			}
		},
		async importedSingly(client, onSales) {
			const unknown = new Set([...refunded].filter((key) => !imported.has(key)));
			if (unknown.size > 0) for (const { orderRef } of onSales) unknown.delete(keyOf(orderRef));
			const fields = ['id', 'reference', 'accountingAttributes'] as const;
			for (const where of inList('reference', [...unknown], roomForReferences)) {
				for (const order of await client.all(salesOrders, { where, fields })) {
					if (isImported(order)) imported.add(keyOf(order.reference));
				}
			}
			return new Set([...refunded].filter((key) => imported.has(key)));
		},
	};
}

function keyOf(reference: string): string {
	return reference.toUpperCase();
}
