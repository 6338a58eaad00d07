// What each node gives for each of its operations, on accounts of the stand-ins: from these items the output schemas are
// made, and against these they are held.
import { DownloadAmazonOrders } from '../../../nodes/DownloadAmazonOrders/DownloadAmazonOrders.node';
import { SetOrderStage } from '../../../nodes/SetOrderStage/SetOrderStage.node';
import { ValidateOrder } from '../../../nodes/ValidateOrder/ValidateOrder.node';
import { createAmazon } from '../../../sandbox/amazon/amazon.mts';
import { accountClock } from '../../../sandbox/cin7/clock.mts';
import { defaultScenario } from '../../../sandbox/scenario/default.mts';
import { heldRow, openStages, order } from '../../stages/openStages.mts';
import { observedBatches } from './batches.mts';
import { observedRecords } from './cin7Records.mts';
import { observedDashboard } from './dashboard.mts';
import { execute, world, type Items } from './execute.mts';
import { seen, type Observed } from './observation.mts';

/** The instant of all accounts; long enough ago to lie in the past of whoever runs this. */
export const now = '2025-06-15T20:30:00Z';

const scenario = defaultScenario({ seed: 7, now });

/** Every node's every operation. */
export async function observed(): Promise<Observed[]> {
	const amazonOrders = await downloaded();
	return [
		...(await observedDashboard(now)),
		...(await observedBatches(scenario.cin7, now)),
		...(await observedRecords(scenario.cin7, now)),
		...amazonOrders,
		...(await staged()),
		await validated(amazonOrders[0].outputs.Orders),
	];
}

async function downloaded(): Promise<Observed[]> {
	const node = new DownloadAmazonOrders();
	const amazon = createAmazon({
		rows: scenario.amazon,
		clock: accountClock(Date.parse(now), false),
	});
	const add = async (operation: string, more: object): Promise<Observed> => {
		const parameters = { operation, personalData: true, ...more };
		const [Orders, Progress] = await execute(node, world({ amazon }), [{}], parameters);
		const outputs = { Orders, Progress };
		return { node: 'DownloadAmazonOrders', path: `v1.0.0/${operation}`, ...seen(outputs) };
	};
	const updated = await add('downloadUpdated', { updatedAfter: '2025-05-20T00:00:00' });
	const orderIds = updated.outputs.Orders.slice(0, 30).map(({ reference }) => reference);
	const unknown = '111-0000000-0000000';
	return [updated, await add('getById', { orderIds: [...orderIds, unknown].join(' ') })];
}

async function staged(): Promise<Observed[]> {
	const node = new SetOrderStage();
	const locator = (value: string) => ({ mode: 'name', value });
	const placements = {
		applyDefaults: { createMissing: true, defaultStage: locator('Processing') },
		hold: { createMissing: true },
		setManually: { createMissing: true, stage: locator('Ready') },
	};
	const found: Observed[] = [];
	for (const [operation, placement] of Object.entries(placements)) {
		const open = openStages([heldRow(1, { lastName: '' }), heldRow(2, { stage: 'Packed' })]);
		const items = [order(1), order(2), order(3)];
		const parameters = { operation, ...placement };
		const [Orders] = await execute(node, world({ cin7: open.cin7 }), items, parameters);
		found.push({ node: 'SetOrderStage', path: `v1.0.0/${operation}`, ...seen({ Orders }) });
	}
	return found;
}

/** Items pass through with all that is in them; most come from the download. */
async function validated(orders: Items): Promise<Observed> {
	const [Complete, Attention] = await execute(new ValidateOrder(), world({}), orders, {});
	const outputs = { Complete, 'Needs Attention': Attention };
	return { node: 'ValidateOrder', path: 'v1.0.0', ...seen(outputs) };
}
