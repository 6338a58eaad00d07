/** A bot's settings in words: those of its nodes, from left to right on the canvas, then its schedule. */
import type { Bot } from '../bots';
import { nodeTypes } from '../nodeTypes';
import { scheduleInWords } from '../schedule/inWords';
import type { WorkflowNode } from '../workflow';
import { batchingSettings } from './batching';
import { alertSettings, checkSettings, downloadSettings, stageSettings } from './orders';
import type { Setting } from './setting';

type Words = (parameters: WorkflowNode['parameters']) => Setting[];

const byType: Record<string, Words> = {
	[nodeTypes.batch]: (parameters) =>
		['preview', 'run', undefined].includes(parameters.operation as string | undefined) ||
		String(parameters.operation).startsWith('=')
			? batchingSettings(parameters)
			: [],
	[nodeTypes.download]: downloadSettings,
	[nodeTypes.validate]: checkSettings,
	[nodeTypes.stage]: stageSettings,
	[nodeTypes.editFields]: alertSettings,
};

/** What the bot does, when and for whom. The same words are not said twice. */
export function settingsInWords({ nodes, timeZone }: Bot): Setting[] {
	const settings = nodes
		.filter(({ disabled }) => disabled !== true)
		.flatMap(({ type, parameters }) => byType[type]?.(parameters) ?? []);
	return [...without(settings), { label: 'Schedule', texts: schedule(nodes, timeZone) }];
}

function schedule(nodes: readonly WorkflowNode[], timeZone: string): string[] {
	const sentences = nodes
		.filter(({ type, disabled }) => type === nodeTypes.schedule && disabled !== true)
		.flatMap(({ parameters }) => scheduleInWords(parameters));
	if (sentences.length === 0) return ['On demand only'];
	return sentences.map((sentence) => `${sentence} (${timeZone})`);
}

/** Two nodes that are set alike, as where orders are saved in two ways, are shown as one. */
function without(settings: readonly Setting[]): Setting[] {
	const byLabel = new Map<string, Setting>();
	for (const { label, texts } of settings) {
		const known = byLabel.get(label)?.texts ?? [];
		const added = texts.filter((text) => !known.includes(text));
		byLabel.set(label, { label, texts: [...known, ...added] });
	}
	return [...byLabel.values()];
}
