/** The panel's parameters as settings, read once for all items, and checked before anything is asked of Amazon. */
import { DateTime } from 'luxon';
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import {
	ProgressUnreadable,
	readProgress,
	type ProgressStart,
} from '../../lib/amazon/download/progress';
import { startAt, startFrom, type Start } from '../../lib/amazon/download/start';
import { settingsMark, type DownloadSettings } from '../../lib/amazon/download/settings';
import { defaultOrderOptions, type OrderOptions } from '../../lib/amazon/orders/options';

interface Options {
	billingAddress?: OrderOptions['billingAddress'];
	maxPages?: number;
	overlapMinutes?: number;
	paymentType?: string;
	singleWordNames?: OrderOptions['singleWordNames'];
}

/** How orders become sales orders. */
export function orderOptions(context: IExecuteFunctions): OrderOptions {
	const options = optionsOf(context);
	return {
		paymentType: options.paymentType?.trim() || defaultOrderOptions.paymentType,
		billingAddress: options.billingAddress ?? defaultOrderOptions.billingAddress,
		singleWordNames: options.singleWordNames ?? defaultOrderOptions.singleWordNames,
		personalData: context.getNodeParameter('personalData', 0, false) === true,
	};
}

/** @param accountKey of the credential */
export function downloadSettings(
	context: IExecuteFunctions,
	accountKey: string,
	personalData: boolean,
): DownloadSettings {
	const { maxPages = 10, overlapMinutes = 5 } = optionsOf(context);
	return {
		marketplaceIds: listOf(context.getNodeParameter('marketplaces', 0, [])),
		fulfilledBy: listOf(context.getNodeParameter('fulfilledBy', 0, [])),
		fulfillmentStatuses: listOf(context.getNodeParameter('statuses', 0, [])),
		personalData,
		maxPages: Math.max(1, Math.trunc(maxPages)),
		overlapMinutes: Math.max(0, overlapMinutes),
		accountKey,
	};
}

/**
 * Where the download starts: at Progress where there is one, otherwise at Updated After.
 * @param now milliseconds
 * @throws NodeOperationError when neither says, or one cannot be read or lies in the future
 */
export function startOf(
	context: IExecuteFunctions,
	settings: DownloadSettings,
	now: number,
): Start {
	const progress = progressOf(context);
	const start = progress
		? startFrom(progress, settingsMark(settings), now)
		: startAt(updatedAfter(context), now);
	if (start.after <= now) return start;
	throw new NodeOperationError(
		context.getNode(),
		`${progress ? 'updatedAfter in Progress' : 'Updated After'} lies in the future`,
		{
			description:
				'Orders are downloaded from a time that has passed. Nothing was asked of Amazon.',
		},
	);
}

function progressOf(context: IExecuteFunctions): ProgressStart | null {
	try {
		return readProgress(context.getNodeParameter('progress', 0, '{}'));
	} catch (failure) {
		return unreadable(context, failure);
	}
}

function unreadable(context: IExecuteFunctions, failure: unknown): never {
	if (!(failure instanceof ProgressUnreadable)) throw failure;
	throw new NodeOperationError(context.getNode(), 'Progress cannot be read', {
		description: `${failure.message} Give the item of the Progress output as it is, or correct the row that keeps it. Nothing was asked of Amazon.`,
	});
}

/** Milliseconds. A time without an offset is on the workflow's clocks. */
function updatedAfter(context: IExecuteFunctions): number {
	const given: unknown = context.getNodeParameter('updatedAfter', 0, '');
	const text = given instanceof DateTime ? (given.toISO() ?? '') : String(given ?? '').trim();
	if (text === '') {
		throw new NodeOperationError(context.getNode(), 'Updated After is empty', {
			description:
				'Set the time from which orders are to be downloaded, or give a Progress to go on from.',
		});
	}
	const at = DateTime.fromISO(text.replace(' ', 'T'), { zone: context.getTimezone() });
	if (at.isValid) return at.toMillis();
	throw new NodeOperationError(
		context.getNode(),
		`Updated After "${text}" is not a date and time`,
		{
			description: 'Pick it from the calendar, or write it like 2026-06-01T00:00:00Z.',
		},
	);
}

/** Amazon order IDs of one parameter. */
export function orderIdsIn(value: unknown): string[] {
	const texts = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
	return texts.flatMap((text) => text.split(/[\s,;]+/)).filter((id) => id !== '');
}

function optionsOf(context: IExecuteFunctions): Options {
	return context.getNodeParameter('options', 0, {}) as Options;
}

/** A list of values; an expression may also give them as text with commas. */
function listOf(value: unknown): string[] {
	const values = Array.isArray(value) ? value : String(value ?? '').split(',');
	return values.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}
