/**
 * What Preview and Run give when they stop and the node is set to go on: the one item of Summary, with the result `failed`,
 * what happened and what to do, and a mail that says so.
 */
import {
	NodeApiError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeOperationError,
} from 'n8n-workflow';

import { stoppedEmail } from '../../lib/batching/summary/email';
import { summaryOfStop } from '../../lib/batching/summary/stopped';
import { inExecution } from './inExecution';
import { askedOperation } from './onDemand';
import { item } from './outputs';
import { botOptions, summaryAddress, zoneOf } from './parameters';
import type { BotOperation } from './properties/operation';

/** @param startedAt milliseconds */
export function stopped(
	context: IExecuteFunctions,
	error: NodeApiError | NodeOperationError,
	startedAt: number,
): INodeExecutionData[][] {
	const operation = readable(
		() => askedOperation(context),
		() => context.getNodeParameter('operation', 0) as BotOperation,
	);
	const summary = summaryOfStop({
		...inExecution(context, startedAt),
		operation,
		botName: readable(
			() => String(context.getNodeParameter('botName', 0, '')).trim(),
			() => '',
		),
		zone: readable(
			() => zoneOf(context, botOptions(context)),
			() => context.getTimezone(),
		),
		message: error.message,
		whatToDo: error.description ?? '',
		// What we refuse ourselves comes with a description, before anything is done.
		halfWay: operation === 'run' && (error instanceof NodeApiError || !error.description),
	});
	const to = readable(
		() => summaryAddress(context),
		() => '',
	);
	const told = { ...summary, email: { to, ...stoppedEmail(summary) } };
	// The shape in which n8n moves an item to the Error output of a node that has one.
	if (context.getNode().onError === 'continueErrorOutput') {
		return [[], [], [{ json: { error: error.message, message: summary.nextStep, details: told } }]];
	}
	return [[], [], [item(told)]];
}

/** A parameter whose expression cannot be worked out may be what it stopped for. */
function readable<T>(read: () => T, otherwise: () => T): T {
	try {
		return read();
	} catch {
		return otherwise();
	}
}
