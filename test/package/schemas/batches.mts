// What Batch Ecommerce Orders gives: on an account with something for every output, booked in Cin7 and elsewhere.
import { BatchEcommerceOrders } from '../../../nodes/BatchEcommerceOrders/BatchEcommerceOrders.node';
import { accountClock } from '../../../sandbox/cin7/clock.mts';
import type { Cin7 } from '../../../sandbox/cin7/cin7.mts';
import { createCin7 } from '../../../sandbox/cin7/cin7.mts';
import { defaultBot } from '../../../sandbox/scenario/bot.mts';
import type { Cin7Rows } from '../../../sandbox/scenario/scenario.mts';
import { probed } from '../../bot/probed.mts';
import { execute, world, type Items } from './execute.mts';
import { seen, type Observed } from './observation.mts';

const locator = (value: string | number) => ({ mode: 'name', value: String(value) });

const bot = {
	botName: defaultBot.botName,
	batchingOptions: {
		rows: defaultBot.rows.map(({ channel, paymentType, cutOff }) => ({
			channel: locator(channel),
			paymentType: locator(paymentType),
			...cutOffOf(cutOff),
		})),
	},
	branches: defaultBot.branchIds,
	batchCustomer: locator(defaultBot.customerId),
	batchProduct: locator(defaultBot.productCode),
	summaryEmail: locator(defaultBot.summaryEmail),
	returnAll: true,
};

function cutOffOf(text: string) {
	if (text === 'Ignore') return { cutOff: 'ignore' };
	if (text === 'End of day') return { cutOff: 'endOfDay' };
	return { cutOff: 'time', cutOffTime: text };
}

/** Every operation, in the order in which an accountant comes to them. */
export async function observedBatches(rows: Cin7Rows, now: string): Promise<Observed[]> {
	const open = () =>
		createCin7({ rows: probed(rows), clock: accountClock(Date.parse(now), false) });
	const [here, elsewhere] = [open(), open()];
	const onBoth = async (operation: string, more: object = {}) => {
		const options = { asOf: now, timeZone: defaultBot.zone, ...more };
		const cin7 = await batches(here, operation, { options, posting: 'cin7' });
		const external = await batches(elsewhere, operation, { options, posting: 'external' });
		return cin7.map((items, output) => [...items, ...external[output]]);
	};
	const named = ([Batches, Skipped, Summary]: Items[]) => ({ Batches, Skipped, Summary });
	const preview = named(await onBoth('preview'));
	preview.Summary.push(await stopped('preview'));
	const previewFingerprint = preview.Summary[0].fingerprint;
	const first = await onBoth('run', { previewFingerprint });
	// The next run: nothing to do in Cin7, and what was handed over comes again.
	const second = await onBoth('run');
	const run = named(first.map((items, output) => [...items, ...second[output]]));
	run.Summary.push(await stopped('run'));
	const references = run.Batches.map(({ reference }) => reference);
	const [confirmed] = await batches(elsewhere, 'confirm', {
		reference: references[references.length - 1],
		accountingReference: 'INV-1042',
	});
	const [undone] = await batches(here, 'undo', { references: references[0] });
	const listed = [
		...(await batches(here, 'getBatches', {}))[0],
		...(await batches(elsewhere, 'getBatches', {}))[0],
	];
	const all: Record<string, Record<string, Items>> = {
		preview,
		run,
		confirm: { Results: confirmed },
		undo: { Results: undone },
		getBatches: { Batches: listed },
	};
	return Object.entries(all).map(([operation, outputs]) => ({
		node: 'BatchEcommerceOrders',
		path: `v1.0.0/${operation}`,
		...seen(outputs),
	}));
}

/** The Summary of a node that is set to go on, and stopped over its settings. */
async function stopped(operation: string): Promise<Items[0]> {
	const rows = [{ cutOff: 'time', cutOffTime: 'noon' }];
	const parameters = { ...bot, operation, batchingOptions: { rows } };
	const outputs = await execute(new BatchEcommerceOrders(), world({}), [{}], parameters, {
		continueOnFail: true,
	});
	return outputs[2][0];
}

async function batches(cin7: Cin7, operation: string, more: object): Promise<Items[]> {
	const node = new BatchEcommerceOrders();
	return await execute(node, world({ cin7 }), [{}], { ...bot, operation, ...more });
}
