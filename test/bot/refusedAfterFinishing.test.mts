// A run that has finished what another left, and whose own batches Cin7 then refuses: it says both.
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { openNode } from './openNode.mts';

const now = Date.now();
const { scenario, bot } = sixGroups({ now: new Date(now).toISOString(), payments: 12 });

it('does not say that nothing was batched', async () => {
	const node = openNode(scenario.cin7, bot, now);
	const { faults } = node.cin7;
	// Nothing more than the documents of the first run comes about.
	faults.add({ match: { method: 'PUT', times: 0 }, effect: { type: 'wholeCall400' } });
	await node.execute({ operation: 'run', ...rows(1) }).catch(() => undefined);
	faults.clear();
	faults.add({
		match: { method: 'POST', resource: 'SalesOrders', times: 0 },
		effect: { type: 'wholeCall400', message: 'Member 5 does not exist.' },
	});
	const { summary } = await node.execute({ operation: 'run' });
	expect(summary[0]).toMatchObject({ result: 'attention', batches: 0 });
	expect(summary[0].finishedEarlier).toEqual(['BATCH-000001']);
	expect(summary[0].attention.join(' ')).toContain('Member 5 does not exist.');
	expect(summary[0].email.text).toContain('Finished 1 batch that an earlier run left.');
});

it('says so where there was nothing to finish', async () => {
	const node = openNode(scenario.cin7, bot, now);
	node.cin7.faults.add({
		match: { method: 'POST', resource: 'SalesOrders', times: 0 },
		effect: { type: 'wholeCall400', message: 'Member 5 does not exist.' },
	});
	await expect(node.execute({ operation: 'run' })).rejects.toMatchObject({
		message: expect.stringContaining('Member 5 does not exist.'),
		description: expect.stringContaining('Nothing was batched'),
	});
});

/** The panel with the first rows of the bot only. */
function rows(count: number) {
	const chosen = (value: string) => ({ __rl: true, mode: 'name', value });
	const first = bot.rows.slice(0, count).map(({ channel, paymentType }) => ({
		channel: chosen(channel),
		paymentType: chosen(paymentType),
		cutOff: 'endOfDay',
	}));
	return { batchingOptions: { rows: first } };
}
