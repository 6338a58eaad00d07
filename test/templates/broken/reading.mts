// What a person sees: names, the canvas, the notes.
import { parameter, type Broken } from './broken.mts';

export const reading: Broken[] = [
	{
		what: 'two nodes of a name',
		rule: 'name',
		says: 'Two nodes have this name',
		spoil: (_template, node) => (node('By hand').name = 'Every day'),
	},
	{
		what: 'a node with the name of its type',
		rule: 'name',
		says: 'any such node',
		spoil(template, node) {
			node('All of them').name = 'Merge';
			const { 'All of them': out, ...others } = template.connections;
			const all = JSON.stringify({ ...others, Merge: out }).replaceAll('All of them', 'Merge');
			template.connections = JSON.parse(all);
		},
	},
	{
		what: 'nodes on top of each other',
		rule: 'canvas',
		says: 'overlaps By hand',
		spoil: (_template, node) => (node('Every day').position = [40, -60]),
	},
	{
		what: 'notes on top of each other',
		rule: 'canvas',
		says: 'overlaps the note',
		spoil: (_template, node) => (node('About').position = [-500, -400]),
	},
	{
		what: 'a node beside its note',
		rule: 'canvas',
		says: 'stands on 0 notes',
		spoil: (_template, node) => (node('Tell somebody').position = [2400, 0]),
	},
	{
		what: 'a node over the edge of its note',
		rule: 'canvas',
		says: 'hangs over the edge',
		spoil: (_template, node) => (node('Tell somebody').position = [1800, 0]),
	},
	{
		what: 'a node on the text of its note',
		rule: 'canvas',
		says: 'stands on the text',
		spoil: parameter('The way', 'content', 'Words and more words. '.repeat(400)),
	},
	{
		what: 'a note that is too small for its text',
		rule: 'canvas',
		says: 'longer than the note',
		spoil: parameter('About', 'height', 120),
	},
	{
		what: 'no steps to set it up',
		rule: 'setUp',
		says: 'has no overview',
		spoil: parameter('About', 'content', '## Look after held orders'),
	},
	{
		what: 'a step about a node that was renamed',
		rule: 'setUp',
		says: 'no node Release',
		spoil: parameter('About', 'content', '1. **Release**, **Find the orders**, **Tell somebody**'),
	},
	{
		what: 'a credential that no step names',
		rule: 'setUp',
		says: 'needs cin7OmniApi',
		spoil: parameter('About', 'content', '1. **Find the orders**, **Tell somebody**'),
	},
	{
		what: 'a required field that is blank, and no word about it',
		rule: 'setUp',
		says: 'To Email is required',
		spoil: parameter('About', 'content', '1. **Find the orders**, **Release them**'),
	},
];
