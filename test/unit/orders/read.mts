/** What tests read of a value: short rows, or the sentence. */
import type { Order } from '../../../lib/cin7/records';
import { orderValue, type OrderComponent, type ValuedOrder } from '../../../lib/orders/value';

export type Row = [kind: string, account: string, rate: string, amount: number, tax: number];

const row = (component: OrderComponent): Row => [
	component.kind,
	component.accountCode,
	component.taxRate,
	component.amountMinor,
	component.taxMinor,
];

export function value(order: Order): ValuedOrder {
	const found = orderValue(order);
	if ('unclear' in found) throw new Error(found.unclear);
	return found;
}

export const rows = (order: Order) => value(order).components.map(row);

export function unclear(order: Order): string {
	const found = orderValue(order);
	if (!('unclear' in found)) throw new Error(`valued at ${found.totalMinor}`);
	return found.unclear;
}
