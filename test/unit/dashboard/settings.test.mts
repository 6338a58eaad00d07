import { botsAmong } from '../../../lib/dashboard/bots';
import { readWorkflows } from '../../../lib/dashboard/reading/workflows';
import { settingsInWords } from '../../../lib/dashboard/settings/inWords';
import { fromNow, knownZone, momentInWords } from '../../../lib/dashboard/when';
import { asked, batch, fromTemplate, node, workflow } from './workflows.mts';

function settings(...nodes: any[]): Record<string, string> {
	return inWords(workflow('1', [asked, ...nodes]));
}

function inWords(given: unknown): Record<string, string> {
	const [bot] = botsAmong(readWorkflows([given]).rows, 'UTC');
	const all = settingsInWords(bot).map(({ label, texts }) => [label, texts.join(' | ')]);
	return Object.fromEntries(all);
}

const rl = (value: string, more = {}) => ({ __rl: true, mode: 'name', value, ...more });

it('of a batch bot, in the order of its panel', () => {
	const rows = [
		{ channel: rl('Shopify'), paymentType: rl('PayPal'), cutOff: 'time', cutOffTime: '16:30' },
		{ channel: rl('Shopify'), paymentType: rl('Afterpay'), cutOff: 'endOfDay' },
		{ channel: rl('Shopify'), paymentType: rl('Gift Card'), cutOff: 'ignore' },
		{ channel: rl('Shopify'), paymentType: rl('Stripe'), cutOff: 'time' },
	];
	const options = { lookBackDays: 14, batchPer: 'run' };
	const more = { batchingOptions: { rows }, branches: [3, 5], posting: 'external', options };
	expect(settings(batch(more))).toEqual({
		'On schedule': 'Run: makes the batches in Cin7',
		'Payments and cut-offs':
			'Shopify, PayPal: before 16:30 | Shopify, Afterpay: end of day | Shopify, Gift Card: ignored | Shopify, Stripe: before 11:00',
		Branches: 'only the branches with ID 3, 5',
		'Booked in': 'external accounting, by the nodes that follow',
		Batches: 'one for everything due in a run',
		'Look-back': '14 days',
		'Summary e-mail': 'no',
		Schedule: 'On demand only',
	});
});

it('what n8n leaves out of the JSON stands at its default', () => {
	expect(settings(node('batchEcommerceOrders'))).toMatchObject({
		'On schedule': 'Preview: changes nothing in Cin7',
		'Payments and cut-offs': 'none chosen yet',
		Branches: 'every branch',
		'Booked in': 'Cin7, as a batch order',
		Batches: 'one per day',
		'Look-back': '30 days',
		'Summary e-mail': 'no',
	});
});

it('a fixed On Demand is what it does, whatever stands in Operation', () => {
	const fixed = batch({ operation: 'preview', onDemand: 'run' });
	expect(settings(fixed)['On schedule']).toBe('Run: makes the batches in Cin7');
});

it('what an expression works out is not guessed', () => {
	const all = settings(
		batch({
			operation: '={{ 1 }}',
			batchingOptions: '={{ 1 }}',
			branches: '={{ 1 }}',
			posting: '={{ 1 }}',
			summaryEmail: rl('={{ $json.secret }}'),
			options: { lookBackDays: '={{ 1 }}' },
		}),
	);
	for (const label of [
		'On schedule',
		'Payments and cut-offs',
		'Branches',
		'Booked in',
		'Look-back',
	]) {
		expect([label, all[label]]).toEqual([label, 'worked out by an expression']);
	}
	expect(JSON.stringify(all)).not.toContain('secret');
});

it('of nodes that are switched off, or that do something else, nothing is said', () => {
	const off = { ...batch(), disabled: true };
	const confirm = node('batchEcommerceOrders', { operation: 'confirm' });
	expect(settings(off, confirm, node('validateOrder', { requiredData: [] }))).toEqual({
		Schedule: 'On demand only',
	});
});

it('of the bots that look after orders', () => {
	expect(inWords(fromTemplate('download-amazon-orders', '1'))).toMatchObject({
		'E-mail': 'no',
		'Orders updated after': 'where the last download stopped',
		Marketplaces: 'all',
		'Names and addresses': 'downloaded',
		'Checked for': 'name and e-mail, delivery address, billing address, line items',
		'Default Stage': 'New',
		'Auto Dispatch Orders': 'no',
		'Incomplete orders': 'held as Needs Attention',
		Schedule: 'Every 15 minutes (Australia/Sydney)',
	});
});

describe('moments', () => {
	const at = Date.parse('2026-10-03T16:30:00Z');
	it.each([
		['Australia/Sydney', 'Sun 4 Oct 2026, 03:30'],
		['America/New_York', 'Sat 3 Oct 2026, 12:30'],
		['Nowhere/At All', 'Sat 3 Oct 2026, 16:30'],
	])('in %s: %s', (zone, words) => expect(momentInWords(at, zone)).toBe(words));

	it.each([
		[0, 'just now'],
		[-30_000, 'just now'],
		[30_000, 'in less than a minute'],
		[60_000, 'in 1 minute'],
		[5 * 3_600_000 + 10, 'in 5 hours'],
		[-90 * 86_400_000, '2 months ago'],
	])('%d ms from now: %s', (span, words) => expect(fromNow(at + span, at)).toBe(words));

	it('an unknown zone is UTC', () => expect(knownZone('x')).toBe('UTC'));
});
