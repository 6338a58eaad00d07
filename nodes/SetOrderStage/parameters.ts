/** The panel's parameters as settings, read once for all items; only what is set by hand may differ from item to item. */
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { defaultPlaceholders } from '../../lib/completeness/settings';
import { isoSeconds } from '../../lib/stages/findOrders';
import {
	needsAttention,
	type BranchRule,
	type OrderIdPlace,
	type StageOperation,
	type StageSettings,
} from '../../lib/stages/settings';
import { placements } from './placements';
import { codeIn, idIn, locatorText, type Locator } from './locatorValues';

export interface StageOptions {
	doNotTransferStatus?: Locator;
	cancelled?: StageSettings['cancelled'];
	customer?: 'none' | 'contact' | 'email';
	customerContact?: Locator;
	fields?: StageSettings['fields'];
	orderIdCustomField?: string;
	orderIdIn?: OrderIdPlace['in'];
	orderIdPrefix?: string;
	payments?: StageSettings['payments'];
	placeholders?: string;
	projectName?: string;
	shipped?: StageSettings['shipped'];
	soldElsewhere?: StageSettings['soldElsewhere'];
	stopWhenRefused?: boolean;
	unshippable?: StageSettings['unshippable'];
	unknownProducts?: StageSettings['unknownProducts'];
	touchStages?: 'needsAttention' | 'listed' | 'any';
	otherStages?: string;
}

const operations: Record<string, StageOperation> = {
	applyDefaults: 'defaults',
	hold: 'hold',
	setManually: 'manual',
};

/** The Options collection. */
export function stageOptions(context: IExecuteFunctions): StageOptions {
	return context.getNodeParameter('options', 0, {}) as StageOptions;
}

/**
 * The settings of a run.
 * @param credentialStatus the credential's code for Do Not Transfer
 * @param now milliseconds
 * @throws NodeOperationError naming the parameter that does not fit
 */
export function stageSettings(
	context: IExecuteFunctions,
	options: StageOptions,
	credentialStatus: number | null,
	now: number,
): StageSettings {
	const operation = operations[context.getNodeParameter('operation', 0) as string];
	const at = isoSeconds(now);
	const createMissing = context.getNodeParameter('createMissing', 0, true) as boolean;
	return {
		operation,
		placementOf: placements(context, operation, at),
		doNotTransferStatus:
			codeIn(context, options.doNotTransferStatus, '3PL Status for Do Not Transfer') ??
			credentialStatus,
		createMissing,
		touchStages: touched(options),
		fields: options.fields ?? 'blank',
		placeholders:
			options.placeholders === undefined ? defaultPlaceholders : separated(options.placeholders),
		orderId: orderIdPlace(context, options),
		branchId: createMissing
			? idIn(context, context.getNodeParameter('branch', 0, '') as Locator, 'Branch')
			: 0,
		branchRules: createMissing ? branchRules(context) : [],
		customer: customerOf(context, options),
		projectName: options.projectName?.trim() ?? '',
		payments: options.payments ?? 'all',
		cancelled: options.cancelled ?? 'leave',
		unknownProducts: options.unknownProducts ?? 'note',
		shipped: options.shipped ?? 'dispatched',
		unshippable: options.unshippable ?? 'hold',
		soldElsewhere: options.soldElsewhere ?? 'leaveOut',
		at,
	};
}

function touched({ touchStages, otherStages = '' }: StageOptions): StageSettings['touchStages'] {
	if (touchStages === 'any') return 'any';
	return [needsAttention, ...(touchStages === 'listed' ? separated(otherStages) : [])];
}

/** Texts that are separated by commas. */
function separated(text = ''): string[] {
	return text
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

function orderIdPlace(context: IExecuteFunctions, options: StageOptions): OrderIdPlace {
	const place = options.orderIdIn ?? 'reference';
	const customField = options.orderIdCustomField?.trim() ?? '';
	if (place === 'customField' && customField === '') {
		throw new NodeOperationError(
			context.getNode(),
			'The order ID is to be found in a custom field, but none is named',
			{ description: 'Add the option Order ID Custom Field, for example orders_1001.' },
		);
	}
	return { in: place, customField, prefix: options.orderIdPrefix?.trim() ?? '' };
}

function branchRules(context: IExecuteFunctions): BranchRule[] {
	const rules = context.getNodeParameter('branchRules.rules', 0, []) as {
		by: BranchRule['by'];
		value?: string;
		branch?: Locator;
	}[];
	return rules.map(({ by, value = '', branch }, index) => {
		const branchId = idIn(context, branch, `Other Branches, rule ${index + 1}`);
		if (branchId > 0 && value.trim() !== '') return { by, value, branchId };
		throw new NodeOperationError(
			context.getNode(),
			`Rule ${index + 1} of Other Branches is not complete`,
			{ description: 'Fill in Is and choose a Branch, or remove the rule.' },
		);
	});
}

function customerOf(
	context: IExecuteFunctions,
	{ customer = 'none', customerContact }: StageOptions,
): StageSettings['customer'] {
	if (customer !== 'contact') return { by: customer };
	const memberId = idIn(context, customerContact, 'Customer Contact');
	if (memberId > 0) return { by: 'contact', memberId };
	throw new NodeOperationError(
		context.getNode(),
		`Customer is One Contact, but ${locatorText(customerContact) === '' ? 'none is chosen' : 'the contact has no ID'}`,
		{ description: 'Add the option Customer Contact and choose one.' },
	);
}
