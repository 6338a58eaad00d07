// Orders that nobody is to send, or to send again: shipped, partly shipped, sent by Amazon, sold elsewhere, unreadable.
import { completenessCheck } from '../../lib/completeness/check';
import { defaultSettings } from '../../lib/completeness/settings';
import { codes, heldRow, now, openStages, order } from './openStages.mts';

const { reference } = order(1);
const at = (status: string, more = {}) =>
	order(1, { amazon: { status, fulfilledBy: 'MERCHANT', ...more } });
const check = completenessCheck(defaultSettings);

describe.each([
	['shipped', at('SHIPPED')],
	['shipped, its invoice to be confirmed', at('INVOICE_UNCONFIRMED')],
	['sent by Amazon', at('UNSHIPPED', { fulfilledBy: 'AMAZON' })],
	['partly sent by Amazon', at('PARTIALLY_SHIPPED', { fulfilledBy: 'AMAZON' })],
])('%s', (_, item) => {
	const dispatched = {
		stage: 'Processing',
		dispatchedDate: now,
		logisticsStatus: codes.doNotTransfer,
	};

	it('is created as dispatched and reaches no 3PL', async () => {
		const open = openStages();
		const [result] = await open.save([item]);
		expect(result).toMatchObject({ outcome: 'created', payments: [{ outcome: 'created' }] });
		expect(result.notes.join()).toContain('saved as dispatched');
		expect(open.row(reference)).toMatchObject({ ...dispatched, total: 44.98 });
		expect((await open.save([item]))[0].outcome).toBe('leftAlone');
	});

	it('is released like that when it was held', async () => {
		const open = openStages([heldRow(1, { lastName: '' })]);
		const [result] = await open.save([item]);
		expect(result.outcome).toBe('released');
		expect(result.notes).toEqual([expect.stringContaining('saved as dispatched')]);
		expect(open.row(reference)).toMatchObject(dispatched);
	});

	it('with the date on which it was dispatched, where that is known', async () => {
		const open = openStages();
		await open.save([{ ...item, dispatchedDate: '2026-05-30T00:00:00Z' }]);
		expect(open.row(reference).dispatchedDate).toBe('2026-05-30T00:00:00Z');
	});

	it('like others, or not at all, where that is asked', async () => {
		const open = openStages();
		expect((await open.save([item], { shipped: 'leaveOut' }))[0].reason).toBe('alreadyShipped');
		expect(open.orders()).toEqual([]);
		await open.save([item], { shipped: 'likeOthers' });
		expect(open.row(reference)).toMatchObject({ dispatchedDate: null, logisticsStatus: 1 });
	});

	it('is complete when its data is', () => {
		expect(check(item)).toEqual({ is: 'complete' });
	});
});

it('a shipped order is told of when no code for Do Not Transfer is known', async () => {
	const [result] = await openStages().save([at('SHIPPED')], { doNotTransferStatus: null });
	expect(result.notes.join()).toContain('no code for Do Not Transfer');
});

describe.each([
	['PARTIALLY_SHIPPED', 'partlyShipped', 'part of it is shipped already'],
	['UNFULFILLABLE', 'unfulfillable', 'it cannot be fulfilled'],
])('%s', (status, reason, words) => {
	it('is held, and says why', async () => {
		const open = openStages();
		const [result] = await open.save([at(status)]);
		expect(result).toMatchObject({ outcome: 'held', isNew: true });
		expect(result.notes.join()).toContain(words);
		expect(open.row(reference)).toMatchObject({
			stage: 'Needs Attention',
			dispatchedDate: null,
			logisticsStatus: codes.doNotTransfer,
		});
		const [again] = await open.save([at(status)]);
		expect(again).toMatchObject({ outcome: 'leftAlone', reason });
		expect(again.message).toContain(words);
		const [later] = await open.save([at('SHIPPED')]);
		expect(later.outcome).toBe('released');
		expect(open.row(reference).dispatchedDate).toBe(now);
	});

	it('needs attention, unless the options say otherwise', async () => {
		expect(check(at(status))).toMatchObject({ needsAttention: { reason, missing: [] } });
		const lenient = completenessCheck({ ...defaultSettings, [reason]: 'check' });
		expect(lenient(at(status))).toEqual({ is: 'complete' });
		const [result] = await openStages().save([at(status)], { unshippable: 'likeOthers' });
		expect(result.outcome).toBe('created');
	});
});

describe('sold in another channel', () => {
	const elsewhere = at('SHIPPED', { fulfilledBy: 'AMAZON', soldOn: 'NON_AMAZON' });

	it('is left out by both nodes, with a reason', async () => {
		expect(check(elsewhere)).toEqual({ is: 'leftOut', reason: 'soldElsewhere' });
		for (const operation of ['defaults', 'hold'] as const) {
			const open = openStages();
			const [result] = await open.save([elsewhere], { operation });
			expect(result).toMatchObject({ outcome: 'leftAlone', reason: 'soldElsewhere' });
			expect(open.orders()).toEqual([]);
		}
	});

	it('is saved where the options say so', async () => {
		const [result] = await openStages().save([elsewhere], { soldElsewhere: 'likeOthers' });
		expect(result.outcome).toBe('created');
	});
});

describe('given in a form that could not be read', () => {
	const unread = at('UNSHIPPED', { unreadable: ['orderItems[0].product.price <b>', 7] });

	it('needs attention, and names the fields', () => {
		expect(check(unread)).toMatchObject({
			needsAttention: {
				reason: 'unreadable',
				missing: [{ label: 'orderItems[0].product.price b' }],
				summary: expect.stringContaining('orderItems[0].product.price'),
			},
		});
	});

	it('is held, gets no payment and no lines in Cin7, and is not released', async () => {
		const open = openStages();
		const [result] = await open.save([unread]);
		expect(result).toMatchObject({ outcome: 'held', isNew: true, payments: [] });
		expect(result.notes.join()).toContain('orderItems[0].product.price');
		const other = openStages([heldRow(1, { lineItems: [] })]);
		expect((await other.save([unread]))[0]).toMatchObject({ reason: 'unreadable' });
		expect(other.row(reference).lineItems).toEqual([]);
	});
});
