// The lines of an order as Cin7 gives them: a kit's parts follow its line, priced but not charged.
import type { OrderDraft } from './drafts.mts';
import { wireAmount } from './money.mts';
import { productByCode } from './products.mts';
import type { LineItemRow } from './scenario.mts';

/** 1 or -1 for amounts of money, unit prices, quantities and payments, as the order's `signs` say. */
export function signsOf({ signs }: OrderDraft) {
	const negative = signs === 'negativePrices' || signs === 'negativeQuantities';
	return {
		money: negative ? -1 : 1,
		price: signs === 'negativePrices' ? -1 : 1,
		quantity: signs === 'negativeQuantities' ? -1 : 1,
		payment: signs === 'positive' ? 1 : -1,
	};
}

/** Ids are made from the order's, which has fewer than fifty lines. */
export function lineRows(order: OrderDraft): LineItemRow[] {
	const rows: LineItemRow[] = [];
	const { money, price, quantity } = signsOf(order);
	const add = (row: LineItemRow): LineItemRow => {
		const sort = rows.length + 1;
		const placed = { id: order.id * 50 + sort, transactionId: order.id, sort, ...row };
		rows.push(placed);
		return placed;
	};
	for (const line of order.basket.lines) {
		const { product } = line;
		const parent = add({
			parentId: 0,
			productId: product.id,
			productOptionId: product.id + 2000,
			code: product.code,
			name: product.name,
			qty: (line.quantity / 1000) * quantity,
			unitPrice: (line.price / 10_000) * price,
			discount: wireAmount(line.discount * money, order.currency),
			accountCode: product.accountCode,
			...(line.taxRate !== null && { taxRate: line.taxRate }),
		});
		for (const code of product.parts ?? []) {
			const part = productByCode(code);
			add({
				parentId: parent.id,
				productId: part.id,
				productOptionId: part.id + 2000,
				code,
				name: part.name,
				qty: parent.qty,
				unitPrice: part.price / 100,
				discount: 0,
				accountCode: part.accountCode,
			});
		}
	}
	return rows;
}
