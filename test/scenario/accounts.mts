// The scenarios under test, and how the tests read them: from the wire rows alone, with exact
// decimals of their own and instants instead of wall-clock times.
import { DateTime } from 'luxon';
import { defaultScenario, defaultBot, expectations } from '../../sandbox/scenario/default.mts';
import type { Expectations } from '../../sandbox/scenario/expectations.mts';
import type {
	DocumentRow,
	LineItemRow,
	PaymentRow,
	Scenario,
} from '../../sandbox/scenario/scenario.mts';

export const seed = 20_260_601;

/** Runs on a plain day, in the weeks after the clocks of Sydney change, and on a leap day. */
export const nows = {
	'a plain day': '2026-06-02T01:30:00Z',
	'the week after clocks went forward': '2026-10-09T22:00:00Z',
	'the week after clocks went back': '2026-04-10T13:00:00+10:00',
	'the day on which clocks went forward': '2027-10-03T04:00:00Z',
	'a leap day': '2028-02-29T09:05:00+11:00',
	'the first minute of a day': '2026-07-14T14:00:10Z',
};

export interface Account {
	now: string;
	scenario: Scenario;
	expected: Expectations;
	/** Sales orders and credit notes. */
	orders: Map<number, DocumentRow>;
	creditNotes: Set<number>;
	payments: Map<number, PaymentRow>;
	paymentsOf: Map<number, PaymentRow[]>;
}

/** One account for each of the instants above. */
export function accounts(): Array<[when: string, account: Account]> {
	return Object.entries(nows).map(([when, now]) => [
		when,
		indexed(now, defaultScenario({ seed, now }), expectations({ seed, now })),
	]);
}

export function indexed(now: string, scenario: Scenario, expected: Expectations): Account {
	const { salesOrders, creditNotes, payments } = scenario.cin7;
	const rows: DocumentRow[] = [...salesOrders, ...creditNotes];
	return {
		now,
		scenario,
		expected,
		orders: new Map(rows.map((row) => [row.id ?? 0, row])),
		creditNotes: new Set(creditNotes.map((row) => row.id ?? 0)),
		payments: new Map(payments.map((row) => [row.id ?? 0, row])),
		paymentsOf: byOrder(payments),
	};
}

function byOrder(payments: PaymentRow[]): Map<number, PaymentRow[]> {
	const found = new Map<number, PaymentRow[]>();
	for (const row of payments) {
		const orderId = row.orderId ?? 0;
		found.set(orderId, [...(found.get(orderId) ?? []), row]);
	}
	return found;
}

/** Hundred-thousandths of a unit, exactly; every amount of a scenario has fewer digits. */
export function exact(value: number | string | undefined): bigint {
	const match = /^(-?)(\d+)(?:\.(\d{1,5}))?$/.exec(String(value ?? 0));
	if (match === null) throw new RangeError(`${String(value)} is no plain decimal`);
	const [, sign, whole, fraction = ''] = match;
	return BigInt(`${sign}${whole}${fraction.padEnd(5, '0')}`);
}

/** One cent or one yen, in hundred-thousandths. */
export function minorUnit(currency: string | undefined): bigint {
	return currency === 'JPY' ? 100_000n : 1_000n;
}

/** What lines, freight, surcharge, discount and tax come to, in hundred-thousandths, tax unrounded. */
export function sumOfParts(order: DocumentRow): bigint {
	const lines = (order.lineItems ?? []).filter((line) => line.parentId === 0);
	const parts: Array<[amount: bigint, rate: number]> = lines.map((line) => [
		lineAmount(line),
		line.taxRate ?? order.taxRate ?? 0,
	]);
	for (const extra of [order.freightTotal, order.surcharge, order.discountTotal]) {
		parts.push([exact(extra), order.taxRate ?? 0]);
	}
	const onTop = order.taxStatus === 'Excl';
	return parts.reduce((sum, [amount, rate]) => {
		return sum + amount + (onTop ? (amount * exact(rate)) / 10_000_000n : 0n);
	}, 0n);
}

function lineAmount(line: LineItemRow): bigint {
	return (exact(line.qty) * exact(line.unitPrice)) / 100_000n - exact(line.discount);
}

/** Milliseconds since 1970. */
export function instant(text: string | null | undefined): number {
	return DateTime.fromISO(text ?? '').toMillis();
}

/** When a row of the bot is cut off on a local date. */
export function cutOffInstant(cutOff: string, date: string): number {
	const { zone } = defaultBot;
	if (cutOff === 'End of day') {
		return DateTime.fromISO(date, { zone }).plus({ days: 1 }).startOf('day').toMillis();
	}
	const read = DateTime.fromISO(`${date}T${cutOff}`, { zone });
	return Math.min(...read.getPossibleOffsets().map((time) => time.toMillis()));
}

/** Start of a local day, counted from that of `now`. */
export function startOfDay(now: string, day: number): number {
	return DateTime.fromISO(now, { zone: defaultBot.zone })
		.startOf('day')
		.plus({ days: day })
		.toMillis();
}

export function absolute(value: bigint): bigint {
	return value < 0n ? -value : value;
}
