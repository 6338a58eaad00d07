// What another n8n does not have, or must not get.
import { base } from '../soundTemplate.mts';
import { parameter, type Broken } from './broken.mts';

export const hidden: Broken[] = [
	{
		what: 'a chosen credential',
		rule: 'hidden',
		says: 'names the credential Zb3',
		spoil(_template, node) {
			node('Find the orders').credentials = { cin7OmniApi: { id: 'Zb3', name: 'Ours' } };
		},
	},
	{
		what: 'a credential that does not exist',
		rule: 'hidden',
		says: 'There is no credential cin7Api',
		spoil: (_template, node) => (node('Find the orders').credentials = { cin7Api: { name: 'x' } }),
	},
	{
		what: 'a credential that the node does not take',
		rule: 'hidden',
		says: 'does not take the credential smtp',
		spoil: (_template, node) => (node('Find the orders').credentials = { smtp: { name: 'x' } }),
	},
	{
		what: 'pinned data',
		rule: 'hidden',
		says: 'pinned data',
		spoil: (template) => (template.pinData = { 'By hand': [{ json: {} }] }),
	},
	{
		what: 'an id',
		rule: 'hidden',
		says: 'no "id"',
		spoil: (template) => (template.id = 'qK2'),
	},
	{
		what: 'a table of one n8n',
		rule: 'hidden',
		says: 'Data Table by an id',
		spoil: parameter('Write the row', 'dataTableId.value', 'fW9Rk2'),
	},
	{
		what: 'another workflow',
		rule: 'hidden',
		says: 'names another workflow',
		spoil(_template, node) {
			Object.assign(node('What to say'), {
				type: base('executeWorkflow'),
				typeVersion: 1.2,
				parameters: { workflowId: { __rl: true, mode: 'list', value: 'fW9Rk2' }, options: {} },
			});
		},
	},
	{
		what: 'an address that a copy cannot have as well',
		rule: 'hidden',
		says: 'address is fixed (held-orders)',
		spoil(_template, node) {
			Object.assign(node('By hand'), {
				type: base('webhook'),
				typeVersion: 2,
				parameters: { path: 'held-orders', options: {} },
			});
		},
	},
	{
		what: 'an e-mail address of somebody',
		rule: 'hidden',
		says: 'has the address',
		spoil: parameter('Tell somebody', 'fromEmail', 'me@cin7-merchant.com'),
	},
	{
		what: 'what looks like a secret',
		rule: 'hidden',
		says: 'a secret',
		spoil: parameter('Tell somebody', 'subject', `Key ${'0a1b2c3d'.repeat(5)}`),
	},
	{
		what: 'no time zone',
		rule: 'settings',
		says: 'no time zone',
		spoil: (template) => delete template.settings?.timezone,
	},
	{
		what: 'the old execution order',
		rule: 'settings',
		says: 'not v1',
		spoil: (template) => (template.settings = { ...template.settings, executionOrder: 'v0' }),
	},
	{
		what: 'an error workflow, which another n8n does not have',
		rule: 'settings',
		says: '"errorWorkflow"',
		spoil: (template) => (template.settings = { ...template.settings, errorWorkflow: 'fW9' }),
	},
	{
		what: 'a table that stops the second execution',
		rule: 'dataTable',
		says: 'when the table is there already',
		spoil: parameter('Make the table', 'options', {}),
	},
	{
		what: 'a table that nobody makes',
		rule: 'dataTable',
		says: 'made by no node',
		spoil: parameter('Write the row', 'dataTableId', { __rl: true, mode: 'name', value: 'Others' }),
	},
	{
		what: 'a column that the table does not have',
		rule: 'dataTable',
		says: 'makes no column when',
		spoil: parameter('Write the row', 'columns.value', { order: '', when: '' }),
	},
	{
		what: 'a column that nothing writes',
		rule: 'dataTable',
		says: 'Nothing writes the column note',
		spoil: parameter('Make the table', 'columns.column', [{ name: 'order' }, { name: 'note' }]),
	},
	{
		what: 'a schedule without a way to run it by hand',
		rule: 'start',
		says: 'not by hand',
		spoil: (_template, node) =>
			Object.assign(node('By hand'), { ...node('Every day'), name: 'By hand' }),
	},
	{
		what: 'a trigger of the dashboard that asks for something else',
		rule: 'start',
		says: 'one text, whatToDo',
		spoil: parameter('When the dashboard asks', 'workflowInputs.values', [{ name: 'what' }]),
	},
];
