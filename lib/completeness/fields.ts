/**
 * The rules, as data, in the order in which a person reads them, each with where it comes from. Labels are those of
 * Cin7's screens. "Page" is Cin7 Omni's help page "Update sales orders that need attention".
 */
import type { AddressLetter } from './addressFields';
import type { Group } from './settings';

export interface FieldRule {
	/** The API's name. */
	field: string;
	label: string;
	group: Group;
	why: string;
	source: string;
}

/** Page: an order is checked for "first name, last name, or email address". */
export const contactRules: readonly FieldRule[] = [
	{
		field: 'email',
		label: 'Email Address',
		group: 'contact',
		why: 'Cin7 asks for the e-mail address of whoever placed the order.',
		source: 'Page: the email address is checked when an order is downloaded.',
	},
	{
		field: 'firstName',
		label: 'First Name',
		group: 'contact',
		why: 'Cin7 asks for the first name of whoever placed the order.',
		source: 'Page: the first name is checked when an order is downloaded.',
	},
	{
		field: 'lastName',
		label: 'Last Name',
		group: 'contact',
		why: 'Cin7 asks for the last name of whoever placed the order.',
		source: 'Page: the last name is checked when an order is downloaded.',
	},
];

/** One part of an address, whichever of the two. */
export interface AddressPart {
	/** What follows `delivery` or `billing` in the API's names. */
	suffix: string;
	/** What follows `Delivery` or `Billing` in labels. */
	label: string;
	/** Always; only without a company to address; or where a country's addresses have it. */
	needed: 'always' | 'withoutCompany' | AddressLetter;
	/** After "Addresses in this country need" and the like. */
	what: string;
	source: string;
}

/** Page: "shipping and billing information", all fields of both addresses. */
export const addressParts: readonly AddressPart[] = [
	{
		suffix: 'FirstName',
		label: 'First Name',
		needed: 'withoutCompany',
		what: 'a first name, or a company',
		source: 'Page: all fields. Cin7 saves an order that has a company in place of a first name.',
	},
	{
		suffix: 'LastName',
		label: 'Last Name',
		needed: 'withoutCompany',
		what: 'a last name, or a company',
		source: 'Page: all fields. Cin7 saves an order that has a company in place of a first name.',
	},
	{
		suffix: 'Address1',
		label: 'Address 1',
		needed: 'A',
		what: 'a street, or what stands for it',
		source: 'Page: all fields. Every country needs it (address metadata).',
	},
	{
		suffix: 'City',
		label: 'City',
		needed: 'C',
		what: 'a city',
		source: 'Page: all fields. Address metadata: not in city states, for example.',
	},
	{
		suffix: 'State',
		label: 'State',
		needed: 'S',
		what: 'a state, province or region',
		source: 'Page: all fields. Address metadata: only where the country needs it.',
	},
	{
		suffix: 'PostalCode',
		label: 'Postcode',
		needed: 'Z',
		what: 'a postcode',
		source: 'Page: all fields. Address metadata: only where the country needs it.',
	},
	{
		suffix: 'Country',
		label: 'Country',
		needed: 'always',
		what: 'a country',
		source: 'Page: all fields.',
	},
];

/** Parts that nothing asks for, but by which an address is not blank. */
export const freeAddressSuffixes: readonly string[] = ['Company', 'Address2'];

/** Page: "line items"; a person adds them by product, quantity and price. */
export const lineParts = {
	product: {
		field: 'code',
		label: 'Product',
		why: 'Without a product code Cin7 does not know what to send.',
		source: 'API: a line names its product by its code or by the id of a product option.',
	},
	quantity: {
		field: 'qty',
		label: 'Quantity',
		why: 'A line needs a quantity that is a number other than 0.',
		source: 'Our own: an order of nothing is not to be sent.',
	},
	price: {
		field: 'unitPrice',
		label: 'Price',
		why: 'A line needs a price that is a number.',
		source:
			'Our own: a line without a price would be given away. A price of 0 is the merchant’s choice.',
	},
} as const;

/** What a merchant may ask for besides; Cin7 itself does not. */
export const furtherRules: readonly FieldRule[] = (
	[
		['company', 'Company', 'contact'],
		['phone', 'Phone', 'contact'],
		['mobile', 'Mobile', 'contact'],
		['deliveryCompany', 'Delivery Company', 'deliveryAddress'],
		['deliveryAddress2', 'Delivery Address 2', 'deliveryAddress'],
		['billingCompany', 'Billing Company', 'billingAddress'],
		['billingAddress2', 'Billing Address 2', 'billingAddress'],
		['customerOrderNo', 'Customer PO No', 'other'],
		['currencyCode', 'Currency', 'other'],
		['deliveryInstructions', 'Delivery Instructions', 'other'],
		['paymentTerms', 'Payment Terms', 'other'],
		['projectName', 'Project Name', 'other'],
	] as const
).map(([field, label, group]) => ({
	field,
	label,
	group,
	why: 'The settings of this check ask for it.',
	source: 'Our own option.',
}));

/** The two addresses. */
export const addresses = [
	{ prefix: 'delivery', label: 'Delivery', group: 'deliveryAddress' },
	{ prefix: 'billing', label: 'Billing', group: 'billingAddress' },
] as const;
