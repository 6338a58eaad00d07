/** Orders for tests: plain ones by hand, and arbitrary ones whose totals follow from their lines. */
import fc from 'fast-check';
import type { CreditNote, LineItem, SalesOrder } from '../../../lib/cin7/records';
import { toText } from '../../../lib/money/currency';

export function aLine(fields: Partial<LineItem> = {}): LineItem {
	return {
		parentId: 0,
		code: 'SHK-06',
		name: 'Shackle',
		qty: '1',
		unitPrice: '0',
		discount: '0',
		taxRate: null,
		accountCode: '200',
		...fields,
	};
}

const common = {
	id: 1,
	reference: 'SO-1',
	source: 'Shopify',
	projectName: '',
	customFields: {},
	branchId: 1,
	status: 'APPROVED',
	currencyCode: 'AUD',
	currencyRate: '1',
	taxStatus: 'Incl',
	taxRate: '10',
	total: '0',
	freightTotal: '0',
	surcharge: '0',
	discountTotal: '0',
	lineItems: [],
	accountingImportStatus: 'NotImported',
	importDate: null,
	internalComments: '',
};

export function anOrder(fields: Partial<SalesOrder> = {}): SalesOrder {
	return {
		...common,
		isVoid: false,
		stage: 'New',
		invoiceDate: null,
		dispatchedDate: null,
		...fields,
	} as SalesOrder;
}

export function aCreditNote(fields: Partial<CreditNote> = {}): CreditNote {
	return {
		...common,
		reference: 'CN-1',
		salesReference: 'SO-1',
		creditNoteDate: null,
		completedDate: null,
		...fields,
	} as CreditNote;
}

/** An order's taxable amounts in whole minor units, by rate in hundredths of a percent. */
export interface Basket {
	currency: string;
	taxStatus: 'Incl' | 'Excl' | 'Exempt';
	orderRate: number;
	lines: { qty: number; price: number; discount: number; rate: number | null; account: string }[];
	freight: number;
	surcharge: number;
	discount: number;
}

const rates = [0, 1000, 1500, 887];
const rate = fc.constantFrom(...rates);
const cents = (max: number) => fc.integer({ min: 0, max });

export const baskets: fc.Arbitrary<Basket> = fc.record({
	currency: fc.constantFrom('AUD', 'AUD', 'AUD', 'JPY', 'KWD'),
	taxStatus: fc.constantFrom('Incl' as const, 'Excl' as const, 'Exempt' as const),
	orderRate: rate,
	lines: fc.array(
		fc.record({
			qty: fc.integer({ min: 1, max: 9 }),
			price: cents(50_000),
			discount: cents(30),
			rate: fc.option(rate),
			account: fc.constantFrom('', '200', '205'),
		}),
		{ maxLength: 5 },
	),
	freight: fc.oneof(fc.constant(0), cents(3000)),
	surcharge: fc.oneof(fc.constant(0), cents(300)),
	discount: fc.oneof(fc.constant(0), cents(500)),
});

/** The rate in percent as Cin7 writes it: 887 is `8.87`. */
export function percent(hundredths: number): string {
	const text = toText(hundredths, 'AUD');
	return text.replace(/\.?0+$/, '');
}

export interface Expected {
	totalMinor: number;
	/** Minor units, by rate as text; rates without tax are left out. */
	taxByRate: Map<string, number>;
}

/** What a basket comes to: tax rounded half up once for each rate. Written apart from what it checks. */
export function expected(basket: Basket): Expected {
	const amounts = new Map<number, number>();
	const count = (hundredths: number, amount: number) =>
		amounts.set(hundredths, (amounts.get(hundredths) ?? 0) + amount);
	for (const line of basket.lines) {
		count(line.rate ?? basket.orderRate, line.qty * line.price - line.discount);
	}
	count(basket.orderRate, basket.freight + basket.surcharge - basket.discount);
	let totalMinor = 0;
	const taxByRate = new Map<string, number>();
	for (const [hundredths, amount] of amounts) {
		totalMinor += amount;
		if (basket.taxStatus === 'Exempt' || hundredths === 0) continue;
		const whole = BigInt(basket.taxStatus === 'Incl' ? 10_000 + hundredths : 10_000);
		const size = BigInt(Math.abs(amount)) * BigInt(hundredths);
		const tax = Number((2n * size + whole) / (2n * whole)) * Math.sign(amount);
		if (tax !== 0) taxByRate.set(percent(hundredths), tax);
		if (basket.taxStatus === 'Excl') totalMinor += tax;
	}
	return { totalMinor, taxByRate };
}

/** The basket as Cin7 gives it, under its own total. */
export function orderOf(basket: Basket, fields: Partial<SalesOrder> = {}): SalesOrder {
	const text = (minor: number) => toText(minor, basket.currency);
	return anOrder({
		currencyCode: basket.currency,
		taxStatus: basket.taxStatus,
		taxRate: percent(basket.orderRate),
		lineItems: basket.lines.map((line) =>
			aLine({
				qty: String(line.qty),
				unitPrice: text(line.price),
				discount: text(line.discount),
				taxRate: line.rate === null ? null : percent(line.rate),
				accountCode: line.account,
			}),
		),
		freightTotal: text(basket.freight),
		surcharge: text(basket.surcharge),
		discountTotal: text(0 - basket.discount),
		total: text(expected(basket).totalMinor),
		...fields,
	});
}
