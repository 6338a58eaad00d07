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
const rounds = 5;
/** A Code node with as many orders takes most of a minute. */
const codeRounds = 2;
const patience = 600_000;

export async function measure(): Promise<Figure[]> {
	let orders = ordersToCheck(many);
	const stopwatch = await startStopwatch(() => orders);
	const n8n = await openBenchN8n();
	try {
		const seconds = async (make: (urls: Urls) => Workflow) =>
			(await time(n8n, stopwatch, make(stopwatch))) / 1000;
		/** In turn, so that both meet the same weather, and what one leaves in memory the other finds. */
		const compared = async (other: (urls: Urls) => Workflow, times: number) => {
			const pairs: { ours: number; other: number; ratio: number }[] = [];
			for (let time = 0; time < times; time++) {
				const [others, ours] = [await seconds(other), await seconds(validateOrder)];
				pairs.push({ ours, other: others, ratio: ours / others });
			}
			const middle = median(pairs.map(({ ratio }) => ratio));
			return pairs.find(({ ratio }) => ratio === middle) ?? pairs[0];
		};
		// To warm up, which does not count.
		await compared(passThrough, 1);
		const passed = await compared(passThrough, rounds);
		const coded = await compared(allItemsCode, codeRounds);
		orders = ordersToCheck(few);
		const chain = await compared(ifChain, 1);
		const note = ({ ours, other }: typeof passed) => `${rounded(ours)} s to ${rounded(other)} s`;
		return [
			{
				key: 'validate.passThrough',
				what: 'Validate Order, 100,000 orders through n8n, to a node that does nothing',
				value: rounded(passed.ratio),
				unit: '×',
				target: 1.5,
				note: note(passed),
			},
			{
				key: 'validate.code',
				what: 'The same, to a Code node that makes the same checks',
				value: rounded(coded.ratio),
				unit: '×',
				target: 1,
				note: note(coded),
			},
			{
				key: 'validate.ifChain',
				what: 'The same, to a chain of 18 IF nodes, 5,000 orders',
				value: rounded(chain.ratio),
				unit: '×',
				target: 1,
				note: note(chain),
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
