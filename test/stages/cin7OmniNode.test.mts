// The node Cin7 Omni: reading any resource, and writing sales orders in bulk.
import { Cin7Omni } from '../../nodes/Cin7Omni/Cin7Omni.node';
import { execute } from './openNode.mts';
import { heldRow, openStages, order, type OpenStages } from './openStages.mts';

const node = new Cin7Omni();

function account(): OpenStages {
	return openStages(
		[1, 2, 3].map((number) =>
			heldRow(number, {
				id: 100 + number,
				stage: number === 3 ? 'New' : 'Needs Attention',
				createdDate: `2026-06-0${number}T00:00:00Z`,
			}),
		),
		undefined,
		{},
		{
			payments: [
				{
					id: 501,
					orderId: 101,
					amount: 44.98,
					method: 'Amazon',
					paymentDate: '2026-06-01T00:00:00Z',
				},
			],
			creditNotes: [{ id: 900, reference: 'CRN-1', salesReference: 'X' }],
			users: [{ id: 7, firstName: 'Mika', lastName: 'Ono', email: 'mika@example.com' }],
		},
	);
}

const getAll = (resource: string, more = {}) => ({ resource, operation: 'getAll', ...more });

it("gets many, as Cin7 has them: by stage, dates, search, and a condition of one's own", async () => {
	const { cin7 } = account();
	const ids = async (filters: object, options: object = {}) =>
		(await execute(node, cin7, [{}], getAll('salesOrder', { filters, options }))).items.map(
			({ id }) => id,
		);
	expect(await ids({ stage: 'Needs Attention' })).toEqual([101, 102]);
	expect(await ids({ stage: 'needs attention, new' })).toEqual([101, 102, 103]);
	expect(await ids({ createdAfter: '2026-06-02T00:00:00Z' })).toEqual([102, 103]);
	expect(await ids({ createdAfter: '2026-06-02', createdBefore: '2026-06-03' })).toEqual([102]);
	expect(await ids({ search: 'buyer2@' })).toEqual([102]);
	expect(await ids({ search: "O'Brien" })).toEqual([]);
	expect(await ids({ stage: 'Needs Attention' }, { where: 'id>101 OR id=1' })).toEqual([102]);
	expect(await ids({}, { newestFirst: true })).toEqual([103, 102, 101]);
});

it('gives all fields as numbers and text, or those that are asked for', async () => {
	const { cin7 } = account();
	const { items } = await execute(node, cin7, [{}], getAll('salesOrder', { limit: 1 }));
	expect(items).toHaveLength(1);
	expect(items[0]).toMatchObject({
		id: 101,
		total: 44.98,
		deliveryCity: 'Sydney',
		logisticsStatus: 5,
	});
	const some = getAll('salesOrder', {
		returnAll: true,
		options: { fields: 'reference, lineItems(code, qty)' },
	});
	expect((await execute(node, cin7, [{}], some)).items[2]).toEqual({
		id: 103,
		reference: order(3).reference,
		lineItems: [{ code: 'TEE', qty: 2 }],
	});
	const odd = getAll('salesOrder', { options: { fields: 'id&where=' } });
	await expect(execute(node, cin7, [{}], odd)).rejects.toThrow('cannot be a field');
});

it('asks once for items that ask for the same', async () => {
	const open = account();
	const { items, paired } = await execute(node, open.cin7, [{}, {}, {}], getAll('branch'));
	expect(items.map(({ company }) => company)).toEqual(['Main Branch', 'FBA Sydney']);
	expect(paired[0]).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect(open.calls()).toEqual(['GET Branches']);
});

it.each([
	['payment', { orderId: 101, method: 'Amazon' }, 501],
	['creditNote', { salesReference: 'X' }, 900],
	['contact', { search: 'amazon' }, 30],
	['user', { search: 'mika' }, 7],
	['product', { search: 'tee' }, 40],
	['branch', { search: 'FBA' }, 2],
])('finds a %s', async (resource, filters, id) => {
	const { cin7 } = account();
	const { items } = await execute(node, cin7, [{}], getAll(resource, { filters }));
	expect(items.map((item) => item.id)).toEqual([id]);
});

it('gets by id or name, all items in one call; one that is missing is named', async () => {
	const open = account();
	const references = [2, 1].map((number) => order(number).reference);
	const parameters = {
		resource: 'salesOrder',
		operation: 'get',
		by: 'name',
		recordName: (item: number) => [...references, 'nowhere'][item],
	};
	const found = await execute(node, open.cin7, [{}, {}], parameters);
	expect(found.items.map(({ id }) => id)).toEqual([102, 101]);
	expect(open.calls()).toEqual(['GET SalesOrders']);
	await expect(execute(node, open.cin7, [{}, {}, {}], parameters)).rejects.toMatchObject({
		message: 'There is no sales order nowhere in Cin7',
	});
	const { items } = await execute(node, open.cin7, [{}, {}, {}], parameters, {
		continueOnFail: true,
	});
	expect(items[2]).toEqual({ error: 'There is no sales order nowhere in Cin7' });
	const payment = { resource: 'payment', operation: 'get', recordId: '501' };
	expect((await execute(node, open.cin7, [{}], payment)).items).toMatchObject([{ amount: 44.98 }]);
});

const upsert = { resource: 'salesOrder', operation: 'upsert', dataMode: 'autoMapInputData' };

it('creates or updates: one write for all items of a kind, read back, and twice changes nothing', async () => {
	const open = account();
	const { payments: _, ...created } = order(9);
	const items = [
		{ ...created, amazon: { isPending: false }, notAField: 1 },
		{ reference: order(1).reference, stage: 'Processing', lastName: '' },
	];
	const { items: saved } = await execute(node, open.cin7, items, upsert);
	expect(saved).toMatchObject([
		{ reference: order(9).reference, total: 44.98, stage: 'New' },
		{ id: 101, stage: 'Processing', lastName: 'Quill' },
	]);
	expect(open.calls()).toEqual([
		'GET SalesOrders',
		'POST SalesOrders',
		'PUT SalesOrders',
		'GET SalesOrders',
	]);
	await execute(node, open.cin7, items, upsert);
	expect(open.row(order(9).reference).lineItems).toHaveLength(1);
	expect(open.orders()).toHaveLength(4);
});

it('500 items are written in 2 calls', async () => {
	const open = openStages(
		Array.from({ length: 500 }, (_, index) => heldRow(index, { id: 1000 + index })),
	);
	const items = Array.from({ length: 500 }, (_, index) => ({
		id: 1000 + index,
		stage: 'New',
		total: 1,
	}));
	const update = { ...upsert, operation: 'update' };
	const { items: saved } = await execute(node, open.cin7, items, update);
	expect(saved.every(({ stage, total }) => stage === 'New' && total === 44.98)).toBe(true);
	expect(open.calls().filter((call) => call.startsWith('PUT'))).toHaveLength(2);
});

it('an order that Cin7 refuses is named, the others are saved', async () => {
	const open = account();
	const items = [
		{ id: 101, branchId: 99 },
		{ id: 102, stage: 'Ready' },
	];
	const run = execute(node, open.cin7, items, { ...upsert, operation: 'update' });
	await expect(run).rejects.toMatchObject({
		message: 'Cin7 refused to change sales order 101: Branch 99 was not found.',
		description: '1 of 2 sales orders were saved. Put this one right, then run again.',
	});
	expect(open.row(order(2).reference).stage).toBe('Ready');
	const missing = execute(node, open.cin7, [{ reference: 'nowhere', stage: 'x' }], {
		...upsert,
		operation: 'update',
	});
	await expect(missing).rejects.toThrow('There is no sales order nowhere in Cin7.');
});

it('answers that get lost double nothing', async () => {
	for (const committed of [true, false]) {
		const open = account();
		const { payments: _, ...row } = order(9);
		for (const method of ['POST', 'PUT'] as const) {
			open.fault({ method, resource: 'SalesOrders' }, { type: 'status500', committed });
		}
		const items = [row, { id: 101, stage: 'Ready' }];
		const { items: saved } = await execute(node, open.cin7, items, upsert);
		expect(saved.map(({ stage }) => stage)).toEqual(['New', 'Ready']);
		expect(open.row(order(9).reference).lineItems).toHaveLength(1);
	}
});

it('fields typed in the panel, order by order', async () => {
	const { cin7, row } = account();
	const parameters = {
		resource: 'salesOrder',
		operation: 'update',
		dataMode: 'defineBelow',
		by: 'reference',
		orderReference: order(1).reference,
		fieldsJson: '{"trackingCode": "ABC", "phone": ""}',
	};
	await execute(node, cin7, [{}], parameters);
	expect(row(order(1).reference)).toMatchObject({ trackingCode: 'ABC' });
	const odd = { ...parameters, fieldsJson: '[1' };
	await expect(execute(node, cin7, [{}], odd)).rejects.toThrow('Fields is not a JSON object');
});

const update = { resource: 'salesOrder', operation: 'update', dataMode: 'autoMapInputData' };
const { reference } = order(1);
const newLine = { code: 'TEE', qty: 1, unitPrice: 5 };

it('a field that Cin7 ignores is named in the item and in a hint', async () => {
	const open = account();
	open.fault(
		{ method: 'PUT', resource: 'SalesOrders' },
		{ type: 'fieldIgnored', fields: ['stage'] },
	);
	const items = [{ reference, stage: 'Ready', trackingCode: 'A1' }];
	const { items: saved, hints } = await execute(node, open.cin7, items, update);
	expect(saved).toMatchObject([{ stage: 'Needs Attention', notKept: ['stage'] }]);
	expect(hints[0]).toContain(`Sales order ${reference} reads otherwise than it was sent: stage.`);
	const fine = await execute(node, open.cin7, items, update);
	expect([fine.items[0].notKept, fine.hints]).toEqual([undefined, []]);
});

it('an answer that is lost is settled by reading back, however often', async () => {
	for (const committed of [true, false]) {
		const open = account();
		const fault = { method: 'PUT' as const, resource: 'SalesOrders', times: 0 };
		open.fault(fault, { type: 'status500', committed });
		const run = execute(node, open.cin7, [{ reference, dispatchedDate: '2026-06-01' }], update);
		if (committed) expect((await run).items[0].dispatchedDate).toContain('2026-06-01');
		else
			await expect(run).rejects.toThrow(
				'was lost, and it reads otherwise than it was sent: dispatchedDate.',
			);
	}
});

it('lines whose answer is lost are added once, and looked for before anybody is told otherwise', async () => {
	for (const committed of [true, false]) {
		const open = account();
		open.fault({ method: 'PUT', resource: 'SalesOrders' }, { type: 'status500', committed });
		const items = [{ reference, lineItems: [newLine] }];
		const run = execute(node, open.cin7, items, { ...update, options: { addLineItems: true } });
		if (committed) expect((await run).items[0].lineItems).toHaveLength(2);
		else await expect(run).rejects.toThrow('lineItems');
		expect(open.row(reference).lineItems).toHaveLength(committed ? 2 : 1);
	}
	const open = account();
	open.fault({ method: 'POST', resource: 'SalesOrders' }, { type: 'status500', committed: true });
	const items = [{ reference: 'NEW-1', lineItems: [newLine] }];
	await execute(node, open.cin7, items, { ...upsert, options: { addLineItems: true } });
	expect(open.row('NEW-1').lineItems).toHaveLength(1);
});

it('Define Below adds lines only when that is asked', async () => {
	const open = account();
	const parameters = {
		...update,
		dataMode: 'defineBelow',
		by: 'reference',
		orderReference: reference,
		fieldsJson: JSON.stringify({ lineItems: [newLine] }),
	};
	const run = execute(node, open.cin7, [{}], parameters);
	await expect(run).rejects.toMatchObject({
		message: 'Fields has line items without an ID',
		description: expect.stringContaining('Add Line Items'),
	});
	expect(open.row(reference).lineItems).toHaveLength(1);
	await execute(node, open.cin7, [{}], { ...parameters, addLineItems: true });
	expect(open.row(reference).lineItems).toHaveLength(2);
	const again = { ...parameters, operation: 'upsert' };
	await execute(node, open.cin7, [{}], again);
	expect(open.row(reference).lineItems).toHaveLength(2);
});
