// Realistic small accounts for properties: a few channels, split tenders, refunds, several currencies and branches, and
// payments at all distances from the cut-offs of a run, which falls around a change of clocks where there is one.
import fc from 'fast-check';
import type { CutOff } from '../../../lib/time/cutOff';
import { cutOffInstant } from '../../../lib/time/cutOff';
import { addDays, dayAt } from '../../../lib/time/day';
import { endOfDay, ignore, line, note, payment, sale, settings, time } from './account.mts';
import type { Account } from './history.mts';

const runs: [zone: string, at: string][] = [
	['Australia/Sydney', '2026-06-02T00:30:00Z'],
	['Australia/Sydney', '2026-04-06T01:00:00Z'],
	['Australia/Sydney', '2026-10-05T01:00:00Z'],
	['America/New_York', '2026-03-09T15:00:00Z'],
	['America/New_York', '2026-11-02T15:00:00Z'],
	['Australia/Lord_Howe', '2026-10-05T03:00:00Z'],
	['America/Santiago', '2026-09-07T12:00:00Z'],
	['UTC', '2026-01-01T00:00:00Z'],
];

const channels = ['Shopify', 'WooCommerce'];
const methods = ['PayPal', 'Stripe', 'Gift Card'];

const cutOff: fc.Arbitrary<CutOff> = fc.oneof(
	{
		weight: 12,
		arbitrary: fc.constantFrom(time(11), time(11), time(2, 30), time(0), time(23, 45)),
	},
	{ weight: 5, arbitrary: fc.constant(endOfDay) },
	{ weight: 1, arbitrary: fc.constant(ignore) },
);

const someSettings = fc
	.record({
		run: fc.constantFrom(...runs),
		cutOffs: fc.array(cutOff, { minLength: 6, maxLength: 6 }),
		without: fc.nat({ max: 23 }),
		branchIds: fc.constantFrom<number[][]>([], [], [], [1, 2]),
		deposits: fc.constantFrom<string[][]>([], [], [], [], [], ['Stripe']),
	})
	.map(({ run: [zone, at], cutOffs, without, branchIds, deposits }) => ({
		at: Date.parse(at),
		settings: settings({
			zone,
			branchIds,
			depositPaymentTypes: deposits,
			rows: channels
				.flatMap((channel) => methods.map((paymentType) => ({ channel, paymentType })))
				.map((row, i) => ({ ...row, cutOff: cutOffs[i] }))
				.filter((_, i) => i !== without),
		}),
	}));

/** An amount in whole units often enough for refunds to cancel sales. */
const price = fc.oneof(fc.constantFrom(1000, 2000), fc.integer({ min: 1, max: 30_000 }));

const rarely = <T,>(usual: T, ...others: T[]) =>
	fc.oneof({ weight: 24, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const someOrder = fc.record({
	isNote: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
	source: fc.oneof(
		{
			weight: 12,
			arbitrary: fc.constantFrom('Shopify', 'Shopify', 'Shopify', 'shopify ', 'WooCommerce'),
		},
		fc.constantFrom('eBay', ''),
	),
	branchId: rarely(1, 2, 2, 3),
	currencyCode: fc.oneof(
		{ weight: 20, arbitrary: fc.constantFrom('AUD', 'AUD', 'AUD', 'AUD', 'AUD', 'JPY', 'KWD') },
		fc.constant(''),
	),
	currencyRate: fc.constantFrom('1', '0.655', null),
	taxStatus: fc.constantFrom('Incl', 'Excl', 'Exempt'),
	taxRate: fc.constantFrom('10', '15', '12.5'),
	lines: fc.array(
		fc.record({ price, isTaxed: fc.boolean(), account: fc.constantFrom('200', '') }),
		{
			minLength: 1,
			maxLength: 3,
		},
	),
	freight: fc.constantFrom(0, 0, 0, 990),
	status: rarely('APPROVED', 'DRAFT', 'VOID'),
	imported: rarely('NotImported', 'Imported', 'DoNotImport', 'Error'),
	cuts: fc.oneof(
		{ weight: 2, arbitrary: fc.constant<number[]>([]) },
		fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 2 }),
	),
	offBy: rarely(0, -100, 100),
	sign: fc.constantFrom(1, -1),
	tenders: fc.array(
		fc.record({
			method: fc.oneof(
				{ weight: 20, arbitrary: fc.constantFrom('PayPal', 'PayPal', 'paypal', 'Stripe') },
				fc.constantFrom('Gift Card', 'Cash'),
			),
			daysAgo: fc.oneof(
				{ weight: 20, arbitrary: fc.constantFrom(1, 2, 2, 3, 3, 4) },
				fc.integer({ min: -2, max: 36 }),
			),
			minutes: fc.oneof(fc.nat({ max: 24 * 60 }), fc.constant(null)),
			isAuthorized: rarely(true, false),
			isReconciled: rarely(false, true),
		}),
		{ minLength: 3, maxLength: 3 },
	),
	/** Whether a credit note takes back the same by the same payments. */
	isUndone: rarely(false, true, true, true),
	extra: rarely<string | null>(null, '0', '0.00', '7'),
});

type OrderSketch = typeof someOrder extends fc.Arbitrary<infer T> ? T : never;

/** Accounts of up to a dozen orders, with the settings and instant of a run. */
export const someAccount: fc.Arbitrary<Account> = fc
	.tuple(someSettings, fc.array(someOrder, { minLength: 4, maxLength: 14 }))
	.map(([run, sketches]) => {
		const account: Account = { ...run, payments: [], salesOrders: [], creditNotes: [] };
		sketches.forEach((sketch, i) => {
			addOrder(account, 2 * i + 1, sketch);
			if (sketch.isUndone) addOrder(account, 2 * i + 2, { ...sketch, isNote: !sketch.isNote });
		});
		return account;
	});

function decimals(currency: string): number {
	return { JPY: 0, KWD: 3 }[currency] ?? 2;
}

function text(minor: number, currency: string): string {
	const digits = decimals(currency);
	return digits === 0 ? String(minor) : (minor / 10 ** digits).toFixed(digits);
}

function addOrder(account: Account, id: number, sketch: OrderSketch): void {
	const { currencyCode, taxStatus, taxRate, freight } = sketch;
	const taxable = sketch.lines.reduce<number>(
		(sum, one) => sum + (one.isTaxed ? one.price : 0),
		freight,
	);
	const tax = taxStatus === 'Excl' ? Math.round((taxable * Number(taxRate)) / 100) : 0;
	const total = sketch.lines.reduce<number>((sum, one) => sum + one.price, freight) + tax;
	const fields = {
		...{ currencyCode, taxStatus, taxRate },
		source: sketch.source,
		branchId: sketch.branchId,
		currencyRate: sketch.currencyRate,
		status: sketch.status,
		accountingImportStatus: sketch.imported,
		freightTotal: text(freight, currencyCode),
		lineItems: sketch.lines.map((one) =>
			line(text(one.price, currencyCode), {
				taxRate: one.isTaxed ? null : '0',
				accountCode: one.account,
			}),
		),
	};
	const totalText = text(total, currencyCode);
	if (sketch.isNote) account.creditNotes.push(note(id, totalText, fields));
	else account.salesOrders.push(sale(id, totalText, fields));
	const marks = [
		0,
		...sketch.cuts.map((cut) => Math.round((cut * total) / 100)).sort((a, b) => a - b),
		total,
	];
	const parts = marks.slice(1).map((mark, i) => mark - marks[i]);
	parts[0] += sketch.offBy;
	const sign = sketch.isNote ? sketch.sign : 1;
	const amounts = parts.map((part) => text(sign * part, currencyCode));
	if (sketch.extra !== null && amounts.length < 3) amounts.push(sketch.extra);
	amounts.forEach((amount, i) => {
		const tender = sketch.tenders[i];
		const paidAt = instantFor(account, tender.daysAgo, tender.minutes, tender.method);
		account.payments.push(
			payment(i * 100 + id, id, amount, {
				orderRef: sketch.isNote ? `CN-${id}` : `#${id}`,
				method: tender.method,
				paymentDate: new Date(paidAt).toISOString(),
				isAuthorized: tender.isAuthorized || amount === '7',
				reconcileDate: tender.isReconciled ? '2026-01-01T00:00:00Z' : null,
			}),
		);
	});
}

/** Some minutes into a day; or, with null, exactly at the cut-off of the payment type's row. */
function instantFor(
	account: Account,
	daysAgo: number,
	minutes: number | null,
	method: string,
): number {
	const { zone, rows } = account.settings;
	const day = addDays(dayAt(account.at, zone), -daysAgo);
	const row = rows.find((one) => one.paymentType.toLowerCase() === method.toLowerCase());
	const cutOff = row && row.cutOff.kind !== 'ignore' ? row.cutOff : endOfDay;
	if (minutes === null && cutOff.kind !== 'ignore') return cutOffInstant(cutOff, day, zone);
	return cutOffInstant({ kind: 'time', hour: 0, minute: 0 }, day, zone) + (minutes ?? 0) * 60_000;
}
