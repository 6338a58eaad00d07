// Held orders that an integration of Cin7's own brought in: it may state the same money otherwise, and no complete order is
// to stay for that; other money or quantities stay.
import { defaultOrderOptions } from '../../lib/amazon/orders/options';
import { salesOrderOf } from '../../lib/amazon/orders/salesOrder';
import { participations } from '../../sandbox/scenario/amazon/marketplaces.mts';
import { usualRoles } from '../../sandbox/scenario/amazon/rows.mts';
import { seller } from '../amazon/seller.mts';
import { completeOrders, day, heldRow } from '../n8n/heldOrders.mts';
import { now as inCin7, openStages } from './openStages.mts';

jest.setTimeout(60_000);

type Row = Record<string, any>;

const now = Date.parse(inCin7);
const orders = completeOrders(120, now - 9 * day, now - day);
const cents = (amount: number) => Number(amount.toFixed(2));
let items: Row[];

beforeAll(async () => {
	const rows = {
		sellerId: 'A1TEST',
		marketplaceParticipations: participations(),
		roles: [...usualRoles],
		orders: orders as never,
	};
	const account = seller({ rows, settings: { limits: 'off' } }, now, now - 10 * day);
	const { orders: downloaded } = await account.download();
	items = downloaded.map((order) => {
		const { draft, amazon } = salesOrderOf(order, { ...defaultOrderOptions, personalData: true });
		return { ...draft, amazon };
	});
	expect(items).toHaveLength(orders.length);
});

/** One line for each piece, where that makes no parts of a cent. */
function inPieces(line: Row): Row[] {
	const one = { ...line, integrationRef: '' };
	if (cents(line.unitPrice) !== line.unitPrice) return [one];
	return Array.from({ length: line.qty }, () => ({ ...one, qty: 1 }));
}

/** Releases all of them, each stated in a way of its own; gives what became of each. */
async function release(state: (row: Row) => Row) {
	const open = openStages(orders.map((order) => state(heldRow(order, [])) as never));
	return await open.save(items, { payments: 'none' });
}

it('some have promotions, and prices that do not divide', () => {
	expect(
		items.filter(({ lineItems }) => lineItems.some((line: Row) => Number(line.discount) > 0)),
	).not.toHaveLength(0);
	expect(orders.filter((order) => Number(heldRow(order, []).discountTotal) < 0)).not.toHaveLength(
		0,
	);
});

it.each<[string, (row: Row) => Row]>([
	['promotions on the order', (row) => row],
	[
		'shipping as a line of its own',
		({ lineItems, freightTotal, ...row }) => ({
			...row,
			freightTotal: 0,
			lineItems: [...lineItems, { code: 'SHIPPING', name: 'x', qty: 1, unitPrice: freightTotal }],
		}),
	],
	[
		'prices without tax',
		({ lineItems, freightTotal, discountTotal, ...row }) => ({
			...row,
			taxStatus: 'Excl',
			taxRate: 10,
			freightTotal: freightTotal / 1.1,
			discountTotal: discountTotal / 1.1,
			lineItems: lineItems.map((line: Row) => ({
				...line,
				unitPrice: line.unitPrice / 1.1,
				taxRate: 10,
			})),
		}),
	],
	[
		'lines without the ids of Amazon, some of them split',
		({ lineItems, ...row }) => ({ ...row, lineItems: lineItems.flatMap(inPieces) }),
	],
])('%s: all are released', async (_, state) => {
	const results = await release(state);
	const stay = results.filter(({ outcome }) => outcome !== 'released');
	expect(stay.map(({ message }) => message)).toEqual([]);
});

it.each<[string, (row: Row) => Row]>([
	[
		'a piece more',
		({ lineItems: [first, ...others], ...row }) => ({
			...row,
			lineItems: [{ ...first, qty: first.qty + 1 }, ...others],
		}),
	],
	['a cent less', (row) => ({ ...row, discountTotal: cents(row.discountTotal - 0.01) })],
	['another currency', (row) => ({ ...row, currencyCode: 'NZD' })],
])('%s: none is', async (_, state) => {
	const results = await release(state);
	expect(results.filter(({ reason }) => reason !== 'moneyDiffers')).toEqual([]);
});
