// What must hold for every order, found by trying many.
import fc from 'fast-check';

import { completenessCheck } from '../../../lib/completeness/check';
import {
	defaultSettings,
	type CompletenessSettings,
	type Group,
} from '../../../lib/completeness/settings';
import type { AnyOrder } from '../../../lib/orders/anyOrder';
import { anOrder, labelsOf, verdictOf } from './anOrder.mts';

/** Fields of a complete American order, all of which it needs, with their labels, in order. */
const needed: [field: string, label: string][] = [
	['email', 'Email Address'],
	['firstName', 'First Name'],
	['lastName', 'Last Name'],
	...['Delivery', 'Billing'].flatMap((kind) =>
		[
			['FirstName', 'First Name'],
			['LastName', 'Last Name'],
			['Address1', 'Address 1'],
			['City', 'City'],
			['State', 'State'],
			['PostalCode', 'Postcode'],
			['Country', 'Country'],
		].map(([suffix, label]): [string, string] => [kind.toLowerCase() + suffix, `${kind} ${label}`]),
	),
	['lineItems', 'Line Items'],
];

const unseen = fc
	.array(fc.constantFrom(...' \t\n\r\u00a0\u200b\u200d\ufeff\u3000\u0000\u202e\u3164'), {
		maxLength: 5,
	})
	.map((characters) => characters.join(''));
const blank = fc.oneof(unseen, fc.constantFrom(null, undefined, 'N/A', ' - ', 'Unknown', [], {}));
const country = fc.constantFrom('US', 'Germany', 'SG', 'HK', 'IE', 'JP', 'Freedonia', 'MO', 'usa');
const text = fc.oneof(fc.constantFrom('x', 'Ada', '李'), fc.string({ minLength: 1 }));

const settings: fc.Arbitrary<CompletenessSettings> = fc.record({
	groups: fc.subarray<Group>(['contact', 'deliveryAddress', 'billingAddress', 'lineItems']),
	notRequired: fc.subarray(needed.map(([field]) => field)),
	alsoRequired: fc.subarray(['phone', 'deliveryCompany', 'customerOrderNo']),
	customFields: fc.subarray(['orders_1001']),
	addressFields: fc.constantFrom('needed' as const, 'used' as const),
	// A billing address that is the delivery address while it is blank is the one exception: see its own test.
	blankBilling: fc.constant('missing' as const),
	amazonFulfilled: fc.constantFrom('check' as const, 'skipDetails' as const),
	cancelled: fc.constantFrom('check' as const, 'needsAttention' as const),
	pending: fc.constantFrom('check' as const, 'needsAttention' as const),
	partlyShipped: fc.constantFrom('check' as const, 'needsAttention' as const),
	unfulfillable: fc.constantFrom('check' as const, 'needsAttention' as const),
	soldElsewhere: fc.constantFrom('check' as const, 'needsAttention' as const),
	orderTotal: fc.constantFrom('check' as const, 'accept' as const),
	placeholders: fc.subarray(['N/A', '-', 'unknown']),
	zeroPrices: fc.constantFrom('accept' as const, 'missing' as const),
});

const amount = fc.oneof(blank, fc.constantFrom('0', 0, '1', 2.5, '-3', 'many'));
const line = fc.record({
	code: fc.oneof(blank, text),
	qty: amount,
	unitPrice: amount,
	parentId: fc.constantFrom(0, 0, 0, 7),
});

/** An order in which any field may be blank or filled in. */
const someOrder: fc.Arbitrary<AnyOrder> = fc
	.tuple(
		fc.record(
			Object.fromEntries([
				...needed.map(([field]) => [
					field,
					fc.oneof(blank, /Country$/.test(field) ? country : text),
				]),
				...['phone', 'deliveryCompany', 'billingCompany', 'customerOrderNo'].map((field) => [
					field,
					fc.oneof(blank, text),
				]),
			]) as Record<string, fc.Arbitrary<unknown>>,
		),
		fc.array(line, { maxLength: 4 }),
		fc.constantFrom(undefined, { fulfilledBy: 'AMAZON', status: 'SHIPPED' }, { status: 'PENDING' }),
	)
	.map(([fields, lineItems, amazon]) => ({ reference: 'A-1', ...fields, lineItems, amazon }));

const missingOf = (order: AnyOrder, under: CompletenessSettings): string[] => {
	const verdict = completenessCheck(under)(order);
	return verdict.is === 'needsAttention'
		? verdict.needsAttention.missing.map(({ field }) => field)
		: [];
};

it('names exactly the fields that are blank, in their order, whatever the combination', () => {
	fc.assert(
		fc.property(
			fc.array(fc.option(blank, { nil: 'keep' }), { minLength: 18, maxLength: 18 }),
			(blanks) => {
				const taken = needed.map(([field], index) => [field, blanks[index]] as const);
				const changes = Object.fromEntries(taken.filter(([, value]) => value !== 'keep'));
				const expected = needed.filter(([field]) => field in changes).map(([, label]) => label);
				expect(labelsOf(anOrder(changes))).toEqual(expected);
				expect(verdictOf(anOrder(changes)).is).toBe(
					expected.length === 0 ? 'complete' : 'needsAttention',
				);
			},
		),
		{ numRuns: 2000 },
	);
});

it('never misses a field because another one was filled in', () => {
	let shrunk = 0;
	fc.assert(
		fc.property(
			someOrder,
			settings,
			fc.infiniteStream(fc.tuple(text, country)),
			(order, under, values) => {
				const before = missingOf(order, under);
				for (const field of before) {
					const [word, place] = values.next().value as [string, string];
					const filled = {
						...order,
						...fillIn(order, field, /Country$/.test(field) ? place : word),
					};
					const after = missingOf(filled, under);
					expect(before).toEqual(expect.arrayContaining(after));
					if (after.length < before.length) shrunk += 1;
				}
			},
		),
		{ numRuns: 1500 },
	);
	expect(shrunk).toBeGreaterThan(1000);
});

function fillIn(order: AnyOrder, field: string, value: string): AnyOrder {
	if (field.startsWith('customFields.')) return { customFields: { orders_1001: value } };
	const [, index, part] = /^lineItems\[(\d+)\]\.(\w+)$/.exec(field) ?? [];
	if (index !== undefined) {
		const lineItems = (order.lineItems as AnyOrder[]).map((one, at) =>
			at === Number(index) ? { ...one, [part]: part === 'code' ? value : '0' } : one,
		);
		return { lineItems };
	}
	if (field === 'lineItems') return { lineItems: [{ code: 'A', qty: '1', unitPrice: '2' }] };
	return { [field]: value };
}

it('asks for a billing address once some of it is filled in, and then for all of it', () => {
	const under = { ...defaultSettings, blankBilling: 'sameAsDelivery' as const };
	fc.assert(
		fc.property(someOrder, (order) => {
			const asked = missingOf(order, under);
			const strictly = missingOf(order, defaultSettings);
			const billing = (fields: string[]) => fields.filter((field) => field.startsWith('billing'));
			expect([[], billing(strictly)]).toContainEqual(billing(asked));
		}),
	);
});

it('is satisfied by filling in what it names, one thing after another', () => {
	fc.assert(
		fc.property(someOrder, settings, (drawn, under) => {
			let order = drawn;
			for (let round = 0; round < 60; round += 1) {
				const [field] = missingOf(order, under);
				if (field === undefined) break;
				const part = /^lineItems\[(\d+)\]\.(qty|unitPrice)$/.exec(field);
				const lines = order.lineItems as AnyOrder[];
				order = part
					? {
							...order,
							lineItems: lines.map((one, at) =>
								at === Number(part[1]) ? { ...one, [part[2]]: 1 } : one,
							),
						}
					: { ...order, ...fillIn(order, field, /Country$/.test(field) ? 'US' : 'x') };
			}
			expect(missingOf(order, under)).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

it('never throws and changes nothing, whatever an order holds', () => {
	const anything = fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 3 });
	const names = [
		...needed.map(([field]) => field),
		...['reference', 'amazon', 'status', 'isVoid', 'customFields', 'deliveryCompany', '__proto__'],
	];
	const hostile = fc.dictionary(
		fc.oneof(fc.constantFrom(...names), fc.string()),
		fc.oneof(anything, fc.array(anything), fc.dictionary(fc.string(), anything)),
	);
	fc.assert(
		fc.property(hostile, settings, (order, under) => {
			const kept = structuredClone(order);
			const verdict = completenessCheck(under)(order);
			expect(order).toEqual(kept);
			if (verdict.is !== 'needsAttention') return;
			const { summary, missing, reason } = verdict.needsAttention;
			expect(summary).toMatch(/^(Order [\w #./-]+|This order) [\w ,;1-9-]+\.$/);
			expect(summary.length).toBeLessThan(400);
			expect(missing.length > 0 || reason !== 'missingData').toBe(true);
		}),
		{ numRuns: 2000 },
	);
});

it('bears very long values', () => {
	const long = '<b>'.repeat(100_000);
	const started = Date.now();
	const order = Object.fromEntries(needed.map(([field]) => [field, long]));
	expect(labelsOf({ ...order, reference: long })).toEqual(['Line Items']);
	const lines = Array.from({ length: 20_000 }, () => ({}));
	expect(labelsOf(anOrder({ lineItems: lines }))).toHaveLength(60_000);
	expect(Date.now() - started).toBeLessThan(3000);
});
