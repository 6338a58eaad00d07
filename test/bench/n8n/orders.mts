// Orders to check: those of the generated account, over and over, of which every eighth lacks something.
import { defaultScenario } from '../../../sandbox/scenario/default.mts';

type Row = Record<string, unknown>;

/** What a person would have a check look at, and the money beside it. */
const fields = [
	...['reference', 'source', 'status', 'stage', 'firstName', 'lastName', 'company', 'email'],
	...['phone', 'mobile', 'currencyCode', 'total', 'freightTotal', 'taxStatus', 'taxRate'],
	...['delivery', 'billing'].flatMap((kind) =>
		[
			...['FirstName', 'LastName', 'Company', 'Address1', 'Address2', 'City'],
			...['State', 'PostalCode', 'Country'],
		].map((part) => kind + part),
	),
];

const lineFields = ['code', 'name', 'qty', 'unitPrice', 'discount', 'taxRate'];

/** What is taken from every eighth order, in turn. */
const gaps = ['email', 'deliveryCity', 'billingPostalCode', 'lastName', 'lineItems'];

/** A JSON array of so many orders. */
export function ordersToCheck(count: number): Buffer {
	const rows = defaultScenario({ seed: 1, now: '2026-06-15T20:30:00Z' }).cin7.salesOrders as Row[];
	const plain = rows
		.filter(({ status, deliveryCountry }) => status === 'APPROVED' && deliveryCountry)
		.map((row) => ({
			...only(row, fields),
			lineItems: (row.lineItems as Row[]).map((line) => only(line, lineFields)),
		}));
	const texts: string[] = [];
	for (let index = 0; index < count; index++) {
		const order: Row = { ...plain[index % plain.length] };
		order.reference = `${String(order.reference)}-${index}`;
		if (index % 8 === 0) delete order[gaps[(index / 8) % gaps.length]];
		texts.push(JSON.stringify(order));
	}
	return Buffer.from(`[${texts.join(',')}]`);
}

function only(row: Row, names: string[]): Row {
	return Object.fromEntries(names.filter((name) => name in row).map((name) => [name, row[name]]));
}
