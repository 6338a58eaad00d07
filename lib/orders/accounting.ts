/** What accounting and Cin7 have made of an order, said in one place. */
import type { Order } from '../cin7/records';

/** Whether accounting has it. */
export function isImported(order: Pick<Order, 'importDate' | 'accountingImportStatus'>): boolean {
	return order.importDate !== null || order.accountingImportStatus === 'Imported';
}

/** Void orders and credit notes; of credit notes only the status tells. */
export function isVoid(order: { status: string; isVoid?: boolean }): boolean {
	return order.isVoid === true || order.status.toUpperCase() === 'VOID';
}
