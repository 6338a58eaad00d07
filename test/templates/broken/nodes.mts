// Nodes and their parameters.
import { base } from '../soundTemplate.mts';
import { parameter, type Broken } from './broken.mts';

export const nodes: Broken[] = [
	{
		what: 'a node type that does not exist',
		rule: 'nodeType',
		says: 'There is no node type',
		spoil: (_template, node) => (node('Tell somebody').type = base('mailSend')),
	},
	{
		what: 'a version that this n8n does not have',
		rule: 'nodeType',
		says: 'has no version 3.9',
		spoil: (_template, node) => (node('What to say').typeVersion = 3.9),
	},
	{
		what: 'a version that the oldest n8n does not have',
		rule: 'nodeType',
		says: 'has no version 1.4 in n8n 2.27: there 1.3 is the newest',
		spoil: (_template, node) => (node('Every day').typeVersion = 1.4),
	},
	{
		what: 'a node that nobody has looked up in the oldest n8n',
		rule: 'nodeType',
		says: 'Look up the newest version of n8n-nodes-base.markdown in n8n 2.27',
		spoil: (_template, node) =>
			Object.assign(node('Tell somebody'), { type: base('markdown'), typeVersion: 1 }),
	},
	{
		what: 'something on a node that n8n does not know',
		rule: 'nodeType',
		says: 'no "continueOnFail"',
		spoil: (_template, node) => (node('Find the orders').continueOnFail = true),
	},
	{
		what: 'more tries than n8n makes',
		rule: 'nodeType',
		says: 'takes 5 as maxTries',
		spoil: (_template, node) => (node('Find the orders').maxTries = 10),
	},
	{
		what: 'a node for all items that is executed once',
		rule: 'executeOnce',
		says: 'all but the first',
		spoil: (_template, node) => (node('Release them').executeOnce = true),
	},
	{
		what: 'a parameter that does not exist',
		rule: 'parameter',
		says: 'autoDispatched is no parameter',
		spoil: parameter('Release them', 'autoDispatched', true),
	},
	{
		what: 'a parameter that is not shown for the operation',
		rule: 'parameter',
		says: 'dispatchedDate is no parameter',
		spoil: parameter('Release them', 'dispatchedDate', '2026-06-01'),
	},
	{
		what: 'an option of a collection that does not exist',
		rule: 'parameter',
		says: 'attribution',
		spoil: parameter('Tell somebody', 'options', { attribution: false }),
	},
	{
		what: 'a choice that does not exist',
		rule: 'parameter',
		says: 'amazonFulfilled cannot be "sometimes"',
		spoil: parameter('Is it complete?', 'amazonFulfilled', 'sometimes'),
	},
	{
		what: 'one of several choices that does not exist',
		rule: 'parameter',
		says: 'requiredData cannot be "shoeSize"',
		spoil: parameter('Is it complete?', 'requiredData', ['contact', 'shoeSize']),
	},
	{
		what: 'text where there is a switch',
		rule: 'parameter',
		says: 'autoDispatch is no boolean',
		spoil: parameter('Release them', 'autoDispatch', 'no'),
	},
	{
		what: 'a way to choose from a list that does not exist',
		rule: 'parameter',
		says: 'cannot be chosen by colour',
		spoil: parameter('Release them', 'defaultStage.mode', 'colour'),
	},
	{
		what: 'a field of a group that does not exist',
		rule: 'parameter',
		says: 'rule.interval',
		spoil: parameter('Every day', 'rule.interval', [{ field: 'days', atHour: 7 }]),
	},
	{
		what: 'a value that n8n itself refuses',
		rule: 'n8n',
		says: 'emailFormat',
		spoil: parameter('Tell somebody', 'emailFormat', 'rich'),
	},
];
