// Whether a workflow got the books right: one that did not would be no measure. Read from the stand-in, not from the workflow.

export interface Ledger {
	payments: {
		orderId: number;
		method: string;
		amount: number;
		comments: string | null;
		reconcileDate: string | null;
	}[];
	salesOrders: {
		id: number;
		reference: string;
		source: string;
		status: string;
		createdDate: string;
		total: number;
		accountingAttributes: { accountingImportStatus: string | null } | null;
	}[];
}

export interface Due {
	/** ISO 8601: documents of before are no concern. */
	since: string;
	/** How many groups, and so deposits. */
	batches: number;
	payments: number;
}

const cents = (amount: number) => Math.round(amount * 100);

/**
 * Every deposit has one approved document that comes to what its payments come to, of one channel and payment type; the
 * document is paid by one payment of that type; and the orders of its payments are left to it.
 * @throws Error naming what is not so
 */
export function checkBooks({ payments, salesOrders }: Ledger, due: Due): void {
	const orders = new Map(salesOrders.map((order) => [order.id, order]));
	const documents = salesOrders.filter(
		({ reference, status, createdDate }) =>
			reference.startsWith('BATCH-') && status === 'APPROVED' && createdDate >= due.since,
	);
	const groups = new Set<string>();
	let batched = 0;
	for (const { id, reference, total } of documents) {
		const members = payments.filter(
			({ comments, reconcileDate }) => comments === reference && reconcileDate !== null,
		);
		const sum = members.reduce((all, { amount }) => all + cents(amount), 0);
		expect(sum === cents(total), `${reference} is not what its payments come to`);
		const [paid, ...more] = payments.filter(({ orderId }) => orderId === id);
		expect(cents(paid?.amount ?? 0) === sum && more.length === 0, `${reference} is not paid`);
		for (const { orderId, method } of members) {
			const order = orders.get(orderId);
			expect(method === paid.method, `${reference} has payments of several types`);
			groups.add(`${reference} ${order?.source} ${method}`);
			expect(
				order?.accountingAttributes?.accountingImportStatus === 'DoNotImport',
				`Order ${order?.reference} is in ${reference} and in the accounting sync`,
			);
		}
		batched += members.length;
	}
	expect(documents.length === due.batches, `${documents.length} batches were made`);
	expect(groups.size === due.batches, 'A batch has orders of several channels');
	expect(batched === due.payments, `${batched} payments were batched`);
}

function expect(isSo: boolean, otherwise: string): void {
	if (!isSo) throw new Error(`The plain workflow got the books wrong: ${otherwise}.`);
}
