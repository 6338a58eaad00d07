// Scenarios of a size that is told, in exactly six groups of one batch day: for counting API calls,
// and for runs that are broken off again and again.
import { plainBasket } from './basket.mts';
import { amazonSeller, defaultBot, shopify, wooCommerce } from './bot.mts';
import type { Bot } from './bot.mts';
import { finishedBatch } from './cases/earlierBatches.mts';
import { scenarioOf } from './default.mts';
import type { Making } from './drafts.mts';
import { batchedOn } from './due.mts';
import { expectationsOf } from './expectations.mts';
import type { Expectations } from './expectations.mts';
import { startMaking } from './making.mts';
import { giveIds } from './numbering.mts';
import { productByCode } from './products.mts';
import { paidSale, pay, refund, sale } from './sale.mts';
import type { Scenario } from './scenario.mts';

export interface SixGroupsOptions {
	/** The instant of the run, ISO 8601 with its offset. */
	now: string;
	/** How many payments a run is to batch, in all six groups together; at least 12. */
	payments: number;
	/** The last group is refunds, but for its first payment: its batch is a credit note. */
	negativeGroup?: boolean;
	/** Every tenth order is paid half by Shopify Payments and half by PayPal: one order in two groups. */
	splitTender?: boolean;
	/** Payments of earlier days of the look-back that finished documents list already. */
	background?: number;
	seed?: number;
}

export interface SixGroups {
	scenario: Scenario;
	expectations: Expectations;
	/** The default bot with a row for each group, all cut off at the end of the day. */
	bot: Bot;
}

const groups = [
	[shopify, 'Shopify Payments'],
	[shopify, 'PayPal'],
	[shopify, 'Afterpay'],
	[wooCommerce, 'Stripe'],
	[wooCommerce, 'PayPal'],
	[amazonSeller, 'Amazon'],
] as const;

export const sixGroupsBot: Bot = {
	...defaultBot,
	botName: 'Six groups',
	rows: groups.map(([channel, paymentType]) => ({ channel, paymentType, cutOff: 'End of day' })),
	branchIds: [],
	depositPaymentTypes: [],
};

/** All dated yesterday, and due. @throws RangeError for fewer than 12 payments */
export function sixGroups(options: SixGroupsOptions): SixGroups {
	const { now, payments, background = 0, seed = 1 } = options;
	if (!(payments >= 12)) throw new RangeError(`six groups need 12 payments, not ${payments}`);
	const making = startMaking(seed, now, sixGroupsBot, 24);
	makeEarlier(making, background);
	makeDue(making, options);
	giveIds(making, 'few');
	return {
		scenario: scenarioOf(making, now),
		expectations: expectationsOf(making.orders),
		bot: sixGroupsBot,
	};
}

function makeDue(making: Making, { payments, negativeGroup, splitTender }: SixGroupsOptions): void {
	const expect = batchedOn(making, -1);
	const [from, to] = [making.calendar.at(-1, '06:00:00'), making.calendar.at(-1, '22:00:00')];
	const step = Math.floor((to - from) / payments / 1000) * 1000;
	for (let index = 0; index < payments; index++) {
		const at = from + index * step;
		const [channel, method] = groups[index % groups.length];
		const basket = someBasket(making);
		if (splitTender && index % 30 === 0 && index + 1 < payments) {
			const order = sale(making, { channel, basket, createdAt: at - 60_000 });
			const half = Math.floor(order.total / 2);
			pay(order, { method, at, amount: half, expect });
			// In the place of the next payment, which is that group's.
			index++;
			pay(order, { method: groups[1][1], at: at + step, amount: order.total - half, expect });
		} else if (negativeGroup && index % groups.length === 5 && index > 5) {
			const sold = making.calendar.at(-making.bot.lookBackDays - 2, '12:00:00');
			const order = paidSale(
				making,
				{ channel, basket },
				{ method, at: sold, expect: 'notListed' },
			);
			const note = refund(making, order, { createdAt: at - 60_000 }, 'everything');
			pay(note, { method, at, expect });
		} else {
			const amount = negativeGroup && index === 5 ? 11 : undefined;
			const small = amount === undefined ? basket : plainBasket(productByCode('SHK-06'), amount);
			paidSale(making, { channel, basket: small }, { method, at, expect });
		}
	}
}

/** Documents of up to 200 members each, six a day, newest first; each has its own payment on it. */
function makeEarlier(making: Making, background: number): void {
	const days = making.bot.lookBackDays - 2;
	const documents = Math.min(Math.ceil(background / 50), days * groups.length);
	for (let index = documents - 1; index >= 0; index--) {
		const [channel, method] = groups[index % groups.length];
		const day = -2 - Math.floor(index / groups.length);
		const from = Math.floor((background * index) / documents);
		const to = Math.floor((background * (index + 1)) / documents);
		const members = Array.from({ length: to - from }, (_, member) => {
			const at = making.calendar.at(day, '07:00:00') + member * 31_000;
			return paidSale(
				making,
				{ channel, basket: someBasket(making) },
				{ method, at, expect: 'notListed' },
			);
		});
		finishedBatch(making, { number: documents - index, channel, method, day, members });
	}
}

/** Multiples of 11 cents: a tenth of tax without a remainder. */
function someBasket(making: Making) {
	return plainBasket(productByCode('SRV-SPL'), 11 * making.random('baskets').int(50, 4_000));
}
