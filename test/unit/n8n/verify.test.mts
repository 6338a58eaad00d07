// The check of `npm start` must see every way in which a ledger can disagree with what n8n reports.

import { verify } from '../../../sandbox/n8n/verify.mts';
import type { Ledger, ReportedBatch, ReportedSkip } from '../../../sandbox/n8n/verify.mts';

const lookBack = {
	from: Date.parse('2026-05-03T00:00:00Z'),
	until: Date.parse('2026-06-02T09:00:00Z'),
	ended: Date.parse('2026-06-02T09:00:10Z'),
};

type Order = Ledger['salesOrders'][number];

function order(id: number, reference: string, more: Partial<Order> = {}): Order {
	return {
		id,
		reference,
		status: 'APPROVED',
		isApproved: true,
		isVoid: false,
		total: 0,
		currencyCode: 'AUD',
		internalComments: null,
		invoiceDate: '2026-06-01T07:00:00Z',
		creditNoteDate: '2026-06-01T07:00:00Z',
		accountingAttributes: { importDate: null, accountingImportStatus: 'DoNotImport' },
		taxStatus: 'Incl',
		lineItems: [],
		...more,
	};
}

function payment(id: number, orderId: number, amount: number, reconciled = true) {
	return {
		id,
		orderId,
		amount,
		method: 'PayPal',
		paymentDate: '2026-06-01T01:00:00Z',
		isAuthorized: true,
		reconcileDate: reconciled ? '2026-06-01T07:00:00Z' : null,
	};
}

function manifest(total: string, payments: unknown[], orders: unknown[], kind = 'invoice'): string {
	const group = { channel: 'Shopify', branchId: 1, paymentType: 'PayPal', currency: 'AUD' };
	const json = {
		v: 1,
		kind,
		...group,
		batchDay: '2026-06-01',
		zone: 'UTC',
		total,
		payments,
		orders,
	};
	return `Batch of payments.\n${JSON.stringify(json)}`;
}

function line(unitPrice: number) {
	return { qty: 1, unitPrice, discount: 0, parentId: 0 };
}

/** One positive batch of 30.30 (10.10 + 20.20), one negative of -5.05, one skipped, one reconciled before. */
function sound() {
	const ledger: Ledger = {
		salesOrders: [
			order(1, 'S1'),
			order(2, 'S2'),
			order(3, 'S3'),
			order(4, 'S4'),
			order(90, 'BATCH-000001', {
				lineItems: [line(30.3)],
				internalComments: manifest(
					'30.30',
					[
						[11, 1, '10.10'],
						[12, 2, '20.20'],
					],
					[
						[1, 'S'],
						[2, 'S'],
					],
				),
			}),
			order(91, 'BATCH-000002', {
				lineItems: [line(0)],
				internalComments: manifest('-5.05', [[15, 5, '-5.05']], [[5, 'C']], 'creditNote'),
			}),
		],
		creditNotes: [order(5, 'CRN-5'), order(92, 'BATCH-000002-CN', { lineItems: [line(5.05)] })],
		payments: [
			payment(11, 1, 10.1),
			payment(12, 2, 20.2),
			payment(13, 3, 7, false),
			payment(14, 4, 8),
			payment(15, 5, 5.05),
			payment(16, 90, 30.3, false),
			payment(17, 92, -5.05, false),
		],
	};
	const group = { channel: 'Shopify', branch: { id: 1, name: 'Sydney' }, paymentType: 'PayPal' };
	const batches: ReportedBatch[] = [
		{
			...group,
			reference: 'BATCH-000001',
			currency: 'AUD',
			batchDay: '2026-06-01',
			kind: 'invoice',
			total: '30.30',
			payments: 2,
			paymentIds: [11, 12],
		},
		{
			...group,
			reference: 'BATCH-000002',
			currency: 'AUD',
			batchDay: '2026-06-01',
			kind: 'creditNote',
			total: '-5.05',
			payments: 1,
			paymentIds: [15],
		},
	];
	const skips: ReportedSkip[] = [{ paymentId: 13, reason: 'ignored' }];
	return { ledger, batches, skips };
}

type Case = ReturnType<typeof sound>;

function differences(change: (all: Case) => void): string[] {
	const all = sound();
	change(all);
	return verify(all.ledger, all.batches, all.skips, lookBack).differences;
}

const salesOrder = ({ ledger }: Case, id: number): Order =>
	ledger.salesOrders.find((one) => one.id === id) as Order;
const paymentOf = ({ ledger }: Case, id: number) =>
	ledger.payments.find((one) => one.id === id) as Ledger['payments'][number];

describe('a ledger that agrees', () => {
	it('is verified, and every payment counted once', () => {
		const { ledger, batches, skips } = sound();
		expect(verify(ledger, batches, skips, lookBack)).toEqual({
			verified: true,
			checked: {
				batchesReported: 2,
				documents: 2,
				payments: 7,
				batched: 3,
				skipped: 1,
				reconciledBefore: 1,
				onBatchDocuments: 2,
			},
			differences: [],
		});
	});

	it('is verified as a whole by a run that made nothing new', () => {
		const { ledger, skips } = sound();
		const again = [...skips, { paymentId: 16, reason: 'batchDocument' }];
		expect(verify(ledger, [], again, lookBack).verified).toBe(true);
	});

	it('may have lost a mark of an earlier batch, when the run says that the payment is in it', () => {
		const found = differences((all) => {
			all.batches = [];
			paymentOf(all, 11).reconcileDate = null;
			all.skips.push({ paymentId: 11, reason: 'inAnotherBatch' });
		});
		expect(found).toEqual([]);
	});

	it('may have a payment that came while the bot ran', () => {
		const found = differences(({ ledger }) => {
			ledger.payments.push({ ...payment(20, 3, 1, false), paymentDate: '2026-06-02T09:00:05Z' });
		});
		expect(found).toEqual([]);
	});
});

describe('what the run did not batch', () => {
	it('is as it was', () => {
		const { ledger, batches, skips } = sound();
		const before = sound();
		// Marked by the run, as members are.
		for (const id of [11, 12, 15]) paymentOf(before, id).reconcileDate = null;
		before.ledger.salesOrders = before.ledger.salesOrders.filter(({ id }) => id < 90);
		expect(verify(ledger, batches, skips, lookBack, before.ledger).differences).toEqual([]);
	});

	it('is told when it is not', () => {
		const { ledger, batches, skips } = sound();
		const before = sound();
		paymentOf(before, 14).reconcileDate = null;
		salesOrder(before, 3).accountingAttributes = {
			importDate: null,
			accountingImportStatus: 'NotImported',
		};
		before.ledger.payments.push(payment(30, 4, 1));
		const { differences: found } = verify(ledger, batches, skips, lookBack, before.ledger);
		expect(found).toHaveLength(3);
		expect(found[0]).toMatch(
			/Sales order 3 is in no batch, and went from .*NotImported.*DoNotImport/,
		);
		expect(found[1]).toMatch(/Payment 14 is in no batch/);
		expect(found[2]).toMatch(/Payment 30 is gone/);
	});
});

describe('a mark that is missing', () => {
	it.each(['inAnotherBatch', 'ignored'])(
		'is told when a batch of this run has a payment that is %s',
		(reason) => {
			const found = differences((all) => {
				paymentOf(all, 11).reconcileDate = null;
				all.skips.push({ paymentId: 11, reason });
			});
			expect(found.join()).toMatch(/payment 11 is not marked reconciled/);
		},
	);
});

describe('a ledger that does not agree is told by one sentence for each difference', () => {
	const cases: Array<[string, (all: Case) => void, RegExp]> = [
		[
			'a batch that does not exist',
			(all) => {
				all.batches[0].reference = 'BATCH-000009';
			},
			/no such batch/,
		],
		[
			'a cent more in the report',
			(all) => {
				all.batches[0].total = '30.31';
			},
			/30\.31.*30\.30/,
		],
		[
			'an amount finer than a cent',
			(all) => {
				paymentOf(all, 11).amount = 10.105;
			},
			/"10\.105" is not an amount in AUD/,
		],
		[
			'a payment missing in the report',
			(all) => {
				all.batches[0].paymentIds = [11];
			},
			/the payments/,
		],
		[
			'a draft',
			(all) => {
				salesOrder(all, 90).status = 'DRAFT';
			},
			/BATCH-000001 is not approved/,
		],
		[
			'a manifest that cannot be read',
			(all) => {
				salesOrder(all, 90).internalComments = 'edited';
			},
			/manifest/,
		],
		[
			'a cent less on the lines',
			(all) => {
				salesOrder(all, 90).lineItems = [line(30.29)];
			},
			/lines.*30\.29/,
		],
		[
			'a cent less paid',
			(all) => {
				paymentOf(all, 16).amount = 30.29;
			},
			/payments on.*30\.29/,
		],
		[
			'paid twice',
			(all) => {
				all.ledger.payments.push(payment(18, 90, 0));
			},
			/has 2 payments/,
		],
		[
			'no credit note',
			(all) => {
				all.ledger.creditNotes.pop();
			},
			/BATCH-000002-CN is missing/,
		],
		[
			'a changed member',
			(all) => {
				paymentOf(all, 11).amount = 10.11;
			},
			/payment 11 is 10\.11/,
		],
		[
			'a member that is gone',
			(all) => {
				all.ledger.payments.shift();
			},
			/payment 11 does not exist/,
		],
		[
			'a member of another type',
			(all) => {
				paymentOf(all, 11).method = 'Cash';
			},
			/"Cash"/,
		],
		[
			'a member without its mark',
			(all) => {
				paymentOf(all, 11).reconcileDate = null;
			},
			/not marked reconciled/,
		],
		[
			'a member still to be imported',
			(all) => {
				salesOrder(all, 1).accountingAttributes = {
					importDate: null,
					accountingImportStatus: 'NotImported',
				};
			},
			/S1 is not set to Do Not Import/,
		],
		[
			'a member that accounting has',
			(all) => {
				salesOrder(all, 1).accountingAttributes = {
					importDate: '2026-06-01T00:00:00Z',
					accountingImportStatus: 'DoNotImport',
				};
			},
			/S1 was imported/,
		],
		[
			'a member without invoice date',
			(all) => {
				salesOrder(all, 1).invoiceDate = null;
			},
			/no invoice date/,
		],
		[
			'a void member',
			(all) => {
				salesOrder(all, 1).isVoid = true;
			},
			/S1 is void/,
		],
		[
			'an order split',
			(all) => {
				all.ledger.payments.push(payment(19, 1, 3, false));
				all.skips.push({ paymentId: 19, reason: 'partlyPaid' });
			},
			/Order 1 is in a batch, and its payment 19 is in none/,
		],
		[
			'a payment in two batches',
			(all) => {
				const copy = { ...salesOrder(all, 90), id: 93, reference: 'BATCH-000003' };
				all.ledger.salesOrders.push(copy);
				all.ledger.payments.push(payment(21, 93, 30.3, false));
			},
			/Payment 11 is in BATCH-000001 and in BATCH-000003/,
		],
		[
			'a payment nobody speaks of',
			(all) => {
				all.skips.pop();
			},
			/Payment 13 is in no batch/,
		],
		[
			'a batched payment reported as skipped',
			(all) => {
				all.skips.push({ paymentId: 11, reason: 'ignored' });
			},
			/Payment 11 is batched and skipped/,
		],
		[
			'a reconciled payment reported as skipped',
			(all) => {
				all.skips.push({ paymentId: 14, reason: 'ignored' });
			},
			/Payment 14 is skipped and reconciledBefore/,
		],
		[
			'a payment reported twice',
			(all) => {
				all.skips.push({ paymentId: 13, reason: 'orderVoid' });
			},
			/reported as skipped twice/,
		],
		[
			'a payment from before the look-back',
			(all) => {
				paymentOf(all, 13).paymentDate = '2026-05-02T23:59:59Z';
			},
			/not in the look-back/,
		],
		[
			'a skipped payment that does not exist',
			(all) => {
				all.skips.push({ paymentId: 99, reason: 'ignored' });
			},
			/Payment 99 is reported as skipped, and does not exist/,
		],
	];

	it.each(cases)('%s', (_, change, sentence) => {
		const found = differences(change);
		expect(found.filter((text) => sentence.test(text))).toHaveLength(1);
	});
});
