// Healing and money: what is released has Amazon's quantities and money, whoever brought the order into Cin7 and however it
// is stated there; what has not, stays, and the result says in what it differs.
import {
	completeOrders,
	dataOf,
	day,
	heldRow,
	moneyInCin7,
	withheldFields,
	withoutData,
} from './heldOrders.mts';
import { openShop, releasedAt, type Ran, type Shop } from './needsAttention.mts';

jest.setTimeout(120_000);

type Row = Record<string, any>;

const now = Date.now();
const orders = completeOrders(24, now - 9 * day, now - day);
const reference = (at: number): string => orders[at].orderId;
/** An order whose money in Cin7 is changed. */
const held = (at: number, change: (money: Row) => Row = () => ({})) =>
	heldRow(orders[at], withheldFields, change(moneyInCin7(orders[at])));
const first = ({ lineItems: [line, ...others] }: Row, change: (line: Row) => Row) => ({
	lineItems: [{ ...line, ...change(line) }, ...others],
});

let shop: Shop;
let ran: Ran;
let before: Map<string, Row>;
let after: Map<string, Row>;
let stay: Record<string, string>;

beforeAll(async () => {
	shop = await openShop();
	const rows = [
		held(0),
		held(1, ({ lineItems, freightTotal, discountTotal }) => ({
			taxStatus: 'Excl',
			taxRate: 10,
			freightTotal: freightTotal / 1.1,
			discountTotal: discountTotal / 1.1,
			lineItems: lineItems.map((line: Row) => ({
				...line,
				unitPrice: line.unitPrice / 1.1,
				taxRate: 10,
			})),
		})),
		held(2, ({ lineItems, freightTotal }) => ({
			freightTotal: 0,
			lineItems: [...lineItems, { code: 'SHIPPING', name: 'x', qty: 1, unitPrice: freightTotal }],
		})),
		held(3, () => ({ lineItems: [], freightTotal: 0, discountTotal: 0 })),
		held(4, (money) => first(money, ({ qty }) => ({ qty: qty + 1 }))),
		held(5, (money) => first(money, ({ unitPrice }) => ({ unitPrice: unitPrice - 1 }))),
		held(6, ({ freightTotal }) => ({ freightTotal: freightTotal + 5 })),
		held(7, () => ({ currencyCode: 'NZD' })),
	];
	await shop.fill(rows, orders.map(withoutData));
	await shop.changeOnAmazon(
		Object.fromEntries(orders.slice(0, 8).map((order) => [order.orderId, dataOf(order)])),
	);
	before = await shop.orders();
	ran = await shop.run(
		await shop.bot('needs-attention-heal', { way: 'ids' }, releasedAt('Processing')),
	);
	after = await shop.orders();
	const [said] = ran.items('Say what happened');
	stay = Object.fromEntries((said?.stay ?? []).map((one: Row) => [one.reference, one.why]));
});

afterAll(async () => {
	await shop?.close();
});

it.each([
	['promotions stand on the order', 0],
	['prices are without tax', 1],
	['shipping is a line of its own', 2],
	['the line items were missing too', 3],
])('releases an order when %s', (_, at) => {
	expect(ran.complaint).toBeUndefined();
	expect(stay[reference(at)]).toBeUndefined();
	const order = after.get(reference(at)) as Row;
	expect(order.stage).toBe('Processing');
	expect(order.email).toContain('@');
	const paid = Number((orders[at].proceeds as Row).grandTotal.amount);
	expect(Math.abs(order.total - paid)).toBeLessThan(0.02);
});

it.each([
	['a piece more', 4, /Amazon has \d+ of .*, Cin7 has \d+\./],
	['another price', 5, /comes to [\d.]+ in Amazon, to [\d.]+ in Cin7/],
	['more freight', 6, /Amazon comes to [\d.]+ AUD, Cin7 to [\d.]+ AUD/],
	['another currency', 7, /Amazon has the currency AUD, Cin7 has NZD/],
])('keeps an order with %s, and says so', (_, at, why) => {
	expect(stay[reference(at)]).toMatch(why);
	expect(stay[reference(at)]).toContain('Correct it in Cin7 or release it by hand');
	const order = after.get(reference(at)) as Row;
	expect(order).toMatchObject({ stage: 'Needs Attention', dispatchedDate: null });
	// Its blanks are filled in, its money is as it was.
	expect(order.email).toContain('@');
	const { lineItems, freightTotal, total } = before.get(reference(at)) as Row;
	expect(order).toMatchObject({ lineItems, freightTotal, total });
});
