// Validate Order in a real n8n: the time from a workflow's call for 100,000 orders to the call of its last node, beside the
// same workflow with a node that does nothing, with a Code node that makes the same checks, and with a chain of IF nodes.
import { allItemsCode, ifChain, passThrough, validateOrder, type Urls } from '../n8n/checks.mts';
import { openBenchN8n, type BenchN8n } from '../n8n/n8n.mts';
import { ordersToCheck } from '../n8n/orders.mts';
import { startStopwatch, type Stopwatch } from '../n8n/stopwatch.mts';
import type { Workflow } from '../../../sandbox/n8n/workflows.mts';
import type { Figure } from '../figures.mts';
import { median, rounded } from '../figures.mts';

const many = 100_000;
/** The chain copies every item at each of its nodes, and evaluates an expression for it: it is timed with fewer. */
const few = 5_000;
const rounds = 3;
const patience = 600_000;

export async function measure(): Promise<Figure[]> {
	let orders = ordersToCheck(many);
	const stopwatch = await startStopwatch(() => orders);
	const n8n = await openBenchN8n();
	try {
		const seconds = async (make: (urls: Urls) => Workflow) =>
			(await time(n8n, stopwatch, make(stopwatch))) / 1000;
		const times = { passed: [0], ours: [0], coded: [0] };
		// One round to warm up, which does not count; then in turn, so that all meet the same weather.
		for (let round = 0; round <= rounds; round++) {
			times.passed[round] = await seconds(passThrough);
			times.ours[round] = await seconds(validateOrder);
			times.coded[round] = await seconds(allItemsCode);
		}
		const [passed, ours, coded] = [times.passed, times.ours, times.coded].map((all) =>
			median(all.slice(1)),
		);
		orders = ordersToCheck(few);
		const oursOfFew = median([await seconds(validateOrder), await seconds(validateOrder)]);
		const chain = await seconds(ifChain);
		return [
			{
				key: 'validate.passThrough',
				what: 'Validate Order, 100,000 orders through n8n, to a node that does nothing',
				value: rounded(ours / passed),
				unit: '×',
				target: 1.5,
				note: `${rounded(ours)} s to ${rounded(passed)} s`,
			},
			{
				key: 'validate.code',
				what: 'The same, to a Code node that makes the same checks',
				value: rounded(ours / coded),
				unit: '×',
				target: 1,
				note: `${rounded(ours)} s to ${rounded(coded)} s`,
			},
			{
				key: 'validate.ifChain',
				what: 'The same, to a chain of 18 IF nodes, 5,000 orders',
				value: rounded(oursOfFew / chain),
				unit: '×',
				target: 1,
				note: `${rounded(oursOfFew)} s to ${rounded(chain)} s`,
			},
		];
	} finally {
		await n8n.close();
		await stopwatch.close();
	}
}

async function time(n8n: BenchN8n, stopwatch: Stopwatch, workflow: Workflow): Promise<number> {
	return await stopwatch
		.time(() => n8n.run(workflow), patience)
		.catch(async (cause: Error) => {
			throw new Error(
				`${workflow.name}: ${cause.message} The end of n8n's log:\n${await n8n.log()}`,
			);
		});
}
