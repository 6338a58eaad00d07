// The node: its panel and outputs, with n8n's context played by a few lines.
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { defaultSettings } from '../../../lib/completeness/settings';
import { completenessSettings } from '../../../nodes/ValidateOrder/parameters';
import { options } from '../../../nodes/ValidateOrder/properties/options';
import { properties } from '../../../nodes/ValidateOrder/properties';
import { ValidateOrder } from '../../../nodes/ValidateOrder/ValidateOrder.node';
import { anOrder } from './anOrder.mts';

const node = new ValidateOrder();
const defaultsOf = (list: INodeProperties[]) =>
	Object.fromEntries(list.map(({ name, default: value }) => [name, value]));

function play(
	items: INodeExecutionData[],
	parameters: Record<string, unknown> = {},
	continues = false,
) {
	const given: Record<string, unknown> = { ...defaultsOf(properties), ...parameters };
	const read: string[] = [];
	const hints: string[] = [];
	const context = {
		getInputData: () => items,
		getNodeParameter: (name: string, index: number) => {
			read.push(`${name} ${index}`);
			return given[name];
		},
		getNode: () => ({ name: 'Validate Order', type: 'validateOrder', typeVersion: 1 }),
		continueOnFail: () => continues,
		addExecutionHints: ({ message }: { message: string }) => hints.push(message),
	} as unknown as IExecuteFunctions;
	return { context, read, hints, run: () => node.execute.call(context) };
}

const itemsOf = (...orders: object[]) => orders.map((json) => ({ json })) as INodeExecutionData[];

describe('the panel', () => {
	it('has the defaults of the rules', () => {
		expect(completenessSettings(play([]).context)).toEqual(defaultSettings);
		const all = defaultsOf(options.options as INodeProperties[]);
		expect(completenessSettings(play([], { options: all }).context)).toEqual(defaultSettings);
	});

	it('becomes settings', () => {
		const settings = completenessSettings(
			play([], {
				requiredData: ['contact'],
				amazonFulfilled: 'skipDetails',
				options: {
					alsoRequired: ['phone'],
					customFields: ' orders_1001, ,orders_1002 ',
					notRequired: 'email, lastName',
					placeholders: '',
					addressFields: 'used',
				},
			}).context,
		);
		expect(settings).toEqual({
			...defaultSettings,
			groups: ['contact'],
			amazonFulfilled: 'skipDetails',
			alsoRequired: ['phone'],
			customFields: ['orders_1001', 'orders_1002'],
			notRequired: ['email', 'lastName'],
			placeholders: [],
			addressFields: 'used',
		});
	});

	it('says when nothing would be checked, or a field does not exist', () => {
		const settings = (parameters: object) => () =>
			completenessSettings(play([], { ...parameters }).context);
		expect(settings({ requiredData: [] })).toThrow('Required Data is empty');
		expect(settings({ requiredData: ['everything'] })).toThrow('"everything"');
		expect(settings({ options: { alsoRequired: ['shoeSize'] } })).toThrow('"shoeSize"');
		expect(settings({ options: { notRequired: ['billingPlanet'] } })).toThrow('"billingPlanet"');
		expect(settings({ requiredData: [], options: { customFields: 'orders_1' } })).not.toThrow();
	});
});

describe('the outputs', () => {
	it('hand complete orders on as they came, and name what others lack', async () => {
		const binary = { invoice: { data: '', mimeType: 'application/pdf' } };
		const [first, second] = [anOrder(), anOrder({ email: '' })];
		const items: INodeExecutionData[] = [
			{ json: second, binary, pairedItem: { item: 9 } } as INodeExecutionData,
			{ json: first, binary, pairedItem: { item: 9 } } as INodeExecutionData,
		];
		const kept = structuredClone(items);
		const [complete, attention] = await play(items).run();
		expect(complete).toEqual([{ json: first, binary, pairedItem: { item: 1 } }]);
		expect(attention).toEqual([
			{
				json: {
					...second,
					needsAttention: {
						reason: 'missingData',
						summary: 'Order 114-1234567-1234567 lacks Email Address.',
						missing: [expect.objectContaining({ field: 'email', label: 'Email Address' })],
					},
				},
				binary,
				pairedItem: { item: 0 },
			},
		]);
		expect(items).toEqual(kept);
	});

	it('forget what an earlier check said', async () => {
		const [[{ json }]] = await play(itemsOf(anOrder({ needsAttention: { missing: [] } }))).run();
		expect(json).toEqual(anOrder());
	});

	it('read the panel once, however many orders come', async () => {
		const { run, read } = play(itemsOf(...Array.from({ length: 500 }, () => anOrder())));
		await run();
		expect(read.sort()).toEqual(['amazonFulfilled 0', 'options 0', 'requiredData 0']);
	});

	it('say how many were left out', async () => {
		const cancelled = anOrder({ amazon: { status: 'CANCELLED' } });
		const pending = anOrder({ amazon: { status: 'PENDING' } });
		const leaveOut = { options: { cancelled: 'leaveOut', pending: 'leaveOut' } };
		const several = play(itemsOf(cancelled, pending, anOrder(), cancelled), leaveOut);
		const [complete, attention] = await several.run();
		expect([complete.length, attention.length]).toEqual([1, 0]);
		expect(several.hints).toEqual([
			'2 cancelled and 1 pending orders were left out, as the options say.',
		]);
		const one = play(itemsOf(cancelled), leaveOut);
		await one.run();
		expect(one.hints).toEqual(['1 cancelled order was left out, as the options say.']);
		const elsewhere = anOrder({ amazon: { soldOn: 'NON_AMAZON' } });
		const three = play(itemsOf(pending, cancelled, elsewhere), leaveOut);
		await three.run();
		expect(three.hints).toEqual([
			'1 cancelled, 1 pending and 1 non-Amazon orders were left out, as the options say.',
		]);
		const none = play(itemsOf(anOrder(), cancelled));
		expect((await none.run()).map(({ length }) => length)).toEqual([1, 1]);
		expect(none.hints).toEqual([]);
	});
});

describe('an item that is no order', () => {
	it('stops the node, which names it', async () => {
		const { run } = play(itemsOf(anOrder(), { updatedAfter: '2026-01-01T00:00:00Z' }));
		await expect(run()).rejects.toMatchObject({
			message: 'Item 2 is not an order: it has no reference',
			context: { itemIndex: 1 },
		});
	});

	it('goes on with what is wrong with it, when the node is set to continue', async () => {
		const { run } = play(itemsOf(anOrder(), { note: 'x' }), {}, true);
		const [complete, attention] = await run();
		expect(complete).toHaveLength(1);
		expect(attention).toMatchObject([
			{
				json: { note: 'x', error: 'Item 2 is not an order: it has no reference' },
				pairedItem: { item: 1 },
			},
		]);
	});
});

it('describes itself to n8n', () => {
	const { description } = node;
	expect(description.outputNames).toEqual(['Complete', 'Needs Attention']);
	expect(description.usableAsTool).toBe(true);
	expect(description.credentials).toBeUndefined();
});
