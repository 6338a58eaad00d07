// Orders that Set Order Stage saved, met by the batch bot on the next day: payments and taxes right to the cent.
import type { Bot } from '../../sandbox/scenario/bot.mts';
import type { Cin7Rows } from '../../sandbox/scenario/scenario.mts';
import { openBot } from '../bot/openBot.mts';
import { heldRow, openStages, order } from './openStages.mts';

const bot = {
	botName: 'Amazon',
	rows: [{ channel: 'Amazon AU', paymentType: 'Amazon', cutOff: 'End of day' }],
	branchIds: [],
	zone: 'UTC',
	lookBackDays: 30,
	depositPaymentTypes: [],
	customerId: 30,
	productCode: 'TEE',
} as unknown as Bot;

it('batches what was created, released and held, and leaves what has no lines yet', async () => {
	const open = openStages([heldRow(9, { id: 1000, stage: 'New' })]);
	const projectName = 'Amazon AU';
	await open.save([order(1), order(2)], { projectName });
	await open.save([order(3, { email: '' })], { projectName, operation: 'hold' });
	await open.save([order(3)], { projectName });
	await open.save([order(4, { lineItems: [] })], { projectName, operation: 'hold' });
	const rows = open.cin7.ledger() as unknown as Cin7Rows;
	const next = openBot(rows, bot, '2026-06-02T20:30:00Z');
	next.settings.channelField = { from: 'projectName' };
	const { batches, final } = await next.run();
	expect(batches).toHaveLength(1);
	const [{ batch }] = batches;
	expect(batch).toMatchObject({ totalMinor: 3 * 4498, currency: 'AUD', batchDay: '2026-06-01' });
	const reasons = final.skipped.map(({ reason }) => reason);
	expect(reasons.filter((reason) => reason !== 'batchDocument')).toContain('overPaid');
});
