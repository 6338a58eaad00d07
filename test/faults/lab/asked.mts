// Whether a query asks for the payments of one order: by a list of ids, or by ranges around them.

const known = new Map<string, (id: number) => boolean>();

export function asksForOrder(query: string, id: number): boolean {
	let asks = known.get(query);
	if (asks === undefined) {
		asks = asking(new URLSearchParams(query).get('where') ?? '');
		if (known.size > 1_000) known.clear();
		known.set(query, asks);
	}
	return asks(id);
}

function asking(where: string): (id: number) => boolean {
	const lists = [...where.matchAll(/\borderId IN \(([\d,]+)\)/g)].map(([, ids]) => ids.split(','));
	const listed = new Set(lists.flat().map(Number));
	const ranges = [...where.matchAll(/\borderId>=(\d+) AND orderId<=(\d+)/g)].map(
		([, first, last]) => [Number(first), Number(last)],
	);
	return (id) => listed.has(id) || ranges.some(([first, last]) => id >= first && id <= last);
}
