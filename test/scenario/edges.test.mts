// Payments stand on the very edges of time: cut-offs, midnights, the start of the look-back, and the
// hours in which clocks change. The dates here were looked up, not computed.
import { defaultScenario, expectations } from '../../sandbox/scenario/default.mts';
import { amazonSeller, shopify, wooCommerce } from '../../sandbox/scenario/bot.mts';
import { indexed, instant, nows, seed } from './accounts.mts';

/** What becomes of the payments of a channel and type at an instant: batch days or reasons. */
function fates(now: string) {
	const account = indexed(now, defaultScenario({ seed, now }), expectations({ seed, now }));
	const known = new Map(account.expected.payments.map((payment) => [payment.paymentId, payment]));
	return (channel: string, method: string, at: string) => {
		const there = [...account.payments.values()].filter(
			(row) =>
				row.method === method &&
				instant(row.paymentDate) === instant(at) &&
				account.orders.get(row.orderId ?? 0)?.source === channel,
		);
		const found = there.map((row) => {
			const payment = known.get(row.id ?? 0);
			if (payment === undefined) return 'not listed';
			return payment.outcome === 'batched' ? payment.group.batchDay : payment.reason;
		});
		return [...new Set(found)].join(' and ') || 'no such payment';
	};
}

it("follows the original's example: cut-off 11:00, run on 2 June", () => {
	const fate = fates(nows['a plain day']);
	const at = (time: string) => fate(shopify, 'Shopify Payments', `${time}+10:00`);
	expect(at('2026-06-01T10:59:59')).toBe('2026-06-01');
	expect(at('2026-06-01T10:59:59.999')).toBe('2026-06-01');
	expect(at('2026-06-01T11:00:00')).toBe('outsideWindow');
	expect(at('2026-06-01T11:00:01')).toBe('outsideWindow');
	expect(at('2026-05-21T10:59:59')).toBe('2026-05-21');
	expect(at('2026-05-21T11:00:00')).toBe('2026-05-22');
	expect(at('2026-05-21T11:00:01')).toBe('2026-05-22');
});

it('has payments around midnight and at the start of the look-back', () => {
	const fate = fates(nows['a plain day']);
	const at = (time: string) => fate(amazonSeller, 'Amazon', `${time}+10:00`);
	expect(at('2026-06-01T23:59:59')).toBe('2026-06-01');
	expect(at('2026-06-02T00:00:00')).toBe('outsideWindow');
	expect(at('2026-05-21T23:59:59')).toBe('2026-05-21');
	expect(at('2026-05-22T00:00:00')).toBe('2026-05-22');
	expect(at('2026-05-02T23:59:59')).toBe('not listed');
	expect(at('2026-05-03T00:00:00')).toBe('2026-05-03');
	expect(fate(shopify, 'Shopify Payments', '2026-05-02T15:00:00+10:00')).toBe('not listed');
});

it('has payments around the hour that is skipped (Sydney, 4 October 2026)', () => {
	const fate = fates(nows['the week after clocks went forward']);
	const stripe = (time: string) => fate(wooCommerce, 'Stripe', time);
	expect(stripe('2026-10-04T01:59:59+10:00')).toBe('2026-10-04');
	expect(stripe('2026-10-04T03:00:00+11:00')).toBe('2026-10-04');
	expect(stripe('2026-10-04T03:29:59+11:00')).toBe('2026-10-04');
	expect(stripe('2026-10-04T03:30:00+11:00')).toBe('2026-10-05');
	expect(stripe('2026-10-04T04:00:00+11:00')).toBe('2026-10-05');
	const amazon = (time: string) => fate(amazonSeller, 'Amazon', time);
	expect(amazon('2026-10-04T00:00:00+10:00')).toBe('2026-10-04');
	expect(amazon('2026-10-04T23:59:59+11:00')).toBe('2026-10-04');
	expect(amazon('2026-10-05T00:00:00+11:00')).toBe('2026-10-05');
	expect(fate(shopify, 'Shopify Payments', '2026-10-04T11:00:00+11:00')).toBe('2026-10-05');
});

it('has payments around the hour that is repeated (Sydney, 5 April 2026)', () => {
	const fate = fates(nows['the week after clocks went back']);
	const stripe = (time: string) => fate(wooCommerce, 'Stripe', time);
	expect(stripe('2026-04-05T02:29:59+11:00')).toBe('2026-04-05');
	expect(stripe('2026-04-05T02:30:00+11:00')).toBe('2026-04-06');
	expect(stripe('2026-04-05T02:59:59+11:00')).toBe('2026-04-06');
	expect(stripe('2026-04-05T02:00:00+10:00')).toBe('2026-04-06');
	expect(stripe('2026-04-05T02:30:00+10:00')).toBe('2026-04-06');
	const amazon = (time: string) => fate(amazonSeller, 'Amazon', time);
	expect(amazon('2026-04-05T00:00:00+11:00')).toBe('2026-04-05');
	expect(amazon('2026-04-05T23:59:59+10:00')).toBe('2026-04-05');
	expect(amazon('2026-04-06T00:00:00+10:00')).toBe('2026-04-06');
});

it('has payments of today on the day on which clocks change', () => {
	const fate = fates(nows['the day on which clocks went forward']);
	expect(fate(wooCommerce, 'Stripe', '2027-10-03T03:29:59+11:00')).toBe('outsideWindow');
	expect(fate(amazonSeller, 'Amazon', '2027-10-02T23:59:59+10:00')).toBe('2027-10-02');
});
