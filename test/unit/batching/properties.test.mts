// What holds of every plan, whatever the account.
import fc from 'fast-check';
import { plan } from './plan.mts';
import type { Plan, PlannedBatch } from '../../../lib/batching/plan.types';
import type { BatchSettings } from '../../../lib/batching/settings';
import { skipReasons } from '../../../lib/batching/reasons/skipReasons';
import { orderValue } from '../../../lib/orders/value';
import { batchDay } from '../../../lib/time/batchDay';
import { instantOf } from '../../../lib/time/instant';
import { lookBackStart, runDays } from '../../../lib/time/window';
import { someAccount } from './arbitraries.mts';
import { afterRun, readingAt, type Account } from './history.mts';

const options: Partial<BatchSettings>[] = [
	{ batchPer: 'day', partlySelectedOrders: 'leave' },
	{ batchPer: 'run', partlySelectedOrders: 'leave' },
	{ batchPer: 'day', partlySelectedOrders: 'batchAlone' },
];
const dayLength = 86_400_000;

function planned(account: Account, at = account.at): Plan {
	return plan(account.settings, readingAt(account, at), at);
}

/** Checks something of the plans of many accounts, under every option or those given. */
function always(check: (account: Account, plan: Plan) => void, under = options): void {
	const seen = { batches: 0, members: 0, split: 0, creditNotes: 0, netted: 0 };
	fc.assert(
		fc.property(someAccount, fc.constantFrom(...under), (drawn, option) => {
			const account = { ...drawn, settings: { ...drawn.settings, ...option } };
			const result = planned(account);
			check(account, result);
			seen.batches += result.batches.length;
			seen.members += idsOf(result).length;
			seen.split += idsOf(result).length - ordersOf(result).size;
			seen.netted += result.skipped.filter((one) => one.reason === 'netsToZero').length;
			seen.creditNotes += result.batches.filter((batch) => batch.kind === 'creditNote').length;
		}),
		{ numRuns: 200 },
	);
	// A property that saw nothing says nothing.
	expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
}

const idsOf = (result: Plan) =>
	result.batches.flatMap((batch) => batch.members.map((one) => one.paymentId));
const ordersOf = (result: Plan) =>
	new Set(result.batches.flatMap((batch) => batch.members.map((one) => one.orderId)));
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const texts = (batches: PlannedBatch[]) => batches.map((batch) => JSON.stringify(batch)).sort();

describe('every plan', () => {
	it('puts every payment in exactly one batch or gives one reason', () => {
		always((account, result) => {
			const everywhere = [...idsOf(result), ...result.skipped.map((one) => one.payment.id)];
			const read = readingAt(account, account.at).payments.map((one) => one.id);
			expect(everywhere.sort((a, b) => a - b)).toEqual(read.sort((a, b) => a - b));
			for (const { reason, message } of result.skipped) {
				expect(skipReasons).toContain(reason);
				expect(message).toMatch(/^[A-Z].*\.$/);
				expect(message).not.toMatch(/undefined|null|NaN|\[object/);
			}
		});
	});

	it('has totals that are the sums of members and of lines, and never zero', () => {
		always((_account, { batches }) => {
			for (const { totalMinor, members, lines, kind } of batches) {
				expect(sum(members.map((one) => one.amountMinor))).toBe(totalMinor);
				expect(sum(lines.map((one) => one.amountMinor))).toBe(totalMinor);
				expect(kind).toBe(totalMinor < 0 ? 'creditNote' : 'invoice');
				expect(totalMinor).not.toBe(0);
				const ids = members.map((one) => one.paymentId);
				expect(ids).toEqual([...ids].sort((a, b) => a - b));
			}
		});
	});

	it('dates each member by the first cut-off after it, all of them before yesterday is over', () => {
		always(
			({ settings, payments, at }, { batches }) => {
				const { lastDay } = runDays(at, settings.zone, 30);
				for (const { channel, paymentType, members, batchDay: day } of batches) {
					const row = settings.rows.find(
						(one) => one.channel === channel && one.paymentType === paymentType,
					);
					if (!row || row.cutOff.kind === 'ignore') throw new Error('batched without a cut-off');
					expect(day <= lastDay).toBe(true);
					for (const { paymentId } of members) {
						const paidAt = payments.find((one) => one.id === paymentId)?.paymentDate ?? '';
						expect(batchDay(instantOf(paidAt) ?? 0, row.cutOff, settings.zone)).toBe(day);
					}
				}
			},
			[options[0], options[2]],
		);
	});

	it('takes orders whole or not at all', () => {
		always(
			({ payments }, result) => {
				const batched = new Set(idsOf(result));
				for (const orderId of ordersOf(result)) {
					const tenders = payments.filter(
						(one) => one.orderId === orderId && one.isAuthorized && Number(one.amount) !== 0,
					);
					expect(tenders.filter((one) => !batched.has(one.id))).toEqual([]);
				}
			},
			options.slice(0, 2),
		);
	});

	it('has, over all batches, exactly the tax of the orders it takes, rate by rate', () => {
		always(
			({ salesOrders, creditNotes }, result) => {
				const taxes = new Map<string, number>();
				const count = (rate: string, tax: number) => taxes.set(rate, (taxes.get(rate) ?? 0) + tax);
				const taken = ordersOf(result);
				for (const order of [...salesOrders, ...creditNotes]) {
					if (!taken.has(order.id)) continue;
					const value = orderValue(order);
					if ('unclear' in value) throw new Error(value.unclear);
					const sign = 'salesReference' in order ? 1 : -1;
					for (const one of value.components) count(one.taxRate, sign * one.taxMinor);
				}
				for (const one of result.batches.flatMap((batch) => batch.lines)) {
					count(one.taxRate, one.taxMinor);
				}
				expect([...taxes].filter(([, tax]) => tax !== 0)).toEqual([]);
			},
			options.slice(0, 2),
		);
	});

	it('does not depend on the order in which the account was read', () => {
		always((account, result) => {
			const read = readingAt(account, account.at);
			const turned = {
				...read,
				payments: [...read.payments].reverse(),
				otherPayments: [...read.otherPayments].reverse(),
				salesOrders: [...read.salesOrders].reverse(),
				creditNotes: [...read.creditNotes].reverse(),
				branches: [...read.branches].reverse(),
			};
			expect(plan(account.settings, turned, account.at)).toEqual(result);
		});
	});

	it('batches nothing that a first plan has claimed', () => {
		always((account, first) => {
			const claimed = new Map(idsOf(first).map((id) => [id, 'BATCH-000001']));
			const read = { ...readingAt(account, account.at), claimed };
			const second = plan(account.settings, read, account.at);
			expect(idsOf(second).filter((id) => claimed.has(id))).toEqual([]);
			for (const { payment, reason } of second.skipped) {
				if (claimed.has(payment.id)) expect(reason).toBe('inAnotherBatch');
			}
		});
	});

	it('leaves nothing for a run right after it', () => {
		always(
			(account, first) => {
				expect(planned(afterRun(account, first)).batches).toEqual([]);
			},
			[options[0], options[1]],
		);
	});

	it('makes, three days late, exactly the batches of three daily runs', () => {
		always(
			(drawn) => {
				// What the look-back of the late run has lost, daily runs would still have seen.
				const from = lookBackStart(drawn.at, drawn.settings.zone, drawn.settings.lookBackDays);
				const payments = drawn.payments.filter(
					(one) => (instantOf(one.paymentDate ?? '') ?? 0) >= from,
				);
				const account = { ...drawn, payments };
				const daily: PlannedBatch[] = [];
				let now: Account = account;
				for (const daysBefore of [2, 1, 0]) {
					const run = planned(now, account.at - daysBefore * dayLength);
					daily.push(...run.batches);
					now = afterRun(now, run);
				}
				expect(texts(daily)).toEqual(texts(planned(account).batches));
			},
			[options[0]],
		);
	});
});

describe('the fingerprint', () => {
	it('changes with whatever would be written, and with nothing else', () => {
		always((account, result) => {
			const shown = readingAt(account, account.at);
			const renamed = { ...shown, branches: [{ id: 1, company: 'Renamed', isActive: true }] };
			const print = (read: typeof shown) => plan(account.settings, read, account.at).fingerprint;
			expect(print(renamed)).toBe(result.fingerprint);
			if (result.batches.length === 0) return;
			const gone = result.batches[0].members[0].paymentId;
			const payments = shown.payments.filter((one) => one.id !== gone);
			expect(print({ ...shown, payments })).not.toBe(result.fingerprint);
			const rated = <T,>(orders: T[]) => orders.map((one) => ({ ...one, currencyRate: '7.77' }));
			const { salesOrders, creditNotes } = shown;
			expect(
				print({ ...shown, salesOrders: rated(salesOrders), creditNotes: rated(creditNotes) }),
			).not.toBe(result.fingerprint);
		});
	});
});
