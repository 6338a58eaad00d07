// A template in which nothing is to be found: triggers, a table, our nodes, a branch that comes together again, an e-mail.
import type { INode } from 'n8n-workflow';
import type { Template } from './template.mts';

export const base = (name: string) => `n8n-nodes-base.${name}`;
const own = (name: string) => `n8n-nodes-cin7-omni.${name}`;
const to = (node: string, index = 0) => ({ node, type: 'main' as const, index });

function nodeAt(
	name: string,
	type: string,
	typeVersion: number,
	position: [number, number],
	parameters: object,
): INode {
	return { id: `id of ${name}`, name, type, typeVersion, position, parameters } as INode;
}

export function soundTemplate(): Template {
	const note = (name: string, position: [number, number], size: object, content: string) =>
		nodeAt(name, base('stickyNote'), 1, position, { ...size, content });
	const about = [
		'## Look after held orders',
		'### Set up',
		'1. **Find the orders** and **Release them**: choose your *Cin7 Omni API* credential.',
		'2. **Tell somebody**: choose an SMTP credential, a sender and *To Email*.',
	].join('\n');
	const table = { __rl: true, mode: 'id', value: "={{ $('Make the table').first().json.id }}" };
	return {
		name: 'Look after held orders',
		nodes: [
			note('About', [-560, -400], { width: 480, height: 900 }, about),
			note('The way', [-40, -400], { width: 1900, height: 900 }, '### The way'),
			nodeAt('Every day', base('scheduleTrigger'), 1.2, [0, -180], {
				rule: { interval: [{ field: 'days', triggerAtHour: 7 }] },
			}),
			nodeAt('By hand', base('manualTrigger'), 1, [0, 0], {}),
			nodeAt('When the dashboard asks', base('executeWorkflowTrigger'), 1.1, [0, 180], {
				workflowInputs: { values: [{ name: 'whatToDo', type: 'string' }] },
			}),
			nodeAt('Make the table', base('dataTable'), 1.1, [200, 0], {
				resource: 'table',
				operation: 'create',
				tableName: 'Held orders',
				columns: { column: [{ name: 'order', type: 'string' }] },
				options: { createIfNotExists: true },
			}),
			nodeAt('Find the orders', own('cin7Omni'), 1, [400, 0], {
				resource: 'salesOrder',
				operation: 'getAll',
				returnAll: true,
				filters: { stage: 'Needs Attention' },
				options: {},
			}),
			nodeAt('Is it complete?', own('validateOrder'), 1, [600, 0], {
				requiredData: ['contact', 'lineItems'],
				amazonFulfilled: 'check',
				options: {},
			}),
			nodeAt('Release them', own('setOrderStage'), 1, [800, -160], {
				operation: 'applyDefaults',
				defaultStage: { __rl: true, mode: 'name', value: 'New' },
				autoDispatch: false,
				createMissing: false,
				options: {},
			}),
			nodeAt('All of them', base('merge'), 3.1, [1000, 0], { mode: 'append', numberInputs: 2 }),
			nodeAt('What to say', base('set'), 3.4, [1200, 0], {
				mode: 'manual',
				assignments: {
					assignments: [
						{
							id: 'a',
							name: 'text',
							type: 'string',
							value: "={{ $('Is it complete?').all(1).length + ' orders wait' }}",
						},
					],
				},
				options: {},
			}),
			nodeAt('Write the row', base('dataTable'), 1.1, [1400, 0], {
				resource: 'row',
				operation: 'insert',
				dataTableId: table,
				columns: {
					mappingMode: 'defineBelow',
					value: { order: '={{ $json.text }}' },
					matchingColumns: [],
					schema: [],
				},
				options: {},
			}),
			nodeAt('Tell somebody', base('emailSend'), 2.1, [1600, 0], {
				fromEmail: 'bot@example.com',
				toEmail: '',
				subject: '={{ $json.text }}',
				emailFormat: 'text',
				text: "={{ $('What to say').first().json.text }}",
				options: { appendAttribution: false },
			}),
		],
		connections: {
			'Every day': { main: [[to('Make the table')]] },
			'By hand': { main: [[to('Make the table')]] },
			'When the dashboard asks': { main: [[to('Make the table')]] },
			'Make the table': { main: [[to('Find the orders')]] },
			'Find the orders': { main: [[to('Is it complete?')]] },
			'Is it complete?': { main: [[to('Release them')], [to('All of them', 1)]] },
			'Release them': { main: [[to('All of them')]] },
			'All of them': { main: [[to('What to say')]] },
			'What to say': { main: [[to('Write the row')]] },
			'Write the row': { main: [[to('Tell somebody')]] },
		},
		settings: { executionOrder: 'v1', timezone: 'Australia/Sydney' },
		pinData: {},
		tags: [],
	};
}
