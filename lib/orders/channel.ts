/**
 * The sales channel an order came through. Cin7's own integrations write it to `source`, which nobody else can; orders
 * created through the API carry it in a field that the settings name.
 */
import type { Order } from '../cin7/records';

/**
 * Where an order's channel is read: its `source`, which only Cin7's integrations fill, or a field that orders created
 * through the API can carry.
 */
export type ChannelField =
	| { from: 'source' }
	| { from: 'projectName' }
	| { from: 'referencePrefix' }
	| { from: 'customField'; name: string };

/** How channels, payment types and other typed names are compared: trimmed, case aside. */
export function nameKey(name: string): string {
	let key = known.get(name);
	if (key === undefined) {
		key = name.trim().toLowerCase();
		if (known.size < mostKnown) known.set(name, key);
	}
	return key;
}

/** An account has a handful of such names and its orders write them millions of times. */
const known = new Map<string, string>();
const mostKnown = 1_000;

/**
 * An order's channel, trimmed; blank when it carries none.
 * @param named channels that the settings name: with `referencePrefix`, the longest of them that the reference starts
 * with; only when none does, the text before the reference's first digit
 */
export function channelOf(
	order: Pick<Order, 'source' | 'projectName' | 'customFields' | 'reference'>,
	field: ChannelField,
	named: readonly string[] = [],
): string {
	switch (field.from) {
		case 'source':
			return order.source.trim();
		case 'projectName':
			return order.projectName.trim();
		case 'customField':
			return Object.hasOwn(order.customFields, field.name)
				? order.customFields[field.name].trim()
				: '';
		case 'referencePrefix':
			return prefixOf(order.reference.trim(), named);
	}
}

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
