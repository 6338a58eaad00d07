// The window and the batch day, from Cin7's own words: "11:00, run on 2 June: everything before 11:00 on 1 June".
import { plan } from './plan.mts';
import {
	endOfDay,
	note,
	payment,
	reading,
	sale,
	secondOfJune,
	settings,
	time,
} from './account.mts';

/** Plans one full payment of 10.00 AUD made at an instant; its batch day, or the reason for none. */
function outcome(paymentDate: string | null, changes = {}, at = secondOfJune) {
	const result = plan(
		settings(changes),
		reading({ payments: [payment(1, 7, '10', { paymentDate })], salesOrders: [sale(7, '10')] }),
		at,
	);
	return result.batches[0]?.batchDay ?? result.skipped[0].reason;
}

describe('a run on 2 June with a cut-off of 11:00', () => {
	it.each([
		['one second before 11:00 on 1 June', '2026-06-01T00:59:59Z', '2026-06-01'],
		['the last millisecond before', '2026-06-01T00:59:59.9999999Z', '2026-06-01'],
		['exactly 11:00:00 on 1 June', '2026-06-01T01:00:00Z', 'outsideWindow'],
		['one second after', '2026-06-01T01:00:01Z', 'outsideWindow'],
		['the same instant with an offset', '2026-06-01T11:00:00+10:00', 'outsideWindow'],
		['11:00 on 31 May', '2026-05-31T01:00:00Z', '2026-06-01'],
		['just before 11:00 on 31 May', '2026-05-31T00:59:59Z', '2026-05-31'],
		['the day of the run', '2026-06-01T20:00:00Z', 'outsideWindow'],
		['the first instant of the look-back', '2026-05-02T14:00:00Z', '2026-05-03'],
		['the instant before the look-back', '2026-05-02T13:59:59Z', 'outsideWindow'],
		['no date', null, 'outsideWindow'],
		['a date that cannot be read', 'soon', 'outsideWindow'],
	])('%s', (_name, paymentDate, expected) => {
		expect(outcome(paymentDate)).toBe(expected);
	});

	it('is the same at any hour of 2 June', () => {
		for (const at of ['2026-06-01T14:00:00Z', '2026-06-02T13:59:59Z']) {
			expect(outcome('2026-06-01T00:59:59Z', {}, Date.parse(at))).toBe('2026-06-01');
			expect(outcome('2026-06-01T01:00:00Z', {}, Date.parse(at))).toBe('outsideWindow');
		}
	});
});

describe('end of day as the cut-off', () => {
	const rows = [{ channel: 'Shopify', paymentType: 'PayPal', cutOff: endOfDay }];
	it('takes all of yesterday and nothing of today', () => {
		expect(outcome('2026-05-31T14:00:00Z', { rows })).toBe('2026-06-01');
		expect(outcome('2026-06-01T13:59:59Z', { rows })).toBe('2026-06-01');
		expect(outcome('2026-06-01T14:00:00Z', { rows })).toBe('outsideWindow');
	});
});

describe('one batch per run', () => {
	it('gathers all days in one batch dated yesterday', () => {
		const days = ['2026-05-20T00:00:00Z', '2026-05-31T00:00:00Z', '2026-06-01T00:00:00Z'];
		const { batches } = plan(
			settings({ batchPer: 'run' }),
			reading({
				payments: days.map((paymentDate, i) => payment(i, i, '10', { paymentDate })),
				salesOrders: days.map((_, i) => sale(i, '10')),
			}),
			secondOfJune,
		);
		expect(batches).toMatchObject([{ batchDay: '2026-06-01', totalMinor: 3000 }]);
	});
});

describe('where clocks change', () => {
	const cutOffAt = (hour: number, minute = 0) => [
		{ channel: 'Shopify', paymentType: 'PayPal', cutOff: time(hour, minute) },
	];
	it.each([
		// Sydney back on 5 April: 02:30 comes twice and the first time counts; forward on 4 October: it is 03:30.
		['Australia/Sydney', '2026-04-06T00:00:00Z', 2, 30, '2026-04-04T15:30:00Z'],
		['Australia/Sydney', '2026-10-05T00:00:00Z', 2, 30, '2026-10-03T16:30:00Z'],
		['Australia/Sydney', '2026-10-05T00:00:00Z', 11, 0, '2026-10-04T00:00:00Z'],
		['America/New_York', '2026-03-09T16:00:00Z', 11, 0, '2026-03-08T15:00:00Z'],
		['America/New_York', '2026-11-02T16:00:00Z', 1, 30, '2026-11-01T05:30:00Z'],
		['Australia/Lord_Howe', '2026-04-06T00:00:00Z', 1, 45, '2026-04-04T14:45:00Z'],
		['Australia/Lord_Howe', '2026-10-05T00:00:00Z', 2, 15, '2026-10-03T15:45:00Z'],
		['America/Santiago', '2026-09-07T12:00:00Z', 0, 0, '2026-09-06T04:00:00Z'],
	])('%s, run %s, cut-off %i:%i', (zone, run, hour, minute, cutOff) => {
		const instant = Date.parse(cutOff);
		const yesterday = cutOff.slice(0, 8);
		const paid = (at: number) =>
			outcome(new Date(at).toISOString(), { zone, rows: cutOffAt(hour, minute) }, Date.parse(run));
		expect(paid(instant)).toBe('outsideWindow');
		expect(paid(instant - 1)).toContain(yesterday);
		expect(paid(instant - 86_400_000 * 3)).not.toBe('outsideWindow');
	});
});

describe('an order paid over two days', () => {
	const rows = ['PayPal', 'Stripe'].map((paymentType) => ({
		...{ channel: 'Shopify', paymentType },
		cutOff: time(11),
	}));
	const onTwoDays = [
		payment(1, 7, '6', { paymentDate: '2026-05-29T00:00:00Z' }),
		payment(2, 7, '4', { paymentDate: '2026-05-30T00:00:00Z', method: 'Stripe' }),
		payment(3, 8, '20', { paymentDate: '2026-05-29T00:00:00Z' }),
	];
	const account = reading({ payments: onTwoDays, salesOrders: [sale(7, '10'), sale(8, '20')] });

	it('does not join the batch that a run after the first day had made without it', () => {
		const { batches } = plan(settings({ rows }), account, secondOfJune);
		expect(
			batches.map(({ paymentType, batchDay, members }) => [
				batchDay,
				paymentType,
				...members.map((member) => member.paymentId),
			]),
		).toEqual([
			['2026-05-29', 'PayPal', 3],
			['2026-05-29', 'PayPal', 1],
			['2026-05-30', 'Stripe', 2],
		]);
	});

	it('joins it where there is one batch per run', () => {
		const { batches } = plan(settings({ rows, batchPer: 'run' }), account, secondOfJune);
		expect(batches.map((batch) => batch.members.length)).toEqual([2, 1]);
	});
});

describe('groups', () => {
	it('are by channel, branch, payment type, currency and day, as the rows write them', () => {
		const rows = [
			{ channel: ' Shopify ', paymentType: 'PayPal', cutOff: time(11) },
			{ channel: 'shopify', paymentType: 'STRIPE', cutOff: time(11) },
		];
		const { batches } = plan(
			settings({ rows }),
			reading({
				payments: [
					payment(1, 1, '10'),
					payment(2, 2, '10', { method: ' paypal ' }),
					payment(3, 3, '10', { method: 'Stripe' }),
					payment(4, 4, '10'),
					payment(5, 5, '1000'),
				],
				salesOrders: [
					sale(1, '10'),
					sale(2, '10', { source: 'SHOPIFY' }),
					sale(3, '10'),
					sale(4, '10', { branchId: 2 }),
					sale(5, '1000', { currencyCode: 'jpy', currencyRate: '98.5' }),
				],
			}),
			secondOfJune,
		);
		expect(
			batches.map((batch) => [
				...[batch.channel, batch.branchName, batch.paymentType, batch.currency],
				batch.totalMinor,
				batch.currencyRate,
			]),
		).toEqual([
			['Shopify', 'Main', 'PayPal', 'AUD', 2000, '1'],
			['Shopify', 'Main', 'PayPal', 'JPY', 1000, '98.5'],
			['Shopify', 'Harbour', 'PayPal', 'AUD', 1000, '1'],
			['shopify', 'Main', 'STRIPE', 'AUD', 1000, '1'],
		]);
	});

	it('count refunds negative whichever sign they have, and become credit notes below zero', () => {
		const { batches } = plan(
			settings(),
			reading({
				payments: [
					payment(1, 1, '10'),
					payment(2, 2, '30', { orderType: 'CreditNote' }),
					payment(3, 3, '-5.50'),
				],
				salesOrders: [sale(1, '10')],
				creditNotes: [note(2, '30'), note(3, '-5.50')],
			}),
			secondOfJune,
		);
		expect(batches).toMatchObject([
			{
				kind: 'creditNote',
				totalMinor: -2550,
				members: [
					{ paymentId: 1, orderKind: 'S', amountMinor: 1000 },
					{ paymentId: 2, orderKind: 'C', amountMinor: -3000 },
					{ paymentId: 3, orderKind: 'C', amountMinor: -550 },
				],
				lines: [{ kind: 'goods', taxRate: '10', amountMinor: expect.any(Number) }],
			},
		]);
	});

	it('hold an order whole, a refund on the order included', () => {
		const payments = [payment(1, 7, '110'), payment(2, 7, '-10')];
		const { batches } = plan(
			settings(),
			reading({ payments, salesOrders: [sale(7, '100')] }),
			secondOfJune,
		);
		expect(batches).toMatchObject([
			{ totalMinor: 10000, lines: [{ amountMinor: 10000, taxMinor: 909 }] },
		]);
	});
});
