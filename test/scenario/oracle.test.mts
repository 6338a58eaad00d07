// The expectations are right: every payment's fate, decided where it was made, is held against the
// wire rows, with exact sums and instants.
import { cutOffOf } from '../../sandbox/scenario/bot.mts';
import { defaultBot } from '../../sandbox/scenario/default.mts';
import type { ExpectedPayment, SkipReason } from '../../sandbox/scenario/expectations.mts';
import type { DocumentRow, PaymentRow } from '../../sandbox/scenario/scenario.mts';
import { absolute, accounts, cutOffInstant, exact, instant, minorUnit } from './accounts.mts';
import { startOfDay, sumOfParts } from './accounts.mts';
import type { Account } from './accounts.mts';

describe.each(accounts())('on %s', (_when, account) => {
	const { expected, orders, payments, paymentsOf, creditNotes, now } = account;
	const batched = expected.payments.filter((payment) => payment.outcome === 'batched');
	const skippedFor = (...reasons: SkipReason[]) =>
		expected.payments.filter(
			(payment) => payment.outcome === 'skipped' && reasons.includes(payment.reason),
		);

	it('lists every payment of the look-back that is not reconciled, and no other', () => {
		const from = startOfDay(now, -30);
		const listed = [...payments.values()].filter((row) => {
			const at = instant(row.paymentDate);
			return at >= from && at <= instant(now) && row.reconcileDate === null;
		});
		expect(expected.payments.map((payment) => payment.paymentId)).toEqual(
			listed.map((row) => row.id),
		);
		expect(payments.size - listed.length).toBeGreaterThan(100);
	});

	it('gives every batched payment the day whose cut-off is the first one after it', () => {
		const otherwise = batched.filter(({ paymentId, group }) => {
			const cutOff = cutOffOf(defaultBot, group.channel, group.paymentType) ?? '';
			const at = instant(payments.get(paymentId)?.paymentDate);
			const before = new Date(Date.parse(group.batchDay) - 86_400_000).toISOString().slice(0, 10);
			return at < cutOffInstant(cutOff, before) || at >= cutOffInstant(cutOff, group.batchDay);
		});
		expect(otherwise).toEqual([]);
	});

	it('batches what is before the last cut-off, and only that', () => {
		const yesterday = new Date(startOfDay(now, -1) + 14 * 3_600_000).toISOString().slice(0, 10);
		const cutOffFor = ({ paymentId }: ExpectedPayment) => {
			const { row, order } = paidOrder(account, paymentId);
			return cutOffInstant(
				cutOffOf(defaultBot, order.source ?? '', row.method ?? '') ?? '',
				yesterday,
			);
		};
		const atOf = ({ paymentId }: ExpectedPayment) => instant(payments.get(paymentId)?.paymentDate);
		const late = skippedFor('outsideWindow');
		expect(batched.filter((payment) => atOf(payment) >= cutOffFor(payment))).toEqual([]);
		expect(late.filter((payment) => atOf(payment) < cutOffFor(payment))).toEqual([]);
	});

	it('batches only whole, clean orders, under what they say', () => {
		const batchedIds = new Set(batched.map((payment) => payment.paymentId));
		for (const { paymentId, group, amount } of batched) {
			const { row, order } = paidOrder(account, paymentId);
			expect(row).toMatchObject({ isAuthorized: true, method: group.paymentType });
			expect(order).toMatchObject({
				status: 'APPROVED',
				source: group.channel,
				branchId: group.branchId,
				currencyCode: group.currency,
				accountingAttributes: { importDate: null, accountingImportStatus: 'NotImported' },
			});
			const size = absolute(exact(row.amount));
			expect(exact(amount)).toBe(creditNotes.has(order.id ?? 0) ? -size : size);
			const others = paymentsOf.get(order.id ?? 0) ?? [];
			expect(others.every((other) => batchedIds.has(other.id ?? 0))).toBe(true);
			expect(paid(account, order)).toBe(due(order));
		}
	});

	it('adds up to the groups', () => {
		const total = new Map<string, bigint>();
		for (const { group, amount } of batched) {
			const key = Object.values(group).join('|');
			total.set(key, (total.get(key) ?? 0n) + exact(amount));
		}
		expect(expected.groups.length).toBe(total.size);
		for (const group of expected.groups) {
			const { channel, branchId, paymentType, currency, batchDay } = group;
			const key = [channel, branchId, paymentType, currency, batchDay].join('|');
			expect(exact(group.total)).toBe(total.get(key));
			expect(group.total).toMatch(currency === 'JPY' ? /^-?\d+$/ : /^-?\d+\.\d\d$/);
		}
	});

	it('has totals that the parts explain, but for those that are unclear', () => {
		const unclear = new Set(skippedFor('totalUnclear').map(orderIdOf(payments)));
		const unexplained = [...orders.values()].filter((order) => {
			const off = absolute(exact(order.total) - sumOfParts(order));
			const lines = order.lineItems?.length ?? 0;
			return off > minorUnit(order.currencyCode) * BigInt(lines + 1) && !isInHomeCurrency(order);
		});
		expect(new Set(unexplained.map((order) => order.id))).toEqual(unclear);
		expect([...orders.values()].filter(isInHomeCurrency).length).toBeGreaterThanOrEqual(2);
	});

	it('calls payments partly paid or overpaid as they are', () => {
		for (const { paymentId } of skippedFor('partlyPaid')) {
			const { order } = paidOrder(account, paymentId);
			expect(paid(account, order)).toBeLessThan(due(order));
		}
		for (const { paymentId } of skippedFor('overPaid')) {
			const { order } = paidOrder(account, paymentId);
			expect(paid(account, order)).toBeGreaterThan(due(order));
		}
		for (const { paymentId } of skippedFor('otherTenderIgnored', 'otherTenderPending', 'deposit')) {
			const { order } = paidOrder(account, paymentId);
			expect(paid(account, order)).toBe(due(order));
		}
	});

	it.each<[SkipReason, (row: PaymentRow, order: DocumentRow | undefined) => boolean | undefined]>([
		[
			'ignored',
			(row, order) => cutOffOf(defaultBot, order?.source ?? '', row.method ?? '') === 'Ignore',
		],
		[
			'channelNotSelected',
			(_, order) => !defaultBot.rows.some((row) => row.channel === order?.source),
		],
		['branchNotSelected', (_, order) => !defaultBot.branchIds.includes(order?.branchId ?? 0)],
		[
			'paymentTypeNotSelected',
			(row, order) => !cutOffOf(defaultBot, order?.source ?? '', row.method ?? ''),
		],
		['notAuthorised', (row) => row.isAuthorized === false],
		['zeroAmount', (row, order) => row.amount === 0 && order?.total === 0],
		['batchDocument', (_, order) => order?.reference?.startsWith('BATCH-0')],
		['orderMissing', (_, order) => order === undefined],
		['orderDraft', (_, order) => order?.status === 'DRAFT'],
		['orderVoid', (_, order) => order?.status === 'VOID'],
		['alreadyImported', (_, order) => statusOf(order) === 'Imported'],
		['doNotImport', (_, order) => statusOf(order) === 'DoNotImport'],
		['importError', (_, order) => statusOf(order) === 'Error'],
		['deposit', (row) => defaultBot.depositPaymentTypes.includes(row.method ?? '')],
		['noCurrency', (_, order) => order?.currencyCode === ''],
	])('skips payments as %s for what the rows show', (reason, shows) => {
		for (const { paymentId } of skippedFor(reason)) {
			const row = payments.get(paymentId);
			expect(row && shows(row, orders.get(row.orderId ?? 0))).toBe(true);
		}
	});

	it('nets whole groups to zero', () => {
		const sums = new Map<string, bigint>();
		for (const { paymentId } of skippedFor('netsToZero')) {
			const { row, order } = paidOrder(account, paymentId);
			const key = [order.source, order.branchId, row.method].join('|');
			const size = absolute(exact(row.amount));
			const signed = creditNotes.has(order.id ?? 0) ? -size : size;
			sums.set(key, (sums.get(key) ?? 0n) + signed);
		}
		expect(sums.size).toBeGreaterThanOrEqual(2);
		for (const sum of sums.values()) expect(sum).toBe(0n);
	});
});

function paidOrder({ payments, orders }: Account, paymentId: number) {
	const row = payments.get(paymentId);
	const order = orders.get(row?.orderId ?? 0);
	if (!row || !order) throw new Error(`payment ${paymentId} has no order`);
	return { row, order };
}

function orderIdOf(payments: Map<number, PaymentRow>) {
	return ({ paymentId }: ExpectedPayment) => payments.get(paymentId)?.orderId;
}

function paid({ paymentsOf }: Account, order: DocumentRow): bigint {
	const rows = paymentsOf.get(order.id ?? 0) ?? [];
	return absolute(rows.reduce((sum, row) => sum + exact(row.amount), 0n));
}

/** The order's total in its own currency. */
function due(order: DocumentRow): bigint {
	return absolute(isInHomeCurrency(order) ? sumOfParts(order) : exact(order.total));
}

/** `total` times the rate is what the parts come to, and `total` is not. */
function isInHomeCurrency(order: DocumentRow): boolean {
	if (order.currencyCode === 'AUD' || order.currencyCode === '') return false;
	const sum = sumOfParts(order);
	const converted = (exact(order.total) * exact(order.currencyRate)) / 100_000n;
	return absolute(converted - sum) <= 1_000n && absolute(exact(order.total) - sum) > 5_000n;
}

function statusOf(order: DocumentRow | undefined) {
	return order?.accountingAttributes?.accountingImportStatus;
}
