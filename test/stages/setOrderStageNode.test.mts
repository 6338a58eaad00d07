// The node Set Order Stage: its panel, and what it gives.
import { SetOrderStage } from '../../nodes/SetOrderStage/SetOrderStage.node';
import { execute } from './openNode.mts';
import { codes, heldRow, openStages, order } from './openStages.mts';

const node = new SetOrderStage();
const credential = { doNotTransferStatus: '5' };
const locator = (value: string | number) => ({ mode: 'list', value });

it('applies the defaults of the panel, and gives one item per order', async () => {
	const open = openStages([heldRow(2, { lastName: '' })]);
	const { items, paired } = await execute(
		node,
		open.cin7,
		[order(1), order(2)],
		{
			operation: 'applyDefaults',
			createMissing: true,
			defaultStage: locator('Processing'),
			autoDispatch: true,
			defaultThreePlStatus: locator('1'),
		},
		{ credential },
	);
	expect(items).toMatchObject([
		{ reference: order(1).reference, outcome: 'created', stage: 'Processing', isNew: true },
		{
			reference: order(2).reference,
			outcome: 'released',
			changes: [
				{ label: 'Last Name', field: 'lastName', before: '', after: 'Quill' },
				{ label: 'Stage', before: 'Needs Attention', after: 'Processing' },
				{ label: 'Fully Dispatched', before: '' },
				{ label: '3PL Status', before: '5', after: '1' },
			],
		},
	]);
	expect(paired).toEqual([[{ item: 0 }], [{ item: 1 }]]);
	expect(items.some((item) => 'error' in item)).toBe(false);
});

it('holds with the code of the credential, or of the options', async () => {
	const open = openStages();
	const parameters = { operation: 'hold', createMissing: true };
	await execute(node, open.cin7, [order(1)], parameters, { credential });
	expect(open.row(order(1).reference).logisticsStatus).toBe(5);
	const options = { doNotTransferStatus: locator(8) };
	await execute(node, open.cin7, [order(2)], { ...parameters, options }, { credential });
	expect(open.row(order(2).reference).logisticsStatus).toBe(8);
	const { items } = await execute(node, open.cin7, [order(3)], parameters);
	expect(items[0].notes.join(' ')).toContain('Do Not Transfer');
});

it('by hand: each item its own stage, date and 3PL status; a day stays that day', async () => {
	const open = openStages([heldRow(1), heldRow(2)]);
	await execute(node, open.cin7, [order(1), order(2)], {
		operation: 'setManually',
		createMissing: false,
		stage: (item: number) => ['Ready', 'Collected'][item],
		dispatchedDate: (item: number) => ['', '2026-06-01'][item],
		threePlStatus: locator('2'),
	});
	expect(open.row(order(1).reference)).toMatchObject({ stage: 'Ready', dispatchedDate: null });
	const second = open.row(order(2).reference);
	expect(second).toMatchObject({ stage: 'Collected', logisticsStatus: 2 });
	const inSydney = new Date(second.dispatchedDate).toLocaleDateString('en-CA', {
		timeZone: 'Australia/Sydney',
	});
	expect([inSydney, second.dispatchedDate.slice(0, 10)]).toEqual(['2026-06-01', '2026-06-01']);
});

it('reads its parameters once, however many items come in', async () => {
	const counts = [];
	for (const count of [1, 40]) {
		const open = openStages();
		const items = Array.from({ length: count }, (_, index) => order(index));
		const parameters = { operation: 'applyDefaults', createMissing: true };
		counts.push((await execute(node, open.cin7, items, parameters)).parametersRead);
	}
	expect(counts[1]).toBe(counts[0]);
});

it.each([
	[{ operation: 'applyDefaults', defaultStage: locator('') }, 'Default Stage is empty'],
	[
		{ operation: 'applyDefaults', defaultThreePlStatus: locator('Do Not Transfer') },
		'Default 3PL Status is "Do Not Transfer"; Cin7 has whole numbers here',
	],
	[
		{ operation: 'hold', options: { orderIdIn: 'customField' } },
		'The order ID is to be found in a custom field, but none is named',
	],
	[
		{ operation: 'hold', options: { customer: 'contact' } },
		'Customer is One Contact, but none is chosen',
	],
	[
		{ operation: 'hold', branchRules: { rules: [{ by: 'fulfilledBy', value: 'AMAZON' }] } },
		'Rule 1 of Other Branches is not complete',
	],
	[
		{ operation: 'setManually', createMissing: false, dispatchedDate: 'tomorrow' },
		'Fully Dispatched is "tomorrow", which is not a date',
	],
])(
	'a panel that does not fit is named before anything is asked of Cin7: %j',
	async (given, text) => {
		const open = openStages();
		const run = execute(node, open.cin7, [order(1)], { createMissing: true, ...given });
		await expect(run).rejects.toMatchObject({ message: text });
		expect(open.calls()).toEqual([]);
	},
);

it('refused orders come out with their reason and a hint, or stop the workflow where asked', async () => {
	const bad = { ...order(1), freightTotal: 'five' };
	const open = openStages();
	const parameters = { operation: 'applyDefaults', createMissing: true };
	const { items, hints } = await execute(node, open.cin7, [bad, order(2)], parameters);
	expect(items.map(({ outcome }) => outcome)).toEqual(['refused', 'created']);
	expect(hints[0]).toContain('1 of 2 orders could not be saved in full.');
	const stop = { ...parameters, options: { stopWhenRefused: true } };
	await expect(execute(node, open.cin7, [bad, order(3)], stop)).rejects.toMatchObject({
		message: expect.stringContaining('freightTotal is not an amount'),
	});
	expect(open.row(order(3).reference)).toBeDefined();
});

it('when Cin7 cannot be asked, the node stops, or goes on where it is told to', async () => {
	const open = openStages();
	open.fault({ times: 0 }, { type: 'wholeCall400', message: 'Closed for today.' });
	const parameters = { operation: 'hold', createMissing: true };
	const items = [order(1), order(2)];
	const sent = execute(node, open.cin7, items, parameters, { continueOnFail: true });
	expect((await sent).items).toEqual([
		{ error: expect.stringContaining('Closed for today.') },
		{ error: expect.stringContaining('Closed for today.') },
	]);
});

it('cancelled, branches and where the order id stands are settings', async () => {
	const open = openStages([
		heldRow(1, { reference: 'SO-1', customerOrderNo: `A-${order(1).reference}`, stage: 'New' }),
	]);
	const cancelled = order(1, { amazon: { isCancelled: true } });
	const { items } = await execute(node, open.cin7, [cancelled, order(2)], {
		operation: 'applyDefaults',
		createMissing: true,
		branch: locator('2'),
		options: { orderIdIn: 'customerOrderNo', orderIdPrefix: 'A-', cancelled: 'void' },
	});
	expect(items.map(({ outcome }) => outcome)).toEqual(['voided', 'created']);
	expect(open.row(order(2).reference)).toMatchObject({
		branchId: 2,
		customerOrderNo: `A-${order(2).reference}`,
		stage: 'New',
		logisticsStatus: null,
	});
	expect(codes.doNotTransfer).toBe(5);
});

it('what becomes of shipped orders, of those of other channels and of placeholders are settings', async () => {
	const shipped = order(1, { amazon: { status: 'SHIPPED' } });
	const partly = order(2, { amazon: { status: 'PARTIALLY_SHIPPED' } });
	const elsewhere = order(3, { amazon: { soldOn: 'NON_AMAZON' } });
	const vague = order(4, { company: 'n/a' });
	const items = [shipped, partly, elsewhere, vague];
	const saved = async (options: object) => {
		const open = openStages();
		const parameters = { operation: 'applyDefaults', createMissing: true, options };
		const { items: results } = await execute(node, open.cin7, items, parameters, { credential });
		return {
			outcomes: results.map(({ outcome }) => outcome),
			dispatched: open.row(shipped.reference).dispatchedDate !== null,
			company: open.row(vague.reference).company ?? '',
		};
	};
	expect(await saved({})).toEqual({
		outcomes: ['created', 'held', 'leftAlone', 'created'],
		dispatched: true,
		company: '',
	});
	const lenient = {
		shipped: 'likeOthers',
		unshippable: 'likeOthers',
		soldElsewhere: 'likeOthers',
		placeholders: '',
	};
	expect(await saved(lenient)).toEqual({
		outcomes: ['created', 'created', 'created', 'created'],
		dispatched: false,
		company: 'n/a',
	});
});
