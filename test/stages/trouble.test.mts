// Answers that get lost, two runs at once, and people who edit meanwhile: what Cin7 must hold after it, and after one more run.
import type { Transport } from '../../lib/cin7/transport';
import type { Cin7 } from '../../sandbox/cin7/cin7.mts';
import type { FaultEffect } from '../../sandbox/cin7/faults.mts';
import { heldRow, now, openStages, order, type OpenStages } from './openStages.mts';

const some = [1, 2, 3, 4, 5].map((number) => order(number));

/** Runs `step` once, before the first call that matches. */
function once(
	matches: (method: string, path: string, seen: number) => boolean,
	step: (cin7: Cin7) => unknown,
	when: 'before' | 'after' = 'before',
): (transport: Transport, cin7: Cin7) => Transport {
	let done = false;
	let seen = 0;
	return (transport, cin7) => async (exchange) => {
		const isIt = !done && matches(exchange.method, exchange.path, (seen += 1));
		if (isIt) done = true;
		if (isIt && when === 'before') await step(cin7);
		const answer = await transport(exchange);
		if (isIt && when === 'after') await step(cin7);
		return answer;
	};
}

function expectEachOnce(open: OpenStages, items = some): void {
	const references = open.orders().map(({ reference }) => reference);
	expect(references.sort()).toEqual(items.map(({ reference }) => reference).sort());
	expect(
		open
			.payments()
			.map(({ transactionRef }) => transactionRef)
			.sort(),
	).toEqual(references.sort());
	for (const { lineItems, total } of open.orders()) {
		// A line that two runs added at once stays in Cin7, of no quantity.
		expect(lineItems.filter(({ qty }: { qty: number }) => qty > 0)).toHaveLength(1);
		expect(total).toBe(44.98);
	}
}

const lost: FaultEffect[] = [
	{ type: 'status500', committed: true },
	{ type: 'status500', committed: false },
	{ type: 'status500', committed: true, committedRows: 2 },
	{ type: 'timeout', committed: true },
	{ type: 'timeout', committed: false },
	{ type: 'reset', committed: true },
	{ type: 'truncated' },
	{ type: 'html', committed: true },
];

describe.each(lost)('an answer is lost: %j', (effect) => {
	it('to the creation of orders: each is there once', async () => {
		const open = openStages();
		open.fault({ method: 'POST', resource: 'SalesOrders' }, effect);
		const results = await open.save(some);
		expect(results.map(({ outcome }) => outcome)).toEqual(some.map(() => 'created'));
		expectEachOnce(open);
	});

	it('to the creation of payments: each is there once', async () => {
		const open = openStages();
		open.fault({ method: 'POST', resource: 'Payments' }, effect);
		const results = await open.save(some);
		expect(results.flatMap(({ payments }) => payments.map(({ outcome }) => outcome))).toEqual(
			some.map(() => 'created'),
		);
		expectEachOnce(open);
	});

	it('to a release with dispatch date: released, said so, and once only', async () => {
		const open = openStages(some.map((_, index) => heldRow(index + 1, { lastName: '' })));
		open.fault(
			{ method: 'PUT', resource: 'SalesOrders', bodyIncludes: '"dispatchedDate"' },
			effect,
		);
		const results = await open.save(some, {
			placementOf: () => ({ stage: 'Processing', dispatchedDate: now, threePlStatus: 1 }),
		});
		for (const result of results) {
			expect(result.outcome).toBe('released');
			expect(result.changes.map(({ field }) => field)).toEqual([
				'lastName',
				'stage',
				'dispatchedDate',
				'logisticsStatus',
			]);
		}
		for (const row of open.orders()) {
			expect(row).toMatchObject({ stage: 'Processing', dispatchedDate: now, logisticsStatus: 1 });
		}
	});

	it('to lines being added: each order has them once', async () => {
		const open = openStages(
			some.map((_, index) => heldRow(index + 1, { lineItems: [], freightTotal: 0 })),
		);
		open.fault({ method: 'PUT', resource: 'SalesOrders', bodyIncludes: '"lineItems"' }, effect);
		const results = await open.save(some);
		expect(results.map(({ outcome }) => outcome)).toEqual(some.map(() => 'released'));
		expectEachOnce(open);
	});
});

it.each(['SalesOrders', 'Payments'])(
	'%s are looked up before they are sent again',
	async (resource) => {
		for (const committed of [true, false]) {
			const open = openStages();
			open.fault({ method: 'POST', resource }, { type: 'timeout', committed });
			await open.save(some);
			const calls = open.calls().filter((call) => call.endsWith(resource));
			const post = calls.indexOf(`POST ${resource}`);
			expect(calls[post + 1]).toBe(`GET ${resource}`);
			expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(committed ? 1 : 2);
		}
	},
);

it.each(['row', 'wholeCall'] as const)(
	'references that exist after all, refused by %s: nothing is doubled or lost',
	async (duplicateReference) => {
		// Dated long ago in Cin7, so that a look-up by date does not see them.
		const many = Array.from({ length: 300 }, (_, index) => order(index));
		const old = [7, 260].map((number) => heldRow(number, { createdDate: '2026-01-05T00:00:00Z' }));
		const open = openStages(old, undefined, { duplicateReference });
		const results = await open.save(many);
		expect(results.filter(({ outcome }) => outcome === 'created')).toHaveLength(298);
		expect(results.filter(({ outcome }) => outcome === 'released')).toHaveLength(2);
		expectEachOnce(open, many);
	},
);

it('two runs at once, wherever the second starts: each order and payment once', async () => {
	for (let turn = 1; turn <= 8; turn += 1) {
		for (const when of ['before', 'after'] as const) {
			const open: OpenStages = openStages(
				[heldRow(1, { lastName: '' }), heldRow(2, { lineItems: [], freightTotal: 0 })],
				once(
					(_method, _path, seen) => seen === turn,
					async () => await open.save(some),
					when,
				),
			);
			const results = await open.save(some);
			expect(results.every(({ outcome }) => outcome !== 'refused')).toBe(true);
			expectEachOnce(open);
			expect(open.orders().every(({ stage }) => stage === 'Processing')).toBe(true);
		}
	}
});

it('a run that dies after any call is finished by the next', async () => {
	for (let turn = 1; turn <= 9; turn += 1) {
		let isDead = false;
		const open = openStages(
			[heldRow(1, { lastName: '' }), heldRow(2, { lineItems: [], freightTotal: 0 })],
			once(
				(_method, _path, seen) => seen === turn && !isDead,
				() => {
					isDead = true;
					throw new Error('killed');
				},
				'after',
			),
		);
		await open.save(some).catch(() => undefined);
		await open.save(some);
		expectEachOnce(open);
	}
});

it('what a person edits between read and write stays, in every other field', async () => {
	const edits = { deliveryCity: 'Perth', phone: '555 0100', internalComments: 'Call first' };
	const id = 4711;
	const open = openStages(
		[heldRow(1, { id, lastName: '' })],
		once(
			(method) => method === 'PUT',
			(cin7) => cin7.person({ resource: 'SalesOrders', id, set: edits }),
		),
	);
	const [result] = await open.save([order(1)]);
	expect(result.outcome).toBe('released');
	expect(open.row(result.reference)).toMatchObject({ ...edits, lastName: 'Quill' });
});

it('an order that a person moves on after the look-up stays where it was moved', async () => {
	const id = 4711;
	const open = openStages(
		[heldRow(1, { id, lastName: '' })],
		once(
			(method) => method === 'GET',
			(cin7) => cin7.person({ resource: 'SalesOrders', id, set: { stage: 'Collected' } }),
			'after',
		),
	);
	expect((await open.save([order(1)]))[0]).toMatchObject({ reason: 'otherStage' });
	expect(open.row(order(1).reference)).toMatchObject({ stage: 'Collected', lastName: '' });
});

it('doubled payments of ours are taken away, the lowest id stays; those of others and reconciled ones never', async () => {
	const payment = (id: number, number: number, changes = {}) => ({
		id,
		orderId: 100 + number,
		amount: 44.98,
		method: 'Amazon',
		transactionRef: order(number).reference,
		...changes,
	});
	const open = openStages(
		[1, 2, 3, 4].map((number) => heldRow(number, { id: 100 + number, stage: 'New' })),
		undefined,
		{},
		{
			payments: [
				payment(51, 1),
				payment(52, 1),
				payment(53, 2),
				payment(54, 2, { reconcileDate: now }),
				payment(55, 3, { transactionRef: 'typed by hand' }),
				payment(56, 4),
				payment(57, 4, { amount: 1 }),
			],
		},
	);
	const results = await open.save([1, 2, 3, 4].map((number) => order(number)));
	expect(open.payments().map(({ id }) => id)).toEqual([51, 54, 55, 56, 57]);
	expect(results.map(({ payments }) => payments[0].outcome)).toEqual([
		'alreadyThere',
		'alreadyThere',
		'leftAlone',
		'alreadyThere',
	]);
});

it('pending orders get no payment, and none is added where that is not asked', async () => {
	const open = openStages();
	await open.save([order(1, { amazon: { fulfillmentStatus: 'PENDING' } })], { operation: 'hold' });
	await open.save([order(2)], { payments: 'none' });
	await open.save([order(3)], { payments: 'notHeld', operation: 'hold' });
	expect(open.payments()).toEqual([]);
	await open.save([order(3)]);
	expect(open.payments()).toHaveLength(1);
});

it('void and draft orders get no payment', async () => {
	const open = openStages([heldRow(1, { isVoid: true }), heldRow(2, { isApproved: false })]);
	await open.save([order(1), order(2)]);
	expect(open.payments()).toEqual([]);
});

it('an order whose lines Cin7 refuses is held without them, not lost, and healed later', async () => {
	const open = openStages();
	const words = "Product 'TEE' was not found.";
	open.fault(
		{ method: 'POST', resource: 'SalesOrders' },
		{ type: 'rowFailure', index: 1, message: words },
	);
	const results = await open.save(some);
	expect(results.map(({ outcome }) => outcome)).toEqual([
		'created',
		'held',
		'created',
		'created',
		'created',
	]);
	expect(results[1].notes.join(' ')).toContain(words);
	const held = open.row(results[1].reference);
	expect(held).toMatchObject({ stage: 'Needs Attention', lineItems: [], logisticsStatus: 5 });
	expect(held.internalComments).toContain('2 x TEE at 19.99');
	expect((await open.save(some))[1].outcome).toBe('released');
	expectEachOnce(open);
});

it('an order that Cin7 refuses however it is sent is named, with the words of Cin7', async () => {
	const open = openStages();
	const fault = { method: 'POST' as const, resource: 'SalesOrders', bodyIncludes: 'buyer3@' };
	open.fault(
		{ ...fault, times: 0 },
		{ type: 'wholeCall400', message: 'The record of buyer is invalid.' },
	);
	const results = await open.save(some);
	expect(results[2]).toMatchObject({ outcome: 'refused', reason: 'refusedByCin7' });
	expect(results[2].message).toContain(some[2].reference);
	expect(results[2].message).toContain('The record of buyer is invalid.');
	expect(results.filter(({ outcome }) => outcome === 'created')).toHaveLength(4);
	expect(open.orders()).toHaveLength(4);
});

it('a field that the account does not keep is noticed: a stage loudly, a text in a note', async () => {
	const open = openStages([heldRow(1), heldRow(2, { deliveryState: '' })]);
	open.fault(
		{ method: 'PUT', resource: 'SalesOrders', times: 0 },
		{ type: 'fieldIgnored', fields: ['deliveryState'] },
	);
	const [, second] = await open.save([order(1), order(2)]);
	expect(second).toMatchObject({ outcome: 'released' });
	expect(second.notes.join(' ')).toContain('Delivery State');
	const other = openStages([heldRow(1)]);
	other.fault(
		{ method: 'PUT', resource: 'SalesOrders', times: 0 },
		{ type: 'fieldIgnored', fields: ['stage'] },
	);
	expect((await other.save([order(1)]))[0]).toMatchObject({
		outcome: 'refused',
		reason: 'notKept',
	});
});

it('a held order whose 3PL status is not kept is told of loudly, new or not', async () => {
	for (const rows of [[], [heldRow(1, { stage: 'New', logisticsStatus: 1 })]]) {
		const open = openStages(rows);
		open.fault({ times: 0 }, { type: 'fieldIgnored', fields: ['logisticsStatus'] });
		const [result] = await open.save([order(1)], { operation: 'hold', touchStages: 'any' });
		expect(result).toMatchObject({ outcome: 'refused', reason: 'notKept' });
		expect(result.message).toContain('3PL Status');
	}
});

it('a limit that is reached half-way stops the run; the next goes on', async () => {
	const many = Array.from({ length: 300 }, (_, index) => order(index));
	const open = openStages();
	open.fault(
		{ method: 'POST', resource: 'SalesOrders', nth: 2 },
		{ type: 'throttled', retryAfter: 90_000 },
	);
	await expect(open.save(many)).rejects.toMatchObject({ kind: 'limit' });
	expect(open.orders()).toHaveLength(250);
	await open.save(many);
	expectEachOnce(open, many);
});
