/** The panel as settings, read once for all items: an expression evaluated for each of many items would take minutes. */
import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import {
	defaultSettings,
	groupLabels,
	type CompletenessSettings,
	type Group,
} from '../../lib/completeness/settings';
import { alsoRequiredFields, notRequiredFields } from './properties/fieldChoices';

type Options = Partial<
	Pick<
		CompletenessSettings,
		| 'addressFields'
		| 'blankBilling'
		| 'cancelled'
		| 'orderTotal'
		| 'partlyShipped'
		| 'pending'
		| 'soldElsewhere'
		| 'unfulfillable'
		| 'zeroPrices'
	>
> & {
	alsoRequired?: string[];
	customFields?: string;
	notRequired?: string[];
	placeholders?: string;
};

/**
 * The settings of this check.
 * @throws NodeOperationError when nothing is checked, or a field is named that no sales order has
 */
export function completenessSettings(context: IExecuteFunctions): CompletenessSettings {
	const groups = list(context.getNodeParameter('requiredData', 0));
	const options = context.getNodeParameter('options', 0, {}) as Options;
	const { customFields, placeholders, alsoRequired, notRequired, ...chosen } = options;
	known(context, 'Required Data', groups, Object.keys(groupLabels));
	known(context, 'Also Required', list(alsoRequired), values(alsoRequiredFields));
	known(context, 'Not Required', list(notRequired), values(notRequiredFields));
	const settings: CompletenessSettings = {
		...defaultSettings,
		...chosen,
		groups: groups as Group[],
		alsoRequired: list(alsoRequired),
		notRequired: list(notRequired),
		customFields: customFields === undefined ? [] : separated(customFields),
		placeholders:
			placeholders === undefined ? defaultSettings.placeholders : separated(placeholders),
		amazonFulfilled: context.getNodeParameter(
			'amazonFulfilled',
			0,
		) as CompletenessSettings['amazonFulfilled'],
	};
	if (groups.length + settings.alsoRequired.length + settings.customFields.length === 0) {
		throw new NodeOperationError(context.getNode(), 'Required Data is empty', {
			description: 'Choose at least one kind of data, or every order would count as complete.',
		});
	}
	return settings;
}

function known(
	context: IExecuteFunctions,
	parameter: string,
	given: readonly string[],
	choices: readonly string[],
): void {
	const stranger = given.find((value) => !choices.includes(value));
	if (stranger === undefined) return;
	throw new NodeOperationError(
		context.getNode(),
		`${parameter} names "${stranger}", which is not in its list`,
		{ description: `Choose from the list, or use one of these: ${choices.join(', ')}.` },
	);
}

function values(choices: readonly { value: string }[]): string[] {
	return choices.map(({ value }) => value);
}

/** Several choices; an expression may also give one text with commas. */
function list(value: unknown): string[] {
	return Array.isArray(value) ? value.map(String) : separated(String(value ?? ''));
}

function separated(text: string): string[] {
	return text
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
