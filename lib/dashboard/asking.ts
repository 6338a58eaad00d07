/** What the dashboard may ask of a bot: Preview, Run, or neither, and why. */
import { nodeTypes } from './nodeTypes';
import { hasNode, type Connections, type WorkflowNode } from './workflow';

export const whatToDo = ['preview', 'run'] as const;
export type WhatToDo = (typeof whatToDo)[number];

export interface Asking {
	preview: boolean;
	run: boolean;
	/** Why a button is missing or cannot be pressed, in sentences for the person at the page; empty when nothing is to be said. */
	why: string;
}

/** The field with which the dashboard says what to do; every template's trigger has it. */
export const askedField = 'whatToDo';

/**
 * A published workflow is started through its trigger When Executed by Another Workflow. Preview is offered only where it
 * surely is one: a bot that would run instead must not have that button.
 */
export function asking(
	nodes: readonly WorkflowNode[],
	connections: Connections,
	published: boolean,
): Asking {
	const none = (why: string): Asking => ({ preview: false, run: false, why });
	if (!published) return none('It is not published. Publish it in n8n to start it from here.');
	const trigger = nodes.find(
		({ type, disabled }) => type === nodeTypes.calledByAnother && disabled !== true,
	);
	if (trigger === undefined) {
		// People start it with its form, and nothing is missing.
		if (hasNode(nodes, nodeTypes.form)) return none('');
		return none(
			'It has no trigger for the dashboard. Add “When Executed by Another Workflow” with one text input, whatToDo, in n8n and publish it.',
		);
	}
	if (!leadsSomewhere(trigger, connections)) {
		return none(`Its trigger “${trigger.name}” leads to no other node. Connect it in n8n.`);
	}
	return offered(nodes, takesWhatToDo(trigger));
}

function offered(nodes: readonly WorkflowNode[], told: boolean): Asking {
	const batching = nodes.filter(
		({ type, disabled, parameters }) =>
			type === nodeTypes.batch && disabled !== true && isBotOperation(parameters.operation),
	);
	if (batching.length === 0) return { preview: false, run: true, why: '' };
	if (told && batching.every(followsTheAsker)) return { preview: true, run: true, why: '' };
	const does = new Set(batching.map(alwaysDoes));
	const onlyPreviews = does.size === 1 && does.has('preview');
	const onlyRuns = does.size === 1 && does.has('run');
	return {
		preview: onlyPreviews,
		run: onlyRuns,
		why: onlyPreviews
			? 'It is set to Preview only, whoever starts it.'
			: onlyRuns
				? 'It is set to Run, whoever starts it.'
				: 'It does not take from the dashboard what to do. Set On Demand in its Batch Ecommerce Orders node to {{ $json.whatToDo ?? "" }}.',
	};
}

function followsTheAsker({ parameters: { onDemand } }: WorkflowNode): boolean {
	return typeof onDemand === 'string' && onDemand.startsWith('=') && onDemand.includes(askedField);
}

/** What a node does whoever starts it; null when that is worked out as it runs. A parameter at its default may be absent. */
function alwaysDoes({ parameters }: WorkflowNode): WhatToDo | null {
	const { onDemand, operation = 'preview' } = parameters;
	const chosen = typeof onDemand === 'string' && onDemand.trim() !== '' ? onDemand : operation;
	return whatToDo.find((known) => known === String(chosen).trim().toLowerCase()) ?? null;
}

function isBotOperation(operation: unknown): boolean {
	const known = operation === undefined || whatToDo.some((one) => one === operation);
	return known || String(operation).startsWith('=');
}

function takesWhatToDo({ typeVersion, parameters }: WorkflowNode): boolean {
	const source = parameters.inputSource ?? (typeVersion < 1.1 ? 'passthrough' : 'workflowInputs');
	if (source !== 'workflowInputs') return source === 'passthrough';
	const inputs = parameters.workflowInputs as { values?: { name?: unknown }[] } | undefined;
	return (inputs?.values ?? []).some(({ name }) => name === askedField);
}

function leadsSomewhere({ name }: WorkflowNode, connections: Connections): boolean {
	const outputs = (connections[name] as { main?: unknown } | undefined)?.main;
	return Array.isArray(outputs) && outputs.some((next) => Array.isArray(next) && next.length > 0);
}
