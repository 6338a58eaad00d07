/** The panel's parameters as the settings of a bot, read once for all items, and checked before anything is asked of Cin7. */
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { DocumentSettings } from '../../lib/batching/document';
import type { BatchSettings, ChannelRow } from '../../lib/batching/settings';
import { lacksName, type ChannelField } from '../../lib/orders/channel';
import type { CutOff } from '../../lib/time/cutOff';
import { instantOf } from '../../lib/time/instant';

export interface BotOptions {
	timeZone?: string;
	lookBackDays?: number;
	batchPer?: 'day' | 'run';
	partlySelectedOrders?: 'leave' | 'batchAlone';
	depositPaymentTypes?: string;
	channelFrom?: ChannelField['from'];
	channelCustomField?: string;
	asOf?: string;
	previewFingerprint?: string;
	freightAccount?: string;
	surchargeAccount?: string;
	discountAccount?: string;
	roundingAccount?: string;
}

interface RowParameters {
	channel?: { value?: string } | string;
	paymentType?: { value?: string } | string;
	cutOff: CutOff['kind'];
	cutOffTime?: string;
}

/** The Options collection. */
export function botOptions(context: IExecuteFunctions): BotOptions {
	return context.getNodeParameter('options', 0, {}) as BotOptions;
}

/**
 * What Preview and Run have in common.
 * @throws NodeOperationError naming the row whose time cannot be read
 */
export function batchSettings(context: IExecuteFunctions, options: BotOptions): BatchSettings {
	const rows = context.getNodeParameter('batchingOptions.rows', 0, []) as RowParameters[];
	const branches = context.getNodeParameter('branches', 0, []) as (string | number)[];
	return {
		botName: String(context.getNodeParameter('botName', 0, '')).trim(),
		rows: rows.map((row, index) => channelRow(context, row, index)),
		branchIds: branches.map((branch) => branchId(context, branch)),
		zone: zoneOf(context, options),
		lookBackDays: options.lookBackDays ?? 30,
		batchPer: options.batchPer ?? 'day',
		partlySelectedOrders: options.partlySelectedOrders ?? 'leave',
		depositPaymentTypes: (options.depositPaymentTypes ?? '')
			.split(',')
			.map((type) => type.trim())
			.filter((type) => type !== ''),
		channelField: channelField(context, options),
	};
}

/** The zone of cut-offs and batch days. */
export function zoneOf(context: IExecuteFunctions, options: BotOptions): string {
	return options.timeZone?.trim() || context.getTimezone();
}

function channelRow(context: IExecuteFunctions, row: RowParameters, index: number): ChannelRow {
	return {
		channel: locatorText(row.channel),
		paymentType: locatorText(row.paymentType),
		cutOff: cutOff(context, row, index),
	};
}

function cutOff(context: IExecuteFunctions, row: RowParameters, index: number): CutOff {
	if (row.cutOff !== 'time') return { kind: row.cutOff };
	const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec((row.cutOffTime ?? '').trim());
	if (!match) {
		throw new NodeOperationError(
			context.getNode(),
			`The cut-off time "${row.cutOffTime ?? ''}" of ${locatorText(row.channel)}, ${locatorText(row.paymentType)} is not a time of day`,
			{
				description: `In row ${index + 1} of Ecommerce Batching Options, write hours and minutes on a 24-hour clock, such as 11:00 or 16:30. Nothing was changed in Cin7.`,
			},
		);
	}
	return { kind: 'time', hour: Number(match[1]), minute: Number(match[2]) };
}

function branchId(context: IExecuteFunctions, branch: string | number): number {
	const id = Number(branch);
	if (Number.isSafeInteger(id) && id > 0) return id;
	throw new NodeOperationError(
		context.getNode(),
		`The branch "${branch}" is not a Cin7 branch ID`,
		{
			description:
				'Choose branches from the list, or give their IDs as whole numbers. Nothing was changed in Cin7.',
		},
	);
}

function channelField(context: IExecuteFunctions, options: BotOptions): ChannelField {
	const field: ChannelField = {
		from: options.channelFrom ?? 'source',
		name: options.channelCustomField?.trim() ?? '',
	};
	if (!lacksName(field)) return field;
	throw new NodeOperationError(
		context.getNode(),
		'Channels are to be recognised by a custom field, but none is named',
		{ description: 'Add the option Channel Custom Field, for example orders_1001.' },
	);
}

/**
 * What a Run needs on top: the customer and product of its documents.
 * @throws NodeOperationError when one is missing
 */
export function documentSettings(
	context: IExecuteFunctions,
	options: BotOptions,
	settings: BatchSettings,
	doNotTransferStatus: number | null,
): DocumentSettings {
	const customer = locatorText(
		context.getNodeParameter('batchCustomer', 0) as RowParameters['channel'],
	);
	const product = locatorText(
		context.getNodeParameter('batchProduct', 0) as RowParameters['channel'],
	);
	const customerId = Number(customer);
	if (customer === '' || !Number.isSafeInteger(customerId) || customerId <= 0) {
		throw missing(context, 'Batch Customer', 'the Cin7 customer that batches are made for');
	}
	if (product === '')
		throw missing(context, 'Batch Product', 'the product on the lines of a batch');
	return {
		botName: settings.botName,
		zone: settings.zone,
		customerId,
		productCode: product,
		doNotTransferStatus,
		accounts: lineAccounts(options),
		partlySelectedOrders: settings.partlySelectedOrders,
		posting: postingOf(context),
	};
}

/** Account codes of lines that have none of their own. */
export function lineAccounts(options: BotOptions): DocumentSettings['accounts'] {
	return {
		freight: options.freightAccount?.trim() ?? '',
		surcharge: options.surchargeAccount?.trim() ?? '',
		discount: options.discountAccount?.trim() ?? '',
		rounding: options.roundingAccount?.trim() ?? '',
	};
}

/** Where batches are booked; workflows from before it could be chosen book them in Cin7. */
export function postingOf(context: IExecuteFunctions): DocumentSettings['posting'] {
	return context.getNodeParameter('posting', 0, 'cin7') === 'external' ? 'external' : 'cin7';
}

function missing(context: IExecuteFunctions, parameter: string, what: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), `${parameter} is empty`, {
		description: `Choose ${what}. Preview works without it.`,
	});
}

/**
 * The instant of the run in milliseconds: now, or the moment given in Run As Of.
 * @throws NodeOperationError when that moment cannot be read or is still to come
 */
export function runInstant(context: IExecuteFunctions, options: BotOptions, now: number): number {
	const asOf = String(options.asOf ?? '').trim();
	if (asOf === '') return now;
	const at = instantOf(asOf);
	if (at === null) {
		throw new NodeOperationError(context.getNode(), `Run As Of "${asOf}" is not a date and time`, {
			description: 'Pick it from the calendar, or leave it empty for now.',
		});
	}
	if (at > now + 60_000) {
		throw new NodeOperationError(context.getNode(), 'Run As Of lies in the future', {
			description:
				'A run covers what has been paid. Pick an earlier moment, or leave it empty for now.',
		});
	}
	return at;
}

/** The address in Summary Email; blank for none. */
export function summaryAddress(context: IExecuteFunctions): string {
	return locatorText(context.getNodeParameter('summaryEmail', 0, '') as RowParameters['channel']);
}

function locatorText(value: { value?: unknown } | string | undefined): string {
	if (value === undefined || value === null) return '';
	return String(typeof value === 'object' ? (value.value ?? '') : value).trim();
}
