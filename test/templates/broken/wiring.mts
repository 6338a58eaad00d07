// Connections, references and expressions.
import type { INode } from 'n8n-workflow';
import type { Template } from '../template.mts';
import { base } from '../soundTemplate.mts';
import { expression, parameter, type Broken } from './broken.mts';

const to = (node: string, index = 0) => ({ node, type: 'main' as const, index });

/** A second way out of the row, at this height; somebody is told what came of it. */
export function tellTheOthers(template: Template, y: number): void {
	const some = template.nodes.find(({ name }) => name === 'Tell somebody') as INode;
	const others = { ...structuredClone(some), id: 'others', name: 'Tell the others' };
	template.nodes.push({ ...others, position: [1600, y] });
	template.connections['Write the row'].main[0]?.push(to('Tell the others'));
	some.parameters.text = "={{ $('Tell the others').isExecuted }}";
	const about = template.nodes[0].parameters;
	about.content = String(about.content).replace('**Tell somebody**', '$&, **Tell the others**');
}

export const wiring: Broken[] = [
	{
		what: 'a connection to a node that is not there',
		rule: 'connection',
		says: 'there is no such node',
		spoil: ({ connections }) => connections['Write the row'].main[0]?.push(to('Nowhere')),
	},
	{
		what: 'a connection from a node that is not there',
		rule: 'connection',
		says: 'there is no such node',
		spoil: ({ connections }) => (connections.Nowhere = { main: [[to('Tell somebody')]] }),
	},
	{
		what: 'an output that is not there',
		rule: 'connection',
		says: 'has no output 1',
		spoil: ({ connections }) => connections['Release them'].main.push([to('Tell somebody')]),
	},
	{
		what: 'an input that is not there',
		rule: 'connection',
		says: 'has no input 2',
		spoil: ({ connections }) => connections['Release them'].main[0]?.push(to('All of them', 2)),
	},
	{
		what: 'a node that nothing leads to',
		rule: 'connection',
		says: 'No trigger leads to it',
		spoil: ({ connections }) => delete connections['Write the row'],
	},
	{
		what: 'a workflow that nothing starts',
		rule: 'connection',
		says: 'has no trigger',
		spoil(template) {
			template.nodes = template.nodes.filter(({ type }) => !/Trigger$/.test(type));
		},
	},
	{
		what: 'a reference to a node that is not there',
		rule: 'reference',
		says: 'It refers to Nobody',
		spoil: expression("={{ $('Nobody').first().json.text }}"),
	},
	{
		what: 'a reference to a node that runs later',
		rule: 'reference',
		says: 'which does not run before it',
		spoil: parameter(
			'What to say',
			'assignments.assignments.0.value',
			"={{ $('Tell somebody').first().json.text }}",
		),
	},
	{
		what: 'a reference to a node on a lower branch, which runs later',
		rule: 'reference',
		says: 'Tell the others, which does not run before it',
		spoil: (template) => tellTheOthers(template, 200),
	},
	{
		what: 'a reference to an output that is not there',
		rule: 'reference',
		says: 'output 1 of What to say',
		spoil: expression("={{ $('What to say').all(1) }}"),
	},
	{
		what: 'a reference to one of several triggers',
		rule: 'reference',
		says: 'another may have started',
		spoil: expression("={{ $('By hand').first().json.text }}"),
	},
	{
		what: 'an expression that cannot be read',
		rule: 'expression',
		says: 'text:',
		spoil: expression('={{ $json.text + }}'),
	},
	{
		what: 'an expression that n8n does not allow',
		rule: 'expression',
		says: 'constructor',
		spoil: expression('={{ $json.constructor }}'),
	},
	{
		what: 'code that cannot be read',
		rule: 'expression',
		says: 'jsCode',
		spoil(_template, node) {
			Object.assign(node('What to say'), {
				type: base('code'),
				typeVersion: 2,
				parameters: { jsCode: 'return [{ json: {} }' },
			});
		},
	},
	{
		what: 'an expression without its =',
		rule: 'expression',
		says: 'but no = before it',
		spoil: expression('{{ $json.text }}'),
	},
	{
		what: 'a variable of the machine',
		rule: 'expression',
		says: '$env is blocked',
		spoil: expression('={{ $env.HOME }}'),
	},
	{
		what: 'a variable of a paid plan',
		rule: 'expression',
		says: 'not in every plan',
		spoil: expression('={{ $vars.address }}'),
	},
	{
		what: 'a function that n8n 3 takes away',
		rule: 'removed',
		says: 'get-paired-item',
		spoil: expression("={{ $getPairedItem('What to say', {}, {}) }}"),
	},
	{
		what: 'a node that n8n 3 takes away',
		rule: 'removed',
		says: 'no longer supported',
		spoil(_template, node) {
			Object.assign(node('What to say'), {
				type: base('function'),
				typeVersion: 1,
				parameters: { functionCode: 'return items;' },
			});
		},
	},
	{
		what: 'always an output on a node with two',
		rule: 'removed',
		says: 'always-output-data',
		spoil: (_template, node) => (node('Is it complete?').alwaysOutputData = true),
	},
];
