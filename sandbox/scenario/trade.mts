// Everyday trade: what people buy at each channel on each of the last days, weekdays busier, and how
// they pay. Most of a scenario; the cases that are about something stand in cases/.
import { branchIds } from './account.mts';
import { amazonSeller, ebay, shopify, wooCommerce } from './bot.mts';
import { clockTime, moment } from './due.mts';
import { skipped } from './drafts.mts';
import type { Making, OrderDraft, PaymentDraft } from './drafts.mts';
import type { Random } from './random.mts';
import { paidSale, pay, sale } from './sale.mts';

type Weights<T> = ReadonlyArray<readonly [T, number]>;

interface Shop {
	channel: string;
	/** Orders on a weekday; the weekend has two thirds of it. */
	perDay: number;
	methods: Weights<string>;
	branches: Weights<number>;
	currencies: Weights<string>;
}

const { sydney, melbourne, fremantle, popUp } = branchIds;

const shops: readonly Shop[] = [
	{
		channel: shopify,
		perDay: 27,
		methods: [
			['Shopify Payments', 60],
			['PayPal', 22],
			['Afterpay', 14],
			['Gift Card', 4],
		],
		branches: [
			[sydney, 93],
			[melbourne, 7],
		],
		currencies: [
			['AUD', 92],
			['NZD', 5],
			['USD', 3],
		],
	},
	{
		channel: wooCommerce,
		perDay: 18,
		methods: [
			['Stripe', 66],
			['PayPal', 31],
			['Cash', 3],
		],
		branches: [
			[melbourne, 92],
			[fremantle, 8],
		],
		currencies: [
			['AUD', 97],
			['JPY', 3],
		],
	},
	{
		channel: amazonSeller,
		perDay: 15,
		methods: [
			['Amazon', 97],
			['Gift Card', 3],
		],
		branches: [
			[fremantle, 88],
			[sydney, 12],
		],
		currencies: [
			['AUD', 93],
			['NZD', 7],
		],
	},
];

/** People sleep; a few do not. The hour after one is never drawn beyond its twentieth minute. */
const hours: Weights<number> = [
	[0, 1],
	[1, 1],
	[5, 1],
	[6, 2],
	[7, 4],
	[8, 6],
	[9, 8],
	[10, 9],
	[11, 8],
	[12, 9],
	[13, 8],
	[14, 7],
	[15, 7],
	[16, 8],
	[17, 9],
	[18, 9],
	[19, 10],
	[20, 10],
	[21, 8],
	[22, 5],
	[23, 2],
];

const oldestDay = -32;

/** Fills 32 days and today with orders of the three channels, one that is not the bot's, and by hand. */
export function makeTrade(making: Making): void {
	for (let day = oldestDay; day <= 0; day++) {
		for (const shop of shops) {
			const random = making.random(`trade ${shop.channel}`);
			for (let left = ordersOn(making, day, shop.perDay, random); left > 0; left--) {
				buy(making, shop, day, random);
			}
		}
		if (day <= -2) notOurs(making, day);
	}
}

function ordersOn(making: Making, day: number, perDay: number, random: Random): number {
	const usual = making.calendar.weekday(day) >= 6 ? (perDay * 2) / 3 : perDay;
	return Math.round(usual * (0.85 + random.next() * 0.3));
}

function buy(making: Making, shop: Shop, day: number, random: Random): void {
	const method = random.weighted(shop.methods);
	const { at, expect } = moment(making, shop.channel, method, day, timeOfDay(random));
	const seen = at + 1000 <= making.calendar.now;
	const branchId = random.weighted(shop.branches);
	const currency = random.weighted(shop.currencies);
	if (!seen) return;
	const settled = day <= -26 && random.chance(0.3);
	const order = paidSale(
		making,
		{ channel: shop.channel, branchId, currency },
		{ method, at, expect: settled ? 'notListed' : expect, ...stamped(random, at) },
	);
	if (settled) settle(making, order);
	else if (random.chance(0.15)) order.datedAt = order.dispatchedAt;
}

/** Batched by Cin7's own bot in its time: reconciled, and out of accounting's sync. */
function settle(making: Making, order: OrderDraft): void {
	const at = Math.min(making.calendar.now, order.createdAt + 2 * 86_400_000);
	order.accounting = { importDate: null, accountingImportStatus: 'DoNotImport' };
	order.datedAt = at;
	for (const payment of order.payments) {
		payment.reconciledAt = at;
		payment.batchReference = `B${1_000 + (Math.floor(at / 86_400_000) % 1_000)}`;
	}
}

/** As different systems write an instant; the milliseconds never carry it over a cut-off. */
function stamped(random: Random, at: number): Partial<PaymentDraft> {
	return random.weighted<Partial<PaymentDraft>>([
		[{}, 78],
		[{ stamp: '+11:00' }, 7],
		[{ stamp: '+13:00', at: at + 170 }, 7],
		[{ at: at + 417 }, 8],
	]);
}

function timeOfDay(random: Random): string {
	const hour = random.weighted(hours);
	return clockTime(hour, random.int(0, hour === 1 ? 19 : 59), random.int(0, 58));
}

/** Orders that are none of the bot's business: another channel's, by hand, or over the stall's counter. */
function notOurs(making: Making, day: number): void {
	const random = making.random('not ours');
	const at = (hour: number) => making.calendar.at(day, clockTime(hour, random.int(0, 59), 0));
	const listed = (reason: Parameters<typeof skipped>[0]) =>
		day < -making.bot.lookBackDays ? 'notListed' : skipped(reason);
	if (random.chance(0.7)) {
		const method = random.pick(['eBay Managed Payments', 'PayPal']);
		paidSale(
			making,
			{ channel: ebay },
			{ method, at: at(13), expect: listed('channelNotSelected') },
		);
	}
	if (random.chance(0.6)) {
		const order = sale(making, { channel: null, createdAt: at(9) });
		const method = random.pick(['Bank Transfer', 'Cash']);
		if (random.chance(0.6))
			pay(order, { method, at: at(15), expect: listed('channelNotSelected') });
	}
	if (random.chance(0.25)) {
		const method = random.pick(['Shopify Payments', 'Afterpay']);
		const expect = listed('branchNotSelected');
		paidSale(making, { channel: shopify, branchId: popUp }, { method, at: at(16), expect });
	}
	if (random.chance(0.2)) {
		const method = random.pick(['Zip', 'Bank Transfer <b>manual</b>']);
		paidSale(
			making,
			{ channel: shopify },
			{ method, at: at(17), expect: listed('paymentTypeNotSelected') },
		);
	}
}
