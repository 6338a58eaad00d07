// What a form or the dashboard asks of the node, and what the node says of itself when it is set to go on after a stop.
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { openNode, type OpenNode } from './openNode.mts';

const now = Date.now();
const { scenario, bot } = sixGroups({
	now: new Date(now).toISOString(),
	payments: 12,
	negativeGroup: true,
});

const open = (): OpenNode => openNode(scenario.cin7, bot, now);
const asked = (item: Record<string, unknown>) => item.whatToDo;
const writes = ({ cin7 }: OpenNode) => cin7.log.list().filter(({ method }) => method !== 'GET');

describe('On Demand', () => {
	it.each([
		['preview', 'run', 'run'],
		['preview', 'Run', 'run'],
		['preview', ' RUN ', 'run'],
		['preview', ['Run'], 'run'],
		['preview', 'Preview', 'preview'],
		['run', 'preview', 'preview'],
		['preview', '', 'preview'],
		['preview', null, 'preview'],
		['run', undefined, 'run'],
	])('%s chosen, %j asked for: %s', async (operation, whatToDo, done) => {
		const node = open();
		const { summary } = await node.execute(
			{ operation, onDemand: asked },
			{ items: [{ whatToDo }] },
		);
		expect(summary[0]).toMatchObject({ operation: done, result: 'done', batches: 6 });
		expect(writes(node).length > 0).toBe(done === 'run');
	});

	it.each(['undo', 'runn', 'preview, run', 'true', '0', {}])(
		'%j is neither, and nothing is done',
		async (whatToDo) => {
			const node = open();
			await expect(
				node.execute({ operation: 'run', onDemand: asked }, { items: [{ whatToDo }] }),
			).rejects.toThrow('which is neither preview nor run');
			expect(node.cin7.log.list()).toEqual([]);
		},
	);

	it('items that ask for different things are refused', async () => {
		const node = open();
		const items = [{ whatToDo: 'preview' }, { whatToDo: 'run' }];
		await expect(node.execute({ onDemand: asked }, { items })).rejects.toThrow(
			'On Demand does not say the same for all items',
		);
		expect(node.cin7.log.list()).toEqual([]);
	});

	it('items that ask for the same thing are one run', async () => {
		const node = open();
		const items = [{ whatToDo: 'run' }, { whatToDo: 'Run' }];
		const { batches, summary } = await node.execute({ onDemand: asked }, { items });
		expect([batches.length, summary.length]).toEqual([6, 1]);
	});

	it('a run that is asked of a Preview without customer says what is missing', async () => {
		const node = open();
		const batchCustomer = { __rl: true, mode: 'list', value: '' };
		const preview = await node.execute({ batchCustomer });
		expect(preview.summary[0].result).toBe('done');
		await expect(node.execute({ batchCustomer, onDemand: 'run' })).rejects.toThrow(
			'Batch Customer is empty',
		);
		expect(writes(node)).toEqual([]);
	});
});

describe('the summary', () => {
	it('says what came of it, how much it is, and where n8n shows it', async () => {
		const node = open();
		const [first] = (await node.execute({ operation: 'run' })).summary;
		expect(first).toMatchObject({
			result: 'done',
			executionUrl: 'https://n8n.example.com/workflow/workflow1/executions/42',
		});
		expect(first.totalsText.replaceAll(',', '')).toBe(
			first.totals.map((one: any) => `${one.currency} ${one.total}`).join('; '),
		);
		const [second] = (await node.execute({ operation: 'run' })).summary;
		expect(second).toMatchObject({ result: 'nothingToDo', batches: 0, totalsText: '' });
	});

	it('a list of members that somebody wrote over needs attention', async () => {
		const node = open();
		await node.execute({ operation: 'run' });
		const [document] = node.cin7
			.ledger()
			.salesOrders.filter(({ reference }) => String(reference).startsWith('BATCH-0'));
		node.cin7.person({
			resource: 'SalesOrders',
			id: Number(document.id),
			set: { internalComments: 'gone' },
		});
		const [summary] = (await node.execute({ operation: 'preview' })).summary;
		expect(summary.result).toBe('attention');
	});
});

describe('a node that is set to go on when it stops', () => {
	const stop = { onError: 'continueRegularOutput', apiKey: 'not-the-key' } as const;

	it('gives no batch, and one summary with what happened and what to do', async () => {
		const { batches, skipped, summary } = await open().execute({ operation: 'run' }, stop);
		expect([batches, skipped]).toEqual([[], []]);
		expect(summary).toHaveLength(1);
		expect(summary[0]).toMatchObject({
			operation: 'run',
			result: 'failed',
			botName: bot.botName,
			batches: null,
			payments: null,
			executionUrl: 'https://n8n.example.com/workflow/workflow1/executions/42',
			email: { to: bot.summaryEmail },
		});
		const { headline, nextStep, email } = summary[0];
		expect(headline).toMatch(/username|key/);
		expect(nextStep).toContain('the next run finishes them first');
		expect(email.subject).toBe(`${bot.botName} stopped: ${headline.replace(/\.$/, '')}`);
		expect(email.text).toContain(nextStep);
		expect(JSON.stringify(summary)).not.toContain('not-the-key');
	});

	it('a Preview that stops speaks of no begun batches', async () => {
		const { summary } = await open().execute({ operation: 'preview' }, stop);
		expect(summary[0].nextStep).not.toContain('begun');
	});

	it('says it in the shape that n8n moves to an Error output, where the node has one', async () => {
		const { summary } = await open().execute({}, { ...stop, onError: 'continueErrorOutput' });
		expect(Object.keys(summary[0]).sort()).toEqual(['details', 'error', 'message']);
		expect(summary[0].details).toMatchObject({
			result: 'failed',
			headline: `${summary[0].error}.`,
		});
	});

	it('without it, the node stops as before', async () => {
		await expect(open().execute({}, { apiKey: 'not-the-key' })).rejects.toThrow(/username|key/);
	});

	it('is told of an expression that cannot be worked out, by whatever can be read', async () => {
		const botName = () => {
			throw new Error('There is no such node');
		};
		const onDemand = () => 'sell everything';
		const { summary } = await open().execute(
			{ botName, onDemand },
			{ onError: 'continueRegularOutput' },
		);
		expect(summary[0]).toMatchObject({ operation: 'preview', result: 'failed', botName: '' });
	});
});
