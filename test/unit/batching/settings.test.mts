// What is said of settings that make no sense, and how an order's channel is read.
import { checkSettings } from '../../../lib/batching/settings.check';
import type { BatchSettings } from '../../../lib/batching/settings';
import type { CutOff } from '../../../lib/time/cutOff';
import { endOfDay, ignore, reading, settings, time } from './account.mts';

const row = (channel: string, paymentType: string, cutOff: CutOff = time(11)) => ({
	...{ channel, paymentType, cutOff },
});
const check = (changes: Partial<BatchSettings>) =>
	checkSettings(settings(changes), reading().branches);

describe('settings', () => {
	it('that are fine are passed without a word', () => {
		const rows = [
			row('Shopify', 'PayPal', time(0)),
			row('Shopify', 'Stripe', time(23, 59)),
			row('Shopify', 'Cash', endOfDay),
			row('WooCommerce', 'PayPal', ignore),
		];
		expect(check({ rows, branchIds: [1, 2], lookBackDays: 365 })).toEqual([]);
		expect(check({ lookBackDays: 1, zone: 'UTC' })).toEqual([]);
	});

	it.each<[string, Partial<BatchSettings>, string]>([
		[
			'no rows',
			{ rows: [] },
			'There is no row yet: add one with a channel, a payment type and a cut-off time.',
		],
		['a blank channel', { rows: [row(' ', 'PayPal')] }, 'Row 1 names no channel: choose one.'],
		[
			'a blank payment type',
			{ rows: [row('Shopify', '')] },
			'Row 1 names no payment type: choose one.',
		],
		[
			'a row twice, however it is written',
			{
				rows: [
					row('Shopify', 'PayPal'),
					row('Shopify', 'Stripe'),
					row('shopify ', 'PAYPAL', ignore),
				],
			},
			'Rows 1 and 3 are both for shopify / PAYPAL: keep one of them.',
		],
		[
			'hour 24',
			{ rows: [row('a', 'b', time(24))] },
			'Row 1 has the cut-off 24:00: give a time of day from 00:00 to 23:59.',
		],
		[
			'minute 60',
			{ rows: [row('a', 'b', time(9, 60))] },
			'Row 1 has the cut-off 09:60: give a time of day from 00:00 to 23:59.',
		],
		[
			'half an hour',
			{ rows: [row('a', 'b', time(9.5))] },
			'Row 1 has the cut-off 9.5:00: give a time of day from 00:00 to 23:59.',
		],
		[
			'an unknown branch',
			{ branchIds: [1, 9] },
			'Cin7 has no branch 9: choose from Main (1), Harbour (2).',
		],
		[
			'an unknown zone',
			{ zone: 'Sydney' },
			'"Sydney" is no time zone: use a name such as Australia/Sydney.',
		],
		[
			'no look-back',
			{ lookBackDays: 0 },
			'The look-back is 0 days: give a whole number from 1 to 365.',
		],
		[
			'a look-back too long',
			{ lookBackDays: 366 },
			'The look-back is 366 days: give a whole number from 1 to 365.',
		],
		[
			'a custom field without a name',
			{ channelField: { from: 'customField', name: '' } },
			'The channel is read from a custom field: name that field, such as orders_1000.',
		],
	])('with %s', (_name, changes, sentence) => {
		expect(check(changes)).toEqual([sentence]);
	});

	it('with several faults are told all of them', () => {
		expect(check({ zone: '', lookBackDays: 1.5, branchIds: [8, 9, 8] })).toHaveLength(4);
	});
});
