/** Complete orders to take things away from. */
import { completenessCheck } from '../../../lib/completeness/check';
import { defaultSettings, type CompletenessSettings } from '../../../lib/completeness/settings';
import type { NeedsAttention, Verdict } from '../../../lib/completeness/verdict';
import type { AnyOrder } from '../../../lib/orders/anyOrder';

export const american = {
	Address1: '14 Example Road',
	City: 'Springfield',
	State: 'IL',
	PostalCode: '62704',
	Country: 'US',
};

export function address(prefix: string, fields: Record<string, unknown> = american): AnyOrder {
	const all = { FirstName: 'Ada', LastName: 'Sample', ...fields };
	return Object.fromEntries(Object.entries(all).map(([name, value]) => [prefix + name, value]));
}

/** An order with everything that an address in the United States needs. */
export function anOrder(changes: AnyOrder = {}): AnyOrder {
	return {
		reference: '114-1234567-1234567',
		email: 'ada@example.com',
		firstName: 'Ada',
		lastName: 'Sample',
		...address('delivery'),
		...address('billing'),
		lineItems: [{ code: 'MUG-1', qty: '2', unitPrice: '9.50' }],
		...changes,
	};
}

export function verdictOf(order: AnyOrder, settings: Partial<CompletenessSettings> = {}): Verdict {
	return completenessCheck({ ...defaultSettings, ...settings })(order);
}

/** What needs attention; fails when nothing does. */
export function attentionOf(
	order: AnyOrder,
	settings: Partial<CompletenessSettings> = {},
): NeedsAttention {
	const verdict = verdictOf(order, settings);
	if (verdict.is !== 'needsAttention') throw new Error(`The order is ${verdict.is}.`);
	return verdict.needsAttention;
}

/** Labels of what is missing; none for a complete order. */
export function labelsOf(order: AnyOrder, settings: Partial<CompletenessSettings> = {}): string[] {
	const verdict = verdictOf(order, settings);
	return verdict.is === 'needsAttention'
		? verdict.needsAttention.missing.map(({ label }) => label)
		: [];
}
