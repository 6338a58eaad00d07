/** The channels that a bot's diagram shows: its Tags, which is all that Cin7's tags are for. */
import type { Bot } from './bots';
import { nodeTypes } from './nodeTypes';
import { collection, inText, inTexts, byExpression } from './settings/setting';

export interface ChannelFlow {
	/** On the left; empty when nobody tagged the bot and its nodes name none. */
	channels: string[];
	/** Whether what happens in Cin7 goes on to accounting. */
	accounting: boolean;
}

/** Tags when there are any, otherwise the channels of the bot's rows, otherwise Amazon where orders come from there. */
export function channelFlow({ nodes }: Bot): ChannelFlow {
	const enabled = nodes.filter(({ disabled }) => disabled !== true);
	const batching = enabled.filter(({ type }) => type === nodeTypes.batch);
	const tags = unique(batching.flatMap(({ parameters }) => inTexts(parameters.tags)));
	const rows = batching.flatMap(({ parameters }) => {
		const { rows: given } = collection(parameters.batchingOptions);
		return Array.isArray(given) ? given.map((row) => inText(collection(row).channel)) : [];
	});
	const amazon = enabled.some(({ type }) => type === nodeTypes.download) ? ['Amazon Seller'] : [];
	return {
		channels: tags.length > 0 ? tags : [...unique(rows), ...amazon],
		accounting: batching.length > 0,
	};
}

function unique(names: readonly string[]): string[] {
	return [...new Set(names)].filter((name) => name !== '' && name !== byExpression);
}
