// A Preview that would write is the worst of all: what else in a bot may change Cin7 while it previews.
import type { Asking } from '../../../lib/dashboard/asking';
import { botsAmong } from '../../../lib/dashboard/bots';
import { readWorkflows } from '../../../lib/dashboard/reading/workflows';
import { asked, batch, chained, leadingTo, node, settings } from './workflows.mts';

type Json = Record<string, any>;

const askingOf = (bot: Json): Asking => botsAmong(readWorkflows([bot]).rows, 'UTC')[0].asking;

const both = { preview: true, run: true, why: '' };
const neither = { preview: false, run: false };

describe('there is no Preview where another node may change Cin7', () => {
	const handedOver = (more: Json = {}, condition: Json = {}) =>
		node(
			'n8n-nodes-base.filter',
			{
				conditions: {
					combinator: 'and',
					conditions: [
						{
							leftValue: '={{ $json.awaitsConfirmation }}',
							operator: { type: 'boolean', operation: 'true' },
							...condition,
						},
					],
				},
			},
			{ name: 'Handed over', typeVersion: 2.2, ...more },
		);
	const confirm = { ...batch({ operation: 'confirm' }), name: 'Confirm' };
	const writers: [string, Json][] = [
		['Set Order Stage', node('setOrderStage', { operation: 'applyDefaults' })],
		['Undo', { ...batch({ operation: 'undo' }), name: 'Undo' }],
		['Confirm', confirm],
		['an update', node('cin7Omni', { resource: 'salesOrder', operation: 'update' })],
		['create or update', node('cin7Omni', { resource: 'salesOrder', operation: 'upsert' })],
		['what stands there first', node('cin7Omni', {})],
		['what is not known yet', node('setOrderColour')],
	];
	const always = batch({ operation: 'preview', onDemand: '' });

	it.each(writers)('%s: a bot that follows the asker can be run', (_, writer) => {
		const { why, ...offered } = askingOf(chained([asked, settings(), batch(), writer]));
		if (writer.parameters.operation === '={{ $json.do }}')
			return expect(offered.preview).toBe(false);
		expect(offered).toEqual({ preview: false, run: true });
		expect(why).toContain(`“${writer.name}” may change Cin7 in a Preview too`);
	});

	it.each(writers)('%s: one that is set to Preview has no button', (_, writer) => {
		const { why, ...offered } = askingOf(chained([asked, always, writer]));
		expect(offered).toEqual(neither);
		expect(why).not.toContain('set to Preview');
	});

	it('what an expression says may be anything', () => {
		expect(askingOf(chained([asked, batch({ operation: '={{ $json.do }}' })])).preview).toBe(false);
	});

	it('an agent may use a tool that stands apart', () => {
		const tool = node('cin7OmniTool', { operation: 'update' }, { name: 'Tool' });
		expect(askingOf(chained([asked, batch()], [tool])).preview).toBe(false);
	});

	it.each<[string, Json]>([
		['reads', node('cin7Omni', { resource: 'salesOrder', operation: 'getAll' })],
		['reads by default', node('cin7Omni', { resource: 'contact' })],
		['lists batches', { ...batch({ operation: 'getBatches' }), name: 'List' }],
		['downloads', node('downloadAmazonOrders')],
		['checks', node('validateOrder')],
		['is off', { ...confirm, disabled: true }],
		['is not ours', node('n8n-nodes-base.httpRequest')],
	])('a node that %s does no harm', (_, next) => {
		expect(askingOf(chained([asked, batch(), next]))).toEqual(both);
	});

	it('neither does one that only other triggers start', () => {
		expect(askingOf(chained([asked, batch()], [confirm]))).toEqual(both);
		expect(askingOf(chained([asked, always], [confirm]))).toMatchObject({ preview: true });
	});

	it('or one behind a filter that lets nothing of a Preview through', () => {
		expect(askingOf(chained([asked, batch(), handedOver(), confirm]))).toEqual(both);
		const past = chained([asked, batch(), handedOver(), confirm]);
		past.activeVersion.connections[batch().name] = leadingTo(handedOver(), confirm);
		expect(askingOf(past).preview).toBe(false);
	});

	it.each<[string, Json]>([
		['is off', handedOver({ disabled: true })],
		['gives an empty item', handedOver({ alwaysOutputData: true })],
		['goes on when it fails', handedOver({ onError: 'continueRegularOutput' })],
		['asks for something else', handedOver({}, { leftValue: '={{ $json.total }}' })],
		['asks for the opposite', handedOver({}, { operator: { operation: 'false' } })],
	])('a filter that %s keeps nothing back', (_, filter) => {
		expect(askingOf(chained([asked, batch(), filter, confirm])).preview).toBe(false);
	});
});
