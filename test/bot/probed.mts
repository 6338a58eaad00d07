// An account in which the bot has found out before what Cin7 keeps of its writes: most tests are not about that.
import type { Cin7Rows } from '../../sandbox/scenario/scenario.mts';

const answer = { room: 400_000, lacks: [] };

/** The rows of a scenario, and the draft order with the answer. */
export function probed(rows: Cin7Rows): Cin7Rows {
	const lowest = Math.min(...rows.salesOrders.map(({ id }) => Number(id)));
	const order = {
		id: lowest - 1,
		reference: 'BATCH-PROBE',
		isApproved: false,
		createdDate: '2026-01-01T00:00:00Z',
		internalComments: `Found out.\n${JSON.stringify(answer)}`,
		lineItems: [],
	};
	return { ...rows, salesOrders: [order as never, ...rows.salesOrders] };
}
