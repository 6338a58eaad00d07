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

it.each(['order', 'home'] as const)(
	'batches pounds with 20 % tax in an account of dollars, to the cent (totals of the %s)',
	async (foreignTotals) => {
		const open = openStages([heldRow(9, { id: 1000, stage: 'New' })], undefined, { foreignTotals });
		const projectName = 'Amazon AU';
		const pounds = (number: number, changes = {}) => {
			const { lineItems, payments } = order(number);
			return order(number, {
				currencyCode: 'GBP',
				currencyRate: '0.5173',
				taxRate: '20',
				lineItems: [{ ...lineItems[0], taxRate: '20', discount: '0.97' }],
				payments: [{ ...payments[0], amount: '44.01' }],
				...changes,
			});
		};
		await open.save([pounds(1)], { projectName });
		await open.save([pounds(2, { lastName: '' })], { projectName, operation: 'hold' });
		expect((await open.save([pounds(2)], { projectName }))[0].outcome).toBe('released');
		const rows = open.cin7.ledger() as unknown as Cin7Rows;
		const next = openBot(rows, bot, '2026-06-02T20:30:00Z');
		next.settings.channelField = { from: 'projectName' };
		const { batches } = await next.run();
		expect(batches).toHaveLength(1);
		expect(batches[0].batch).toMatchObject({ totalMinor: 2 * 4401, currency: 'GBP' });
		// Twice 20 % within 44.01, which is 7.34; of it 6.50 within the goods' 39.01.
		const taxed = batches[0].batch.lines.filter(({ taxMinor }) => taxMinor !== 0);
		expect(taxed.map(({ kind, taxRate, taxMinor }) => [kind, taxRate, taxMinor])).toEqual([
			['goods', '20', 2 * 650],
			['freight', '20', 2 * 84],
		]);
	},
);
