/**
 * The sales channel an order came through. Cin7's own integrations write it to `source`, which nobody else can; orders
 * created through the API carry it in a field that the settings name.
 */
import type { Order } from '../cin7/records';
import { remembered } from '../remembered';

type Channelled = Pick<Order, 'source' | 'projectName' | 'customFields' | 'reference'>;

interface Recognition {
	/** What a person chooses, and what it means. */
	name: string;
	description: string;
	/** Whether the settings have to name a field as well. */
	needsName?: true;
	/**
	 * The channel, trimmed; blank when the order carries none.
	 * @param field the field that the settings name; blank when they need not
	 * @param channels that the settings name
	 */
	read(order: Channelled, field: string, channels: readonly string[]): string;
}

/** The ways to recognise a channel, by what stands in saved workflows; in the order in which they are offered. */
export const channelFields = {
	customField: {
		name: 'Custom Field',
		description: 'The custom field named in Channel Custom Field',
		needsName: true,
		read: ({ customFields }, field) =>
			Object.hasOwn(customFields, field) ? customFields[field].trim() : '',
	},
	projectName: {
		name: 'Project Name',
		description: 'For orders created through the API with a project name',
		read: ({ projectName }) => projectName.trim(),
	},
	referencePrefix: {
		name: 'Reference Prefix',
		description: 'The order reference starts with the name of the channel',
		read: ({ reference }, _field, channels) => prefixOf(reference.trim(), channels),
	},
	source: {
		name: 'Source',
		description: 'The integration that created the order',
		read: ({ source }) => source.trim(),
	},
} satisfies Record<string, Recognition>;

/** Where an order's channel is read. */
export interface ChannelField {
	from: keyof typeof channelFields;
	/** The field, where one has to be named. */
	name?: string;
}

/** Whether the settings still have to name the field. */
export function lacksName({ from, name = '' }: ChannelField): boolean {
	return (channelFields[from] as Recognition).needsName === true && name.trim() === '';
}

/** How channels, payment types and other typed names are compared: trimmed, case aside. */
export const nameKey = remembered((name: string): string => name.trim().toLowerCase());

/**
 * An order's channel, trimmed; blank when it carries none.
 * @param named channels that the settings name
 */
export function channelOf(
	order: Channelled,
	{ from, name = '' }: ChannelField,
	named: readonly string[] = [],
): string {
	return channelFields[from].read(order, name, named);
}

/** The longest of the named that the reference starts with; only when none does, the text before its first digit. */
function prefixOf(reference: string, named: readonly string[]): string {
	let longest = '';
	for (const name of named) {
		const prefix = name.trim();
		if (prefix.length > longest.length && startsWith(reference, prefix)) longest = prefix;
	}
	return longest === '' ? (/^\D*/.exec(reference)?.[0] ?? '').trim() : longest;
}

/** A prefix ends where a word does: `SHOP` is no prefix of `SHOPIFY-1042`. */
function startsWith(reference: string, prefix: string): boolean {
	if (!reference.toLowerCase().startsWith(prefix.toLowerCase())) return false;
	return !(/\p{L}$/u.test(prefix) && /^\p{L}/u.test(reference.slice(prefix.length)));
}
