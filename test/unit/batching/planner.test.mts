// Planning while the account is read: in pages of any size, with further payments that come last.
import { plan } from './plan.mts';
import { plannerFor } from '../../../lib/batching/planner';
import { note, payment, reading, sale, secondOfJune, settings } from './account.mts';

const whole = () =>
	reading({
		payments: [
			payment(1, 101, '40'),
			payment(2, 102, '25'),
			payment(3, 103, '-10', { orderType: 'CreditNote' }),
			payment(4, 104, '7'),
			payment(5, 105, '30'),
		],
		salesOrders: [sale(101, '40'), sale(102, '50'), sale(105, '30')],
		creditNotes: [note(103, '10')],
	});

/** Gives an account as it is read: sales orders page by page, credit notes, and what came last of all. */
function planned(account = whole(), later = account.otherPayments, pageLength = 1) {
	const { payments, salesOrders, creditNotes } = account;
	const planner = plannerFor(settings(), account, { payments, otherPayments: [] }, secondOfJune);
	for (let from = 0; from < salesOrders.length; from += pageLength) {
		planner.salesOrders(salesOrders.slice(from, from + pageLength));
	}
	planner.creditNotes(creditNotes);
	const again = planner.laterPayments(later);
	planner.salesOrders(salesOrders.filter(({ id }) => again.includes(id)));
	planner.creditNotes(creditNotes.filter(({ id }) => again.includes(id)));
	return { again, plan: planner.plan(null), planner };
}

it('gives the plan of the whole account, whatever the pages', () => {
	const expected = plan(settings(), whole(), secondOfJune);
	expect(expected.batches).toHaveLength(1);
	expect(expected.skipped.map(({ reason }) => reason)).toEqual(['partlyPaid', 'orderMissing']);
	for (const pageLength of [1, 2, 250]) {
		expect(planned(whole(), [], pageLength).plan).toEqual(expected);
	}
});

it('takes back what was judged without a payment that comes later, and nothing else', () => {
	const rest = payment(9, 102, '25', { reconcileDate: '2026-05-29T00:00:00Z' });
	const account = whole();
	const { again, plan: result } = planned(account, [rest]);
	expect(again).toEqual([102]);
	expect(result).toEqual(plan(settings(), { ...account, otherPayments: [rest] }, secondOfJune));
	expect(result.skipped.map(({ payment: { id }, reason }) => [id, reason])).toEqual([
		[2, 'otherTenderIgnored'],
		[4, 'orderMissing'],
	]);
});

it('leaves a payment out that was reconciled while the account was read', () => {
	const reconciled = payment(1, 101, '40', { reconcileDate: '2026-06-01T00:00:00Z' });
	const { batches, skipped } = planned(whole(), [reconciled]).plan;
	expect(batches[0].members.map(({ paymentId }) => paymentId)).toEqual([3, 5]);
	expect(skipped.map(({ payment: { id } }) => id)).not.toContain(1);
});

it('plans the same again when it is asked again', () => {
	const { plan: first, planner } = planned();
	expect(planner.plan(null)).toEqual(first);
});

it('leaves the records that it is given as they are', () => {
	const account = whole();
	account.payments.push(payment(6, 105, '0.5', { method: 'Stripe' }));
	const before = structuredClone(account);
	planned(account);
	expect(account).toEqual(before);
});
