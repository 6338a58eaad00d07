/**
 * Splitting an order over its payments: a batch holds payments, and each stands for its share of every part and tax.
 */
import { partsOf, shareOut } from '../money/share';
import { roundingComponent, type OrderComponent, type ValuedOrder } from './components';

export interface PaymentPart {
	readonly id: number;
	/** Minor units of the order's currency, with the sign of the order's value. */
	readonly amountMinor: number;
}

/**
 * Each payment's part of each component, by payment id. A payment's parts add up to the payment. When the payments add up
 * to the order's total, their parts of a component add up to the component, and their taxes to its tax; when they do not,
 * as for a payment batched alone, each gets its proportion. The same payments in any order share alike.
 * @throws RangeError when a payment is given twice
 */
export function sharePayments(
	value: ValuedOrder,
	payments: readonly PaymentPart[],
): Map<number, OrderComponent[]> {
	if (payments.length === 1 && payments[0].amountMinor === value.totalMinor) {
		return new Map([[payments[0].id, value.components]]);
	}
	const { totalMinor } = value;
	const components = value.components.length > 0 ? value.components : [roundingComponent(0)];
	const amounts = components.map((component) => component.amountMinor);
	const taxes = components.map((component) => component.taxMinor);
	const inOrder = [...payments].sort((a, b) => a.id - b.id);

	// What is paid up to and with each payment is shared out, and a payment gets what that adds: so nothing is lost.
	const shares = new Map<number, OrderComponent[]>();
	let paid = 0;
	let amountsBefore = components.map(() => 0);
	let taxesBefore = amountsBefore;
	for (const [position, { id, amountMinor }] of inOrder.entries()) {
		if (shares.has(id)) throw new RangeError(`Payment ${id} was given twice.`);
		paid += amountMinor;
		const complete = position === inOrder.length - 1 && paid === totalMinor;
		const amountsNow = complete ? amounts : shareOut(paid, amounts);
		const taxesNow = complete ? taxes : taxesUpTo(paid, totalMinor, taxes);
		const parts: OrderComponent[] = [];
		components.forEach((component, i) => {
			const amount = amountsNow[i] - amountsBefore[i];
			const taxMinor = taxesNow[i] - taxesBefore[i];
			if (amount !== 0 || taxMinor !== 0) {
				parts.push({ ...component, amountMinor: amount, taxMinor });
			}
		});
		shares.set(id, parts);
		amountsBefore = amountsNow;
		taxesBefore = taxesNow;
	}
	return shares;
}

function taxesUpTo(paid: number, totalMinor: number, taxes: readonly number[]): number[] {
	return totalMinor === 0 ? taxes.map(() => 0) : partsOf(paid, totalMinor, taxes);
}
