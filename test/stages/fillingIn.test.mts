// What counts as blank, and as the same, when data of the channel meets what stands in Cin7.
import { codes, defaults, heldRow, openStages, order } from './openStages.mts';

describe('a country written in another way is the same country', () => {
	it('so the flat number goes into the address, and nobody is told of a difference', async () => {
		const held = heldRow(1, { deliveryCountry: 'Australia', deliveryAddress2: '', email: '' });
		const stages = openStages([held]);
		const [result] = await stages.save([order(1)]);
		expect(result.outcome).toBe('released');
		expect(result.notes).toEqual([]);
		expect(stages.row(held.reference as string)).toMatchObject({
			deliveryCountry: 'Australia',
			deliveryAddress2: 'Unit 2',
		});
	});

	it('but another country is another address', async () => {
		const held = heldRow(1, { deliveryCountry: 'New Zealand', deliveryAddress2: '' });
		const stages = openStages([held]);
		const [result] = await stages.save([order(1)]);
		expect(result.notes.join()).toContain('Delivery Country');
		expect(stages.row(held.reference as string).deliveryAddress2 ?? '').toBe('');
	});
});

describe('placeholders', () => {
	const held = heldRow(1, { email: 'N/A', deliveryState: ' - ', billingCity: 'Unknown' });

	it('are what somebody typed where none are named', async () => {
		const stages = openStages([held]);
		await stages.save([order(1)], { placeholders: [] });
		expect(stages.row(held.reference as string)).toMatchObject({ email: 'N/A' });
	});

	it('are never saved, so that they do not stand in the way later', async () => {
		const stages = openStages();
		const { reference } = order(1);
		const vague = order(1, { deliveryCity: '-', phone: 'n/a', lastName: 'Unknown' });
		await stages.save([vague], { operation: 'hold' });
		const { deliveryCity, phone, lastName } = stages.row(reference);
		expect([deliveryCity, phone, lastName].map((text) => text ?? '')).toEqual(['', '', '']);
		expect((await stages.save([order(1)]))[0].outcome).toBe('released');
		expect(stages.row(reference)).toMatchObject({ deliveryCity: 'Sydney', lastName: 'Quill' });
		await stages.save([vague], { fields: 'overwrite', touchStages: 'any' });
		expect(stages.row(reference)).toMatchObject({ deliveryCity: 'Sydney', lastName: 'Quill' });
	});

	it('are filled in like blanks where they are named', async () => {
		const stages = openStages([held]);
		const [result] = await stages.save([order(1)], { placeholders: ['n/a', '-', 'unknown'] });
		expect(result.outcome).toBe('released');
		expect(stages.row(held.reference as string)).toMatchObject({
			email: 'buyer1@example.com',
			deliveryState: 'NSW',
			billingCity: 'Sydney',
		});
	});
});

describe('an order that is released without a 3PL status to change to', () => {
	const held = heldRow(1, { email: '' });
	const placementOf = () => ({ ...defaults, threePlStatus: null });

	it('stays at Do Not Transfer, and the result says so', async () => {
		const stages = openStages([held]);
		const [result] = await stages.save([order(1)], { placementOf });
		expect(result.outcome).toBe('released');
		expect(stages.row(held.reference as string).logisticsStatus).toBe(codes.doNotTransfer);
		expect(result.notes.join()).toMatch(/still Do Not Transfer.*Default 3PL Status/);
	});

	it('says nothing when a person chose so, or it is dispatched', async () => {
		const stages = openStages([held, heldRow(2, { dispatchedDate: '2026-06-01T00:00:00Z' })]);
		const byHand = { operation: 'manual' as const, placementOf };
		expect((await stages.save([order(1)], byHand))[0].notes).toEqual([]);
		expect((await stages.save([order(2)], { placementOf }))[0].notes).toEqual([]);
	});
});
