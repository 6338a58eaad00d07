// Lines that are added to an order bring the tax rate of what is charged beside them, and take none away.
import { heldRow, openStages, order } from './openStages.mts';

const { reference } = order(1);

it.each([
	['where nothing was charged yet', 0, 20],
	['not where somebody charged something already', 7, 10],
])('%s', async (_, freightTotal, taxRate) => {
	const open = openStages([heldRow(1, { lineItems: [], freightTotal, taxRate: 10 })]);
	await open.save([order(1, { taxRate: '20' })], {
		operation: 'manual',
		placementOf: () => ({ stage: '', dispatchedDate: null, threePlStatus: null }),
	});
	expect(open.row(reference)).toMatchObject({ taxRate, lineItems: [{ qty: 2 }] });
});
