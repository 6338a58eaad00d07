// The three operations of Set Order Stage on the stand-in: what is created, released, held, and what is left alone.
import { codes, heldRow, now, openStages, order } from './openStages.mts';

const hold = { operation: 'hold' as const };

it('a new order is created at the integration defaults, with its payment', async () => {
	const open = openStages();
	const [result] = await open.save([order(1)], {
		placementOf: () => ({ stage: 'Processing', dispatchedDate: now, threePlStatus: 1 }),
	});
	const { reference } = order(1);
	expect(result).toMatchObject({
		outcome: 'created',
		isNew: true,
		stage: 'Processing',
		message: `${reference} was created at stage Processing, dispatched.`,
		payments: [{ outcome: 'created', transactionRef: reference, amount: '44.98' }],
	});
	expect(open.row(reference)).toMatchObject({
		stage: 'Processing',
		status: 'APPROVED',
		dispatchedDate: now,
		logisticsStatus: 1,
		deliveryAddress1: '1 Example Street',
		total: 44.98,
		createdDate: '2026-06-01T22:15:00Z',
	});
	expect(open.payments()).toMatchObject([{ orderId: result.orderId, amount: 44.98 }]);
});

it('a held order overrides all three defaults', async () => {
	const open = openStages();
	const [result] = await open.save([order(1, { lastName: '', lineItems: [] })], hold);
	expect(result).toMatchObject({ outcome: 'held', isNew: true });
	expect(open.row(result.reference)).toMatchObject({
		stage: 'Needs Attention',
		status: 'APPROVED',
		isApproved: true,
		dispatchedDate: null,
		logisticsStatus: codes.doNotTransfer,
	});
});

it('an order at Needs Attention is filled and released; what a person typed stays', async () => {
	const open = openStages([
		heldRow(1, { lastName: '', deliveryAddress1: ' ', phone: '555 0100', email: '' }),
	]);
	const [result] = await open.save([order(1, { phone: '555 0199' })]);
	expect(result).toMatchObject({ outcome: 'released', isNew: false });
	expect(result.changes).toEqual([
		{ field: 'lastName', before: '', after: 'Quill' },
		{ field: 'email', before: '', after: 'buyer1@example.com' },
		{ field: 'deliveryAddress1', before: ' ', after: '1 Example Street' },
		{ field: 'stage', before: 'Needs Attention', after: 'Processing' },
		{ field: 'logisticsStatus', before: '5', after: '1' },
	]);
	expect(result.notes.join(' ')).toContain('Phone');
	expect(open.row(result.reference)).toMatchObject({ phone: '555 0100', stage: 'Processing' });
});

it('nothing is mixed into an address that a person typed; it is released once it is complete', async () => {
	const open = openStages([
		heldRow(1, { deliveryAddress1: '9 Other Road', deliveryAddress2: '', deliveryCity: '' }),
	]);
	const [result] = await open.save([order(1)]);
	expect(result).toMatchObject({ outcome: 'leftAlone', reason: 'addressDiffers' });
	expect(result.message).toContain('it lacks Delivery City');
	expect(open.row(result.reference)).toMatchObject({
		deliveryAddress1: '9 Other Road',
		deliveryAddress2: '',
		deliveryCity: '',
		stage: 'Needs Attention',
	});
	const { id } = open.row(result.reference);
	open.cin7.person({ resource: 'SalesOrders', id, set: { deliveryCity: 'Perth' } });
	expect((await open.save([order(1)]))[0].outcome).toBe('released');
	expect(open.row(result.reference)).toMatchObject({ deliveryCity: 'Perth', deliveryAddress2: '' });
});

it.each(['defaults', 'manual'] as const)(
	'a city that a person typed gets no state and postcode of another place (%s)',
	async (operation) => {
		const place = { deliveryCity: 'Perth', deliveryState: '', deliveryPostalCode: '' };
		const open = openStages([heldRow(1, { ...place, lastName: '' })]);
		const [result] = await open.save([order(1)], {
			operation,
			placementOf: () => ({
				stage: operation === 'manual' ? '' : 'New',
				dispatchedDate: null,
				threePlStatus: null,
			}),
		});
		expect(open.row(result.reference)).toMatchObject({ ...place, lastName: 'Quill' });
		expect(open.row(result.reference).stage).toBe('Needs Attention');
	},
);

it.each([
	['at another stage', { stage: 'On Hold' }, 'otherStage'],
	['void', { isVoid: true }, 'void'],
	['a draft', { isApproved: false }, 'draft'],
])('an order that is %s is left alone by every operation', async (_, changes, reason) => {
	for (const operation of ['defaults', 'hold', 'manual'] as const) {
		const open = openStages([heldRow(1, { lastName: '', ...changes })]);
		const before = open.orders();
		const [result] = await open.save([order(1)], { operation, payments: 'none' });
		expect(result).toMatchObject({ outcome: 'leftAlone', reason });
		expect(open.orders()).toEqual(before);
		expect(open.calls().filter((call) => call.startsWith('P'))).toEqual([]);
	}
});

it('a dispatched order is never held, and released without touching its dispatch', async () => {
	const dispatched = { dispatchedDate: '2026-05-30T00:00:00Z' };
	const open = openStages([heldRow(1, dispatched)]);
	expect((await open.save([order(1)], hold))[0]).toMatchObject({ reason: 'dispatched' });
	const [result] = await open.save([order(1)], {
		placementOf: () => ({ stage: 'Processing', dispatchedDate: now, threePlStatus: 1 }),
	});
	expect(result.outcome).toBe('released');
	expect(open.row(result.reference)).toMatchObject({
		...dispatched,
		stage: 'Processing',
		logisticsStatus: codes.doNotTransfer,
	});
});

it('line items are added once to an order that has none, and it is released after that', async () => {
	const open = openStages([heldRow(1, { lineItems: [], freightTotal: 0 })]);
	const [result] = await open.save([order(1)]);
	expect(result.outcome).toBe('released');
	expect(result.changes).toContainEqual({ field: 'lineItems', before: 'none', after: '1 line' });
	expect(open.row(result.reference)).toMatchObject({ total: 44.98, stage: 'Processing' });
	expect(open.row(result.reference).lineItems).toHaveLength(1);
	expect((await open.save([order(1)]))[0].outcome).toBe('leftAlone');
	expect(open.row(result.reference).lineItems).toHaveLength(1);
});

it('an order without line items anywhere is not released', async () => {
	const open = openStages([heldRow(1, { lineItems: [] })]);
	const [result] = await open.save([order(1, { lineItems: [] })]);
	expect(result).toMatchObject({ outcome: 'leftAlone', reason: 'lineItemsMissing' });
	expect(open.row(result.reference).stage).toBe('Needs Attention');
});

it('lines that a person typed stay as they are', async () => {
	const typed = [{ code: 'TEE', qty: 1, unitPrice: 12, name: 'Typed' }];
	const open = openStages([heldRow(1, { lineItems: typed })]);
	const [result] = await open.save([order(1)]);
	expect(open.row(result.reference).lineItems).toMatchObject(typed);
});

it('by hand: stage, dispatch date and 3PL status, each only where given', async () => {
	const open = openStages([heldRow(1), heldRow(2, { firstName: '' })]);
	const placements = [
		{ stage: 'Ready', dispatchedDate: '2026-06-01T00:00:00Z', threePlStatus: 2 },
		{ stage: '', dispatchedDate: null, threePlStatus: null },
	];
	const items = [order(1), { reference: order(2).reference, firstName: 'Grace' }];
	const [first, second] = await open.save(items, {
		operation: 'manual',
		placementOf: (item) => placements[item],
		createMissing: false,
	});
	expect(first.outcome).toBe('released');
	expect(open.row(first.reference)).toMatchObject({
		stage: 'Ready',
		dispatchedDate: '2026-06-01T00:00:00Z',
		logisticsStatus: 2,
	});
	expect(second).toMatchObject({ outcome: 'held', stage: 'Needs Attention' });
	expect(open.row(second.reference)).toMatchObject({ firstName: 'Grace', logisticsStatus: 5 });
});

it('by the id of an order in Cin7, as a list of held orders gives it', async () => {
	const open = openStages([heldRow(1, { id: 4711, reference: 'SO-4711', lastName: '' })]);
	const [result] = await open.save([{ id: 4711, lastName: 'Quill' }], { createMissing: false });
	expect(result).toMatchObject({ outcome: 'released', orderId: 4711, reference: 'SO-4711' });
	expect((await open.save([{ id: 99 }]))[0]).toMatchObject({ reason: 'goneMeanwhile' });
});

it('a 3PL status that somebody set on a held order is kept', async () => {
	const open = openStages([heldRow(1, { logisticsStatus: 3 })]);
	const [result] = await open.save([order(1)]);
	expect(open.row(result.reference)).toMatchObject({ stage: 'Processing', logisticsStatus: 3 });
	expect(result.notes.join(' ')).toContain('3PL Status (3)');
});

it('other stages and overwriting only where the options say so', async () => {
	const open = openStages([heldRow(1, { stage: 'New', deliveryCity: 'Perth', lastName: '' })]);
	const [blank] = await open.save([order(1)], { touchStages: 'any' });
	expect(blank.outcome).toBe('updated');
	expect(open.row(blank.reference)).toMatchObject({ deliveryCity: 'Perth', lastName: 'Quill' });
	await open.save([order(1)], { touchStages: ['processing'], fields: 'overwrite' });
	expect(open.row(blank.reference)).toMatchObject({ deliveryCity: 'Sydney' });
});

it('running again changes nothing', async () => {
	const open = openStages([heldRow(3, { lastName: '' })]);
	const items = [order(1), order(2), order(3)];
	await open.save(items);
	await open.save([order(4, { email: '' })], hold);
	const before = open.cin7.ledger();
	for (let run = 0; run < 3; run++) {
		const results = await open.save(items);
		expect(results.map(({ outcome }) => outcome)).toEqual(['leftAlone', 'leftAlone', 'leftAlone']);
		expect((await open.save([order(4, { email: '' })], hold))[0].outcome).toBe('unchanged');
	}
	expect(open.cin7.ledger()).toEqual(before);
});

it('an order that comes in twice is saved once, by its last item, and names both', async () => {
	const open = openStages();
	const results = await open.save([order(1, { lastName: '' }), order(2), order(1)]);
	expect(results.map(({ items }) => items)).toEqual([[0, 2], [1]]);
	expect(open.row(order(1).reference).lastName).toBe('Quill');
	expect(open.orders()).toHaveLength(2);
});

it('branch, contact and project of new orders', async () => {
	const open = openStages();
	const [first, second] = await open.save(
		[order(1, { amazon: { fulfilledBy: 'AMAZON' } }), order(2)],
		{
			branchId: 1,
			branchRules: [{ by: 'fulfilledBy', value: 'Amazon', branchId: 2 }],
			customer: { by: 'contact', memberId: 30 },
			projectName: 'Amazon AU',
		},
	);
	expect(open.row(first.reference)).toMatchObject({ branchId: 2, memberId: 30 });
	expect(open.row(second.reference)).toMatchObject({ branchId: 1, projectName: 'Amazon AU' });
});

describe('the order id stands elsewhere', () => {
	const { reference } = order(1);

	it('in the customer order number, with a prefix', async () => {
		const row = heldRow(1, {
			reference: 'SO-1',
			customerOrderNo: `AMZ-${reference}`,
			lastName: '',
		});
		const open = openStages([row]);
		const orderId = { in: 'customerOrderNo' as const, customField: '', prefix: 'AMZ-' };
		const results = await open.save([order(1), order(2)], { orderId });
		expect(results.map(({ outcome }) => outcome)).toEqual(['released', 'created']);
		expect(open.row(order(2).reference).customerOrderNo).toBe(`AMZ-${order(2).reference}`);
		expect((await open.save([order(2)], { orderId }))[0].outcome).toBe('leftAlone');
	});

	it('in a custom field', async () => {
		const customFields = { orders_1001: reference };
		const open = openStages([heldRow(1, { reference: 'SO-1', customFields, lastName: '' })]);
		const orderId = { in: 'customField' as const, customField: 'orders_1001', prefix: '' };
		const results = await open.save([order(1), order(2)], { orderId });
		expect(results.map(({ outcome }) => outcome)).toEqual(['released', 'created']);
		expect((await open.save([order(2)], { orderId }))[0].outcome).toBe('leftAlone');
		expect(open.orders()).toHaveLength(2);
	});

	it('with a prefix on the reference', async () => {
		const open = openStages([heldRow(1, { reference: `AZ${reference}` })]);
		const orderId = { in: 'reference' as const, customField: '', prefix: 'AZ' };
		const results = await open.save([order(1), order(2)], { orderId });
		expect(results.map(({ outcome }) => outcome)).toEqual(['released', 'created']);
		expect(open.row(`AZ${order(2).reference}`)).toBeDefined();
	});

	it('on two live orders: neither is changed', async () => {
		const rows = [11, 12].map((id) => heldRow(1, { id, reference: `SO-${id}` }));
		const open = openStages(rows);
		const orderId = { in: 'customerOrderNo' as const, customField: '', prefix: '' };
		const [result] = await open.save([order(1)], { orderId });
		expect(result).toMatchObject({ outcome: 'leftAlone', reason: 'ambiguous' });
		expect(open.payments()).toEqual([]);
	});
});

describe('cancelled orders', () => {
	const cancelled = order(1, { amazon: { fulfillmentStatus: 'CANCELLED' } });

	it('are not created', async () => {
		const open = openStages();
		expect((await open.save([cancelled]))[0]).toMatchObject({
			outcome: 'leftAlone',
			reason: 'cancelled',
		});
		expect(open.orders()).toEqual([]);
	});

	it('are left and told, or made void where asked, but not once dispatched or invoiced', async () => {
		const open = openStages([heldRow(1, { stage: 'New' })]);
		expect((await open.save([cancelled]))[0]).toMatchObject({ reason: 'cancelled' });
		const [voided] = await open.save([cancelled], { cancelled: 'void' });
		expect(voided.outcome).toBe('voided');
		expect(open.row(voided.reference).status).toBe('VOID');
		expect((await open.save([cancelled], { cancelled: 'void' }))[0].outcome).toBe('unchanged');
		expect(open.payments()).toEqual([]);
		for (const [field, reason] of [
			['dispatchedDate', 'dispatched'],
			['invoiceDate', 'voidNotPossible'],
		]) {
			const other = openStages([heldRow(1, { [field]: now })]);
			expect((await other.save([cancelled], { cancelled: 'void' }))[0]).toMatchObject({ reason });
		}
	});
});

describe('codes that are no products in Cin7', () => {
	const lineItems = [{ code: 'NOPE', qty: 1, unitPrice: 5, integrationRef: 'a' }];

	it('are noted, or hold the order where that is asked', async () => {
		const open = openStages([heldRow(3, { lineItems })]);
		const [noted] = await open.save([order(1, { lineItems })]);
		expect(noted).toMatchObject({ outcome: 'created', stage: 'Processing' });
		expect(noted.notes).toEqual(['NOPE is no product in Cin7, so no stock moves for it.']);
		const results = await open.save([order(2, { lineItems }), order(3, { lineItems }), order(4)], {
			unknownProducts: 'hold',
		});
		expect(results).toMatchObject([
			{ outcome: 'held', isNew: true, stage: 'Needs Attention' },
			{ outcome: 'leftAlone', reason: 'unknownProducts' },
			{ outcome: 'created', notes: [] },
		]);
		expect(open.row(order(2).reference)).toMatchObject({ logisticsStatus: 5 });
	});

	it('do not take back what is dispatched', async () => {
		const open = openStages();
		const [result] = await open.save([order(1, { lineItems })], {
			unknownProducts: 'hold',
			placementOf: () => ({ stage: 'Processing', dispatchedDate: now, threePlStatus: 1 }),
		});
		expect(result.outcome).toBe('created');
	});
});

describe('what does not fit', () => {
	it('needed data that is too long is left blank, said, and the order held', async () => {
		const open = openStages();
		const items = [order(1, { deliveryAddress1: 'x'.repeat(10_000), phone: '1'.repeat(99) })];
		const [result] = await open.save(items);
		expect(result).toMatchObject({ outcome: 'held', isNew: true });
		expect(result.notes.join(' ')).toMatch(/Delivery Address 1/);
		expect(result.notes.join(' ')).toMatch(/Cut to what Cin7 keeps: Phone/);
		const row = open.row(result.reference);
		expect(row).toMatchObject({ stage: 'Needs Attention', logisticsStatus: 5, total: 44.98 });
		expect((await open.save(items))[0]).toMatchObject({ reason: 'tooLong', outcome: 'leftAlone' });
	});

	it('hostile texts are data: kept to the letter, and no condition breaks', async () => {
		const open = openStages();
		const firstName = `O'Brien"; <script>alert(1)</script> =HYPERLINK("x") %`;
		const items = [
			order(1, { firstName, reference: "X' OR '1'='1" }),
			order(2, { lastName: 'a\u0000b\u001b[31m' }),
		];
		const results = await open.save(items);
		expect(results.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
		expect(open.row("X' OR '1'='1").firstName).toBe(firstName);
		expect(open.row(order(2).reference).lastName).toBe('a b [31m');
		expect((await open.save(items)).map(({ outcome }) => outcome)).toEqual([
			'leftAlone',
			'leftAlone',
		]);
	});

	it('items without a reference, with a long one, or with amounts that are none are refused', async () => {
		const open = openStages();
		const results = await open.save([
			{ firstName: 'Ada' },
			order(1, { reference: 'R'.repeat(31) }),
			order(2, { freightTotal: 'five' }),
		]);
		expect(results.map(({ reason }) => reason)).toEqual(['noOrderId', 'tooLong', 'unreadable']);
		expect(results[2].message).toContain('freightTotal is not an amount');
		expect(open.orders()).toEqual([]);
	});
});
