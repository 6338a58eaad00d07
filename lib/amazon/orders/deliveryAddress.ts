/** Amazon's delivery address in the fields that Cin7 has. */
import type { DraftAddress } from '../../orders/salesOrderDraft';
import type { Address } from '../api/records';
import type { PersonName } from './personName';

export const noAddress: DraftAddress = {
	firstName: '',
	lastName: '',
	company: '',
	address1: '',
	address2: '',
	city: '',
	state: '',
	postalCode: '',
	country: '',
};

/**
 * The first line that is filled becomes line 1; all others line 2, with the district and (in Brazil) the neighbourhood where
 * the rest does not name them, because couriers there need them. Nothing is cut off, however long.
 */
export function draftAddress(address: Address, name: PersonName): DraftAddress {
	const { addressLine1, addressLine2, addressLine3, districtOrCounty, municipality } = address;
	const [address1 = '', ...further] = filled([addressLine1, addressLine2, addressLine3]);
	const city = firstFilled([address.city, municipality, districtOrCounty]);
	const state = address.stateOrRegion.trim();
	const said = [address1, ...further, city, state].join(' ').toLowerCase();
	const places = filled([
		address.extendedFields?.neighborhood ?? '',
		districtOrCounty,
		municipality,
	]).filter((place) => !said.includes(place.toLowerCase()));
	return {
		...name,
		company: address.companyName.trim(),
		address1,
		address2: [...further, ...places].join(', '),
		city,
		state,
		postalCode: address.postalCode.trim(),
		country: address.countryCode.trim(),
	};
}

function filled(texts: readonly string[]): string[] {
	return texts.map((text) => text.trim()).filter((text) => text !== '');
}

function firstFilled(texts: readonly string[]): string {
	return filled(texts)[0] ?? '';
}

type Prefixed<P extends string> = {
	[Field in keyof DraftAddress as `${P}${Capitalize<Field>}`]: string;
};

/** An address under the names that an order has for it. */
export function prefixed<P extends 'delivery' | 'billing'>(
	prefix: P,
	address: DraftAddress,
): Prefixed<P> {
	return Object.fromEntries(
		Object.entries(address).map(([field, value]) => [
			`${prefix}${field[0].toUpperCase()}${field.slice(1)}`,
			value,
		]),
	) as Prefixed<P>;
}
