// What Cin7 says when it refuses may quote what was sent: nothing of a person comes back in a message, note or comment.
import { withoutValues } from '../../lib/stages/withoutValues';
import { execute } from './openNode.mts';
import { Cin7Omni } from '../../nodes/Cin7Omni/Cin7Omni.node';
import { heldRow, openStages, order } from './openStages.mts';

const planted = {
	firstName: 'Zebulon',
	lastName: 'Quillfeather',
	email: 'zebulon@example.com',
	phone: '555 0142 77',
	deliveryAddress1: '17 Planted Lane',
	billingCity: 'Wagga (North)',
	deliveryInstructions: 'Behind the blue gate',
};
const echo = `Not valid: ${Object.values(planted).join(', ').toUpperCase()}; branch 1`;

function expectNothing(texts: unknown): void {
	const said = JSON.stringify(texts).toLowerCase();
	for (const value of Object.values(planted)) expect(said).not.toContain(value.toLowerCase());
	expect(said).toContain('[delivery address 1]');
	expect(said).toContain('branch 1');
}

it('when an order is created, with lines and without', async () => {
	for (const lines of [true, false]) {
		const open = openStages();
		const fault = { type: 'rowFailure' as const, index: 0, message: echo };
		open.fault({ method: 'POST', resource: 'SalesOrders', times: lines ? 1 : 2 }, fault);
		const [result] = await open.save([order(1, planted)]);
		expect(result.outcome).toBe(lines ? 'held' : 'refused');
		expectNothing(result);
		if (lines) expectNothing(open.row(result.reference).internalComments);
	}
});

it('when an order is changed', async () => {
	const blank = Object.fromEntries(Object.keys(planted).map((field) => [field, '']));
	const address = Object.fromEntries(
		['Address2', 'City', 'State', 'PostalCode', 'Country', 'FirstName', 'LastName'].map((part) => [
			`delivery${part}`,
			'',
		]),
	);
	const open = openStages([heldRow(1, { ...blank, ...address })]);
	open.fault(
		{ method: 'PUT', resource: 'SalesOrders' },
		{ type: 'rowFailure', index: 0, message: echo },
	);
	const [result] = await open.save([order(1, planted)]);
	expect(result.outcome).toBe('refused');
	expectNothing(result);
});

it('when the node Cin7 Omni writes an order', async () => {
	const open = openStages([heldRow(1)]);
	open.fault(
		{ method: 'PUT', resource: 'SalesOrders' },
		{ type: 'rowFailure', index: 0, message: echo },
	);
	const parameters = { resource: 'salesOrder', operation: 'update', dataMode: 'autoMapInputData' };
	const { items } = await execute(
		new Cin7Omni(),
		open.cin7,
		[{ reference: order(1).reference, ...planted }],
		parameters,
		{ continueOnFail: true },
	);
	expectNothing(items);
});

it('leaves short texts, and what is nobody’s', () => {
	const row = { firstName: 'Al', stage: 'New', projectName: 'Amazon', deliveryCity: 'a+b (c' };
	expect(withoutValues('Al: New, Amazon, A+B  (C.', row)).toBe('Al: New, Amazon, [Delivery City].');
});
