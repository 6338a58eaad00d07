// What the dashboard may ask of a bot. A Preview that would write is the worst of all: it is offered only where it is one.
import type { Asking } from '../../../lib/dashboard/asking';
import { botsAmong } from '../../../lib/dashboard/bots';
import { readWorkflows } from '../../../lib/dashboard/reading/workflows';
import { decide } from '../../../lib/dashboard/request';
import {
	asked,
	batch,
	chained,
	fromTemplate,
	leadingTo,
	node,
	schedule,
	settings,
	unpublished,
	workflow,
} from './workflows.mts';

type Json = Record<string, any>;

const askingOf = (bot: unknown): Asking =>
	botsAmong(readWorkflows([bot]).rows, 'Europe/Berlin')[0].asking;
const asking = (...args: Parameters<typeof workflow>) => askingOf(workflow(...args));

const both = { preview: true, run: true, why: '' };
const neither = { preview: false, run: false };

it('Preview and Run of a batch bot that follows the asker', () => {
	expect(asking('1')).toEqual(both);
});

it('only Run of a bot without batches', () => {
	expect(asking('1', [asked, node('validateOrder')])).toEqual({ ...both, preview: false });
});

it.each([
	['run', {}, { preview: false, run: true }],
	['preview', {}, { preview: true, run: false }],
	['={{ $json.x }}', {}, neither],
	['preview', { onDemand: 'run' }, { preview: false, run: true }],
	['run', { onDemand: '={{ $json.other }}' }, neither],
])('set to %s whoever asks, with %j: %j', (operation, more, expected) => {
	const offered = asking('1', [asked, batch({ operation, onDemand: '', ...more })]);
	expect(offered).toMatchObject(expected);
	expect(offered.why).not.toBe('');
});

it('every template that starts by itself can be run from here, the batch bots previewed', () => {
	const files = ['batch-ecommerce-orders', 'download-amazon-orders', 'needs-attention-find'];
	files.push('needs-attention-heal', 'set-up-check');
	files.push('batch-ecommerce-orders-xero', 'batch-ecommerce-orders-csv');
	for (const file of files) {
		const preview = file.startsWith('batch');
		expect([file, askingOf(fromTemplate(file, '1'))]).toEqual([file, { ...both, preview }]);
	}
});

describe('nothing', () => {
	it.each([
		['not published', [asked, batch()], unpublished, 'not published'],
		['without the trigger', [schedule, batch()], {}, 'no trigger for the dashboard'],
		['with the trigger off', [{ ...asked, disabled: true }, batch()], {}, 'no trigger'],
	])('of one %s', (_, nodes, more, why) => {
		const offered = asking('1', nodes, more);
		expect(offered).toMatchObject(neither);
		expect(offered.why).toContain(why);
	});

	it('of one whose trigger leads nowhere', () => {
		const { why, ...offered } = askingOf(chained([asked], [batch()]));
		expect(offered).toEqual(neither);
		expect(why).toContain('leads to no other node');
	});

	it('of one whose trigger leads elsewhere, or to one of two batch nodes only', () => {
		const other = node('n8n-nodes-base.noOp', {}, { name: 'Elsewhere' });
		const second = { ...batch(), name: 'Second' };
		for (const bot of [
			chained([asked, other], [batch()]),
			chained([asked, second], [batch()]),
			chained([asked, second], [batch({ operation: 'preview', onDemand: '' })]),
		]) {
			const { why, ...offered } = askingOf(bot);
			expect(offered).toEqual(neither);
			expect(why).toBe(
				'Its trigger “When the dashboard asks” does not lead to “batchEcommerceOrders”. Connect them in n8n.',
			);
		}
	});

	it('where one of two nodes would run', () => {
		const second = { ...batch({ onDemand: '' }), name: 'Second' };
		const connections = { [asked.name]: leadingTo(batch(), second) };
		const nodes = [asked, batch(), second];
		const activeVersion = { versionId: 'v', nodes, connections };
		const { why, ...offered } = asking('1', nodes, { activeVersion });
		expect(offered).toEqual(neither);
		expect(why).toContain('Set On Demand in “Second”');
	});
});

describe('a node that is not told what to do does as it is set, so it is offered neither', () => {
	const refused = (bot: Json, what: string) => {
		const { why, ...offered } = askingOf(bot);
		expect(offered).toEqual(neither);
		expect(why).toContain('It does not take from the dashboard what to do.');
		expect(why).toContain(what);
		const press = { whatToDo: 'preview', bot: '1', version: 'version-of-1' };
		expect(decide(press, [bot], 'own')).toMatchObject({ do: 'refuse', status: 409 });
	};

	it('the trigger does not take it', () => {
		const deaf = { ...asked, parameters: { workflowInputs: { values: [{ name: 'x' }] } } };
		refused(chained([deaf, batch()]), 'the text input whatToDo');
		const open = { ...asked, parameters: { inputSource: 'passthrough' } };
		expect(askingOf(chained([open, batch()]))).toEqual(both);
	});

	it.each([
		"={{ $('Click on Demand').isExecuted ? $('Click on Demand').first().json.whatToDo : '' }}",
		"={{ $('Click on Demand').first().json.whatToDo }}",
		"={{ $json.whatToDo ?? 'run' }}",
		'={{ $json.body.whatToDo }}',
		'={{ $json.whatToDoNext }}',
		'={{ $json.whatToDo }}{{ $json.more }}',
		'=whatToDo',
	])('On Demand is %s', (onDemand) => {
		refused(
			chained([asked, batch({ onDemand })]),
			'Set On Demand in “batchEcommerceOrders” to {{ $json.whatToDo ?? "" }}.',
		);
	});

	it.each([
		'={{$json.whatToDo}}',
		"={{ $json.whatToDo ?? '' }}",
		'={{ $json.whatToDo ?? "" }}',
		'= {{ $json.whatToDo??"" }} ',
	])('it is told with %s', (onDemand) => {
		expect(askingOf(chained([asked, batch({ onDemand })]))).toEqual(both);
	});

	it.each<[string, Json]>([
		['drops other fields', settings({ includeOtherFields: false })],
		['drops them, as n8n saves it', settings({ includeOtherFields: undefined })],
		['keeps some fields', settings({ include: 'except', excludeFields: 'whatToDo' })],
		['makes items of its own', settings({ mode: 'raw', jsonOutput: '{}' })],
		['sets the field', settings({ assignments: { assignments: [{ name: 'whatToDo' }] } })],
		['sets what is not known', settings({ assignments: '={{ $json }}' })],
		['sets any field', settings({ assignments: { assignments: [{ name: '={{ 1 }}' }] } })],
		['goes on when it fails', settings({}, { onError: 'continueRegularOutput' })],
		['goes on, as it was said before', settings({}, { continueOnFail: true })],
		['is an older one', settings({}, { typeVersion: 3 })],
		['is no Edit Fields', node('n8n-nodes-base.code', {}, { name: 'Settings' })],
		['is a batch node', batch({ operation: 'getBatches' })],
	])('a node between them %s', (_, between) => {
		const last = { ...batch(), name: 'Batch the payments' };
		refused(chained([asked, between, last]), `“${between.name}” may not hand whatToDo on`);
	});

	it('a second way to it does not hand it on', () => {
		const drops = settings({ includeOtherFields: false });
		const connections = {
			[asked.name]: leadingTo(batch(), drops),
			Settings: leadingTo(batch()),
		};
		const nodes = [asked, drops, batch()];
		const activeVersion = { versionId: 'version-of-1', nodes, connections };
		refused(workflow('1', nodes, { activeVersion }), '“Settings” may not hand');
	});

	it('a way leads back to it', () => {
		const bot = chained([asked, batch(), settings()]);
		bot.activeVersion.connections.Settings = leadingTo(batch());
		refused(bot, '“batchEcommerceOrders” may not hand');
	});

	it('it is told through Edit Fields that keep what comes in, and past nodes that are off', () => {
		const off = node('n8n-nodes-base.code', {}, { name: 'Off', disabled: true });
		expect(askingOf(chained([asked, settings(), off, batch()]))).toEqual(both);
	});
});
