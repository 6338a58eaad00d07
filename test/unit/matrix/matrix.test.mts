// What the table of docs/compatibility.md says of a version.
import type { Workflow } from '../../../sandbox/n8n/workflows.mts';
import { aloneOf, lackingFor } from '../../matrix/fit.mts';
import { missingIn } from '../../matrix/install.mts';
import { tableOf } from '../../matrix/table.mts';

const node = (name: string, type: string, typeVersion: number) => ({
	name,
	type,
	typeVersion,
	parameters: {},
});

const template: Workflow = {
	name: 'Batch',
	nodes: [
		node('By hand', 'n8n-nodes-base.manualTrigger', 1),
		node('A form', 'n8n-nodes-base.formTrigger', 2.6),
		node('Batch', 'ours.batch', 1),
	],
	connections: { 'A form': { main: [[{ node: 'Batch', type: 'main', index: 0 }]] } },
};

const offered = [
	{ name: 'n8n-nodes-base.manualTrigger', version: 1 },
	{ name: 'n8n-nodes-base.formTrigger', version: [2, 2.5] },
	{ name: 'n8n-nodes-base.formTrigger', version: 1 },
	{ name: 'ours.batch', version: 1 },
];

const tried = {
	readyMs: 7449,
	notLoaded: [],
	templates: { 'batch-ecommerce-orders': [], other: ['formTrigger 2.6 (it has 2.5)'] },
	batch: [],
};

it('names the node versions that an n8n lacks for a template, each once', () => {
	const twice = { ...template, nodes: [...template.nodes, ...template.nodes] };
	expect(lackingFor(twice, offered)).toEqual(['formTrigger 2.6 (it has 2.5)']);
	const newer = [...offered, { name: 'n8n-nodes-base.formTrigger', version: 2.6 }];
	expect(lackingFor(template, newer)).toEqual([]);
	expect(lackingFor(template, offered.slice(0, 3))).toContain('ours.batch 1 (it has none)');
});

it('leaves of a template its Manual Trigger and one kind of node', () => {
	const alone = aloneOf(template, 'ours.batch');
	expect(alone.nodes.map(({ name }) => name)).toEqual(['By hand', 'Batch']);
	expect(alone.connections).toEqual({
		'By hand': { main: [[{ node: 'Batch', type: 'main', index: 0 }]] },
	});
});

it.each([
	['npm error notarget No matching version found for @n8n/agents@0.26.2.\n', '@n8n/agents@0.26.2'],
	['npm error 404 Not Found - GET https://example.org/cssomnom - Not found', 'cssomnom'],
	[
		'npm error network request to https://example.org/a.tgz failed, reason: none',
		'https://example.org/a.tgz',
	],
])('finds what npm could not get: %s', (words, missing) => {
	expect(missingIn(words)).toBe(missing);
});

it('passes on what it does not understand', () => {
	expect(() => missingIn('No space left on device')).toThrow('No space left on device');
});

it('drops no version from the table', () => {
	const version = (n8n: string) => ({ n8n, node: '22.1.0' });
	const text = tableOf([
		{ version: version('9.4.0'), missing: '@n8n/agents@0.26.2' },
		{ version: version('9.3.0'), outcome: tried },
		{ version: version('9.2.0'), outcome: { ...tried, batch: ['Preview changed the ledger.'] } },
		{ version: version('9.1.0'), failure: 'n8n ended with code 1.' },
	]);
	const [, , ...lines] = text.split('\n');
	const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()));
	const needs = '1 of 2; the others need formTrigger 2.6 (it has 2.5)';
	expect(cells[0]).toEqual(['', '9.3.0', '22.1.0', 'all', 'right', needs, '7.4 s', '']);
	expect(cells[1][4]).toBe('Preview changed the ledger.');
	expect(cells[2].slice(1, 5)).toEqual(['9.1.0', '22.1.0', 'no', 'n8n ended with code 1.']);
	expect(text).toContain('9.4.0: the registry has no `@n8n/agents@0.26.2`');
});
