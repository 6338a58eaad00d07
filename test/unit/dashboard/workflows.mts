// Workflows as n8n's API lists them, for the tests of the dashboard.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Record<string, any>;

export const now = Date.parse('2026-06-02T04:12:00Z');

export function node(type: string, parameters: Json = {}, more: Json = {}): Json {
	const full = type.includes('.') ? type : `n8n-nodes-cin7-omni.${type}`;
	return {
		id: type,
		name: type,
		type: full,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...more,
	};
}

/** The trigger that templates have for the dashboard, leading to a node. */
export const asked = node(
	'n8n-nodes-base.executeWorkflowTrigger',
	{ workflowInputs: { values: [{ name: 'whatToDo', type: 'string' }] } },
	{ name: 'When the dashboard asks', typeVersion: 1.1 },
);

export const schedule = node(
	'n8n-nodes-base.scheduleTrigger',
	{
		rule: { interval: [{ field: 'days', daysInterval: 1, triggerAtHour: 6, triggerAtMinute: 0 }] },
	},
	{ typeVersion: 1.2 },
);

export function batch(parameters: Json = {}): Json {
	return node('batchEcommerceOrders', {
		operation: 'run',
		onDemand: '={{ $json.whatToDo }}',
		...parameters,
	});
}

/** A published bot that the dashboard may ask. */
export function workflow(id: string, nodes: Json[] = [asked, schedule, batch()], more: Json = {}) {
	const connections = {
		[asked.name]: { main: [[{ node: nodes.at(-1)?.name, type: 'main', index: 0 }]] },
	};
	return {
		id,
		name: `Bot ${id}`,
		active: true,
		isArchived: false,
		versionId: `version-of-${id}`,
		activeVersionId: `version-of-${id}`,
		nodes,
		connections,
		settings: { timezone: 'Australia/Sydney' },
		activeVersion: { versionId: `version-of-${id}`, workflowId: id, nodes, connections },
		...more,
	};
}

/** A bot whose nodes follow one another; `apart` are on the canvas, and nothing leads to them. */
export function chained(chain: Json[], apart: Json[] = []): Json {
	const nodes = [...chain, ...apart];
	const connections = Object.fromEntries(
		chain.slice(1).map((next, index) => [chain[index].name, leadingTo(next)]),
	);
	const activeVersion = { versionId: 'version-of-1', nodes, connections };
	return workflow('1', nodes, { connections, activeVersion });
}

export function leadingTo(...nodes: Json[]): Json {
	return { main: [nodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] };
}

/** Edit Fields that keep what comes in. */
export const settings = (parameters: Json = {}, more: Json = {}) =>
	node(
		'n8n-nodes-base.set',
		{
			mode: 'manual',
			assignments: { assignments: [{ id: '1', name: 'xeroApi', type: 'string', value: '' }] },
			includeOtherFields: true,
			options: {},
			...parameters,
		},
		{ name: 'Settings', typeVersion: 3.4, ...more },
	);

export const unpublished = { active: false, activeVersionId: null, activeVersion: null };

export function execution(id: string, workflowId: string, more: Json = {}) {
	return {
		id,
		workflowId,
		status: 'success',
		finished: true,
		mode: 'trigger',
		startedAt: '2026-06-01T20:00:05.000Z',
		stoppedAt: '2026-06-01T20:01:05.000Z',
		...more,
	};
}

export function row(workflowId: string, executionId: string, more: Json = {}) {
	return {
		id: 1,
		workflowId,
		botName: 'Bot',
		operation: 'run',
		result: 'done',
		startedAt: '2026-06-01T20:00:06.000Z',
		executionId,
		batches: 3,
		payments: 12,
		skipped: 2,
		totals: 'AUD 1,234.00; NZD 5.00',
		message: '',
		executionUrl: 'https://n8n.example.com/',
		...more,
	};
}

/** A template of the repository as a published workflow. */
export function fromTemplate(file: string, id: string) {
	const path = join(import.meta.dirname, '../../../workflows', `${file}.json`);
	const { name, nodes, connections, settings } = JSON.parse(readFileSync(path, 'utf8'));
	const version = { versionId: `version-of-${id}`, nodes, connections };
	return { ...workflow(id), name, nodes, connections, settings, activeVersion: version };
}
