// Money and quantities: nothing that the channel does not confirm is saved, released or paid.
import { completenessCheck } from '../../lib/completeness/check';
import { defaultSettings } from '../../lib/completeness/settings';
import { heldRow, openStages, order } from './openStages.mts';

const { reference, lineItems } = order(1);
const [line] = lineItems;

describe('an order that is not confirmed yet, which has no prices', () => {
	const pending = order(1, {
		amazon: { status: 'PENDING', isPending: true },
		currencyCode: '',
		lineItems: [{ ...line, unitPrice: '0' }],
		payments: [],
	});

	it.each(['defaults', 'hold', 'manual'] as const)('is not created (%s)', async (operation) => {
		const open = openStages();
		const [result] = await open.save([pending], { operation });
		expect(result).toMatchObject({ outcome: 'leftAlone', reason: 'pending', orderId: 0 });
		expect(result.message).toBe(
			`${reference} is not confirmed by Amazon yet and comes again once it is, so it was not created.`,
		);
		expect(open.orders()).toEqual([]);
		const [paid] = await open.save([order(1)]);
		expect(paid).toMatchObject({ outcome: 'created', payments: [{ outcome: 'created' }] });
		expect(open.row(reference)).toMatchObject({ total: 44.98, currencyCode: 'AUD' });
	});

	it('is not changed in Cin7, and adds no lines there', async () => {
		const open = openStages([heldRow(1, { lineItems: [], lastName: '' })]);
		const before = open.orders();
		expect((await open.save([pending]))[0]).toMatchObject({ reason: 'pending' });
		expect(open.orders()).toEqual(before);
		await open.save([pending], {
			operation: 'manual',
			placementOf: () => ({ stage: '', dispatchedDate: null, threePlStatus: null }),
		});
		expect(open.row(reference)).toMatchObject({ lineItems: [], lastName: 'Quill' });
	});

	it('needs attention, with a reason of its own', () => {
		const verdict = completenessCheck(defaultSettings)(pending);
		expect(verdict).toMatchObject({ needsAttention: { reason: 'pending' } });
	});
});

describe('a held order is released only with the money and quantities of the channel', () => {
	const held = (changes: object) => heldRow(1, { ...changes, lastName: '' });
	const priced = { ...line, qty: 2, unitPrice: 19.99, discount: 0, taxRate: 10 };
	const none = { discountTotal: '0.00', surcharge: '0.00' };
	const paid = (amount: string) => order(1).payments.map((one) => ({ ...one, amount }));

	it.each([
		[
			'no price',
			{ lineItems: [{ ...priced, unitPrice: 0 }] },
			'TEE comes to 39.98 in the channel, to 0.00 in Cin7',
		],
		[
			'another quantity',
			{ lineItems: [{ ...priced, qty: 3 }] },
			'the channel has 2 of TEE, Cin7 has 3',
		],
		[
			'a discount',
			{ lineItems: [{ ...priced, discount: 1 }] },
			'TEE comes to 39.98 in the channel, to 38.98 in Cin7',
		],
		[
			'a line more',
			{ lineItems: [priced, { code: 'CAP', qty: 1, unitPrice: 5 }] },
			'the channel comes to 44.98 AUD, Cin7 to 49.98 AUD',
		],
		['no freight', { freightTotal: 0 }, 'the channel comes to 44.98 AUD, Cin7 to 39.98 AUD'],
		['another currency', { currencyCode: 'NZD' }, 'the channel has the currency AUD, Cin7 has NZD'],
		[
			'lines known by their product, another quantity',
			{ lineItems: [{ ...priced, integrationRef: '', qty: 1, unitPrice: 39.98 }] },
			'the channel has 2 of TEE, Cin7 has 1',
		],
		[
			'another total where prices have other taxes',
			{ taxStatus: 'Excl' },
			'the channel comes to 44.98 AUD, Cin7 to',
		],
	])('%s', async (_, changes, why) => {
		const open = openStages([held(changes)]);
		const [result] = await open.save([order(1)], { payments: 'none' });
		expect(result).toMatchObject({ outcome: 'held', reason: 'moneyDiffers' });
		expect(result.message).toContain(`${reference} stays at Needs Attention: ${why}`);
		expect(result.message).toContain('Correct it in Cin7 or release it by hand.');
		expect(open.row(reference)).toMatchObject({ stage: 'Needs Attention', lastName: 'Quill' });
		const [again] = await open.save([order(1)], { payments: 'none' });
		expect(again).toMatchObject({ outcome: 'leftAlone', reason: 'moneyDiffers' });
		const [byHand] = await open.save([order(1)], { operation: 'manual', payments: 'none' });
		expect(byHand.outcome).toBe('released');
	});

	it.each([
		[
			'a split line',
			{
				lineItems: [
					{ ...priced, qty: 1 },
					{ ...priced, qty: 1 },
				],
			},
		],
		['the product put right', { lineItems: [{ ...priced, code: 'TEE-M' }] }],
		[
			'another product for the same money',
			{ lineItems: [{ code: 'CAP', qty: 1, unitPrice: 39.98 }] },
		],
	])('%s keeps nothing back', async (_, changes) => {
		const open = openStages([held(changes)]);
		const [result] = await open.save([order(1)]);
		expect([result.outcome, result.message]).toEqual(['released', expect.any(String)]);
	});

	/** As Cin7's own integrations may have it: the same money, stated otherwise. */
	it.each([
		[
			'a promotion that is on the order instead of the line',
			{ lineItems: [priced], discountTotal: -4 },
			{ lineItems: [{ ...line, discount: '4.00' }], ...none, payments: paid('40.98') },
		],
		[
			'a promotion that is on the line instead of the order',
			{ lineItems: [{ ...priced, discount: 4 }] },
			{ discountTotal: '-4.00', payments: paid('40.98') },
		],
		[
			'a price for one in parts of a cent',
			{ lineItems: [{ ...priced, qty: 3, unitPrice: 3.3333 }], discountTotal: -1 },
			{
				lineItems: [{ ...line, qty: '3', unitPrice: '3.34', discount: '1.02' }],
				...none,
				payments: paid('14.00'),
			},
		],
		[
			'shipping as a line of its own',
			{ lineItems: [priced, { code: 'SHIPPING', qty: 1, unitPrice: 5 }], freightTotal: 0 },
			{},
		],
		[
			'prices without tax',
			{
				lineItems: [{ ...priced, unitPrice: 18.1727 }],
				taxStatus: 'Excl',
				taxRate: 10,
				freightTotal: 4.5455,
			},
			{},
		],
	])('%s keeps nothing back', async (_, changes, says) => {
		const open = openStages([held(changes)]);
		const item = order(1, { amazon: { status: 'UNSHIPPED' }, ...says });
		const [result] = await open.save([item], { payments: 'none' });
		expect([result.outcome, result.message]).toEqual(['released', expect.any(String)]);
	});

	it.each([
		['of another size', { lineItems: [priced], discountTotal: -3 }],
		['with another price', { lineItems: [{ ...priced, unitPrice: 18.99 }], discountTotal: -2 }],
	])('a promotion on the order %s does', async (_, changes) => {
		const open = openStages([held(changes)]);
		const lines = [{ ...line, discount: '4.00' }];
		const says = { lineItems: lines, ...none, payments: paid('40.98') };
		const item = order(1, { amazon: { status: 'UNSHIPPED' }, ...says });
		expect((await open.save([item], { payments: 'none' }))[0]).toMatchObject({
			outcome: 'held',
			reason: 'moneyDiffers',
		});
	});

	it('a discount that was moved from one line to another does', async () => {
		const cap = { code: 'CAP', integrationRef: 'second' };
		const there = [priced, { ...priced, ...cap, discount: 4 }];
		const lines = [
			{ ...line, discount: '4.00' },
			{ ...line, ...cap },
		];
		const open = openStages([held({ lineItems: there })]);
		const [result] = await open.save([order(1, { lineItems: lines, ...none })], {
			payments: 'none',
		});
		expect(result).toMatchObject({ outcome: 'held', reason: 'moneyDiffers' });
		expect(result.message).toContain('TEE comes to 35.98 in the channel, to 39.98 in Cin7');
	});

	it('a line that the channel cancelled meanwhile', async () => {
		const two = [line, { ...line, integrationRef: 'second', code: 'CAP' }];
		const later = [line, { ...two[1], qty: '0', unitPrice: '0' }];
		const amazon = { status: 'UNSHIPPED' };
		const open = openStages();
		await open.save([order(1, { lineItems: two, amazon })], { operation: 'hold' });
		const [result] = await open.save([order(1, { lineItems: later, amazon })]);
		expect(result).toMatchObject({ reason: 'moneyDiffers' });
		expect(result.message).toContain('Amazon has 0 of CAP, Cin7 has 2.');
	});

	it('what Amazon was paid, where the lines of the item are those of Cin7', async () => {
		const open = openStages([held({ lineItems: [{ ...priced, qty: 1 }] })]);
		const { lineItems: lines, freightTotal } = open.row(reference);
		const item = order(1, { lineItems: lines, freightTotal, amazon: { status: 'UNSHIPPED' } });
		const [result] = await open.save([item]);
		expect(result).toMatchObject({ reason: 'moneyDiffers' });
		expect(result.message).toContain('Amazon comes to 44.98 AUD, Cin7 to 24.99 AUD.');
	});

	it('an item that says nothing of money is not compared', async () => {
		const open = openStages([held({ lineItems: [{ code: 'CAP', qty: 1, unitPrice: 5 }] })]);
		const [result] = await open.save([{ reference, lastName: 'Quill' }]);
		expect(result.outcome).toBe('released');
	});
});

describe('payments', () => {
	it('are not added in another currency', async () => {
		const open = openStages([heldRow(1, { currencyCode: 'NZD', stage: 'New' })]);
		const [{ payments }] = await open.save([order(1)]);
		expect(payments).toMatchObject([{ outcome: 'leftAlone', paymentId: 0 }]);
		expect(payments[0].message).toContain('the currency AUD, Cin7 has NZD');
		expect(open.payments()).toEqual([]);
	});

	it('that are there are told with their own amounts', async () => {
		const there = { id: 7, orderId: 70, method: 'Amazon', amount: 12.5, transactionRef: reference };
		const open = openStages([heldRow(1, { id: 70 })], undefined, {}, { payments: [there] });
		const [{ payments }] = await open.save([order(1)]);
		expect(payments).toMatchObject([{ outcome: 'alreadyThere', paymentId: 7, amount: '12.5' }]);
		expect(payments[0].message).toContain('12.5 AUD, but the channel says 44.98');
	});
});
