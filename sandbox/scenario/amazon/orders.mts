// Orders as they come in on an ordinary day, as many as a test wants, made from a seed.
import type { Order } from '../../amazon/order.mts';
import { roundedQuotient } from '../money.mts';
import { products } from '../products.mts';
import { randomFor } from '../random.mts';
import type { Random } from '../random.mts';
import { someBuyer } from './buyers.mts';
import type { MoneyForm } from './itemMoney.mts';
import { australia, japan, singapore } from './marketplaces.mts';
import type { Marketplace } from './marketplaces.mts';
import { amazonOrder } from './sale.mts';
import type { SoldItem } from './sale.mts';

export interface AmazonOrdersOptions {
	count: number;
	/** ISO instants between which the orders were made and last updated. */
	from: string;
	until: string;
	/** Default 1. */
	seed?: number;
	/** Default: mostly Australia, then Japan, a few in Singapore. */
	marketplaces?: ReadonlyArray<readonly [Marketplace, number]>;
	/** Number of the first order, so that two calls make different ones. Default 1. */
	first?: number;
}

const usual = [
	[australia, 62],
	[japan, 30],
	[singapore, 8],
] as const;

const merchantStatuses = [
	['UNSHIPPED', 34],
	['PARTIALLY_SHIPPED', 5],
	['SHIPPED', 44],
	['PENDING', 8],
	['PENDING_AVAILABILITY', 1],
	['CANCELLED', 8],
] as const;

const amazonStatuses = [
	['UNSHIPPED', 8],
	['PARTIALLY_SHIPPED', 3],
	['SHIPPED', 71],
	['PENDING', 9],
	['CANCELLED', 9],
] as const;

const hour = 3_600_000;

/**
 * The same orders for the same options, oldest first, of every status and fulfilment.
 * @throws RangeError when `until` is not after `from`
 */
export function amazonOrders(options: AmazonOrdersOptions): Order[] {
	const { count, seed = 1, first = 1 } = options;
	const [from, until] = [Date.parse(options.from), Date.parse(options.until)];
	if (!(until > from)) throw new RangeError('until must be after from');
	const random = randomFor(seed, `amazon orders ${first}`);
	const orders: Order[] = [];
	for (let index = 0; index < count; index++) {
		const createdAt = Math.floor(from + ((until - from) * (index + random.next())) / count);
		const n = first + index;
		orders.push(someOrder(n, createdAt, until, random, options.marketplaces ?? usual));
	}
	return orders;
}

function someOrder(
	n: number,
	createdAt: number,
	until: number,
	random: Random,
	choices: ReadonlyArray<readonly [Marketplace, number]>,
): Order {
	const marketplace = random.weighted(choices);
	const fulfilledBy = random.weighted([
		['MERCHANT', 55],
		['AMAZON', 45],
	] as const);
	const status = random.weighted(fulfilledBy === 'MERCHANT' ? merchantStatuses : amazonStatuses);
	const buyer = someBuyer(marketplace, random, n);
	const business = buyer.companyName !== undefined && random.chance(0.6);
	const prime = fulfilledBy === 'AMAZON' && random.chance(0.5);
	const items = someItems(status === 'PARTIALLY_SHIPPED', marketplace, random);
	const age = status.startsWith('PENDING')
		? random.int(0, 20) * 60_000
		: status === 'UNSHIPPED'
			? random.int(5, 90) * 60_000
			: random.int(2, 60) * hour;
	const form: MoneyForm = {
		tax: random.chance(0.3) ? 'included' : 'added',
		discounts: random.chance(0.2) ? 'negative' : 'positive',
	};
	return amazonOrder({
		n,
		marketplace,
		createdAt,
		updatedAt: Math.min(createdAt + age, until),
		status,
		fulfilledBy,
		serviceLevel: random.pick(['STANDARD', 'STANDARD', 'EXPEDITED', 'NEXT_DAY']),
		programs: [...(business ? ['AMAZON_BUSINESS'] : []), ...(prime ? ['PRIME'] : [])],
		buyer,
		items,
		form,
		shipped: items.map(({ quantity }, index) =>
			status === 'SHIPPED' || (status === 'PARTIALLY_SHIPPED' && index === 0) ? quantity : 0,
		),
	});
}

/** One to four different products; several where a part has been shipped. */
function someItems(several: boolean, marketplace: Marketplace, random: Random): SoldItem[] {
	const wanted = several
		? random.int(2, 4)
		: random.weighted([
				[1, 7],
				[2, 2],
				[4, 1],
			] as const);
	const start = random.int(0, products.length - 1);
	const shipping = random.chance(0.4) ? inCurrency(random.pick([495, 795, 1250]), marketplace) : 0;
	const freeShipping = shipping > 0 && random.chance(0.25);
	return Array.from({ length: wanted }, (_, index): SoldItem => {
		const product = products[(start + index * 4) % products.length];
		const unit = inCurrency(product.price, marketplace);
		const quantity = random.weighted([
			[1, 8],
			[2, 2],
			[12, 0.3],
		] as const);
		const promoted = random.chance(0.18);
		const discount = promoted
			? roundedQuotient(unit * quantity * random.pick([5, 10, 15]), 100)
			: 0;
		const wrapped = random.chance(0.07);
		const shippingDiscount = freeShipping && index === 0 ? shipping : 0;
		return {
			product,
			unit,
			quantity,
			shipping: index === 0 ? shipping : 0,
			giftWrap: wrapped ? inCurrency(399, marketplace) : 0,
			...(wrapped && random.chance(0.6) && { giftMessage: 'Fair winds,\nfrom all of us ⚓' }),
			discount,
			shippingDiscount,
			...((promoted || shippingDiscount > 0) && {
				promotionIds: [
					...(promoted ? [`Spring Rigging ${random.int(5, 15)}%`] : []),
					...(shippingDiscount > 0 ? ['FREE SHIPPING'] : []),
				],
			}),
		};
	});
}

/** Australian cents as minor units of the marketplace's currency. */
export function inCurrency(cents: number, { price }: Marketplace): number {
	return roundedQuotient(cents * price, 100);
}
