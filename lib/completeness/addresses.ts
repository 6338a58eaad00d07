/** What is missing of the delivery and billing address, by what their countries need. */
import { addressLetters } from './addressFields';
import { countryCode, countryName, type CountryCode } from './country';
import { addresses, addressParts, freeAddressSuffixes, type AddressPart } from './fields';
import type { Filled } from './filled';
import { groupLabels, type CompletenessSettings } from './settings';
import type { AnyOrder } from '../orders/anyOrder';
import type { MissingField } from './verdict';

type Kind = (typeof addresses)[number];

/** A part as a field of one of the two addresses. */
interface AddressField extends AddressPart {
	field: string;
	fieldLabel: string;
}

/** More countries than there are, and few enough to keep. */
const mostRemembered = 1000;

/**
 * What of one address is missing, in the order of the rules. While its country is missing or not known, every field is
 * asked for: filling in a field can therefore never make another one missing.
 */
export function addressCheck(
	kind: Kind,
	settings: Pick<CompletenessSettings, 'addressFields' | 'notRequired'>,
	filled: Filled,
): (order: AnyOrder) => MissingField[] {
	const notRequired = new Set(settings.notRequired);
	const fields = fieldsOf(kind).filter(({ field }) => !notRequired.has(field));
	const names = fields.map(({ field }) => field);
	const known = new Map<string, CountryCode | null>();
	const company = `${kind.prefix}Company`;
	const country = `${kind.prefix}Country`;
	return (order) => {
		if (names.every((name) => filled(order[name]))) return [];
		const blank = fields.filter(({ field }) => !filled(order[field]));
		const code = codeOf(order[country]);
		const letters = addressLetters(code, settings.addressFields);
		return blank
			.filter(({ needed }) => {
				if (needed === 'always') return true;
				return needed === 'withoutCompany' ? !filled(order[company]) : letters.includes(needed);
			})
			.map((part) => missing(kind, part, code, settings.addressFields));
	};

	function codeOf(value: unknown): CountryCode | null {
		if (typeof value !== 'string' || !filled(value)) return null;
		let code = known.get(value);
		if (code === undefined) {
			code = countryCode(value);
			if (known.size < mostRemembered) known.set(value, code);
		}
		return code;
	}
}

/** Whether nothing at all is filled in of an address. */
export function blankAddress(kind: Kind, filled: Filled): (order: AnyOrder) => boolean {
	const names = [...addressParts.map(({ suffix }) => suffix), ...freeAddressSuffixes].map(
		(suffix) => kind.prefix + suffix,
	);
	return (order) => !names.some((name) => filled(order[name]));
}

/** Every field of an address that a rule is about, with its label. */
export function fieldsOf({ prefix, label }: Kind): AddressField[] {
	return addressParts.map((part) => ({
		...part,
		field: prefix + part.suffix,
		fieldLabel: `${label} ${part.label}`,
	}));
}

function missing(
	{ group }: Kind,
	{ field, fieldLabel: label, needed, what }: AddressField,
	country: CountryCode | null,
	which: CompletenessSettings['addressFields'],
): MissingField {
	return { field, label, group: groupLabels[group], why: why() };

	function why(): string {
		if (needed === 'always' || needed === 'withoutCompany') return `An address needs ${what}.`;
		if (country === null) {
			return 'Without a country that is known, every field of the address is asked for.';
		}
		const verb = which === 'needed' ? 'need' : 'can have';
		return `Addresses in this country (${countryName(country)}) ${verb} ${what}.`;
	}
}
