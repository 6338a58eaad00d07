/**
 * The texts of a sales order that are filled in where they are blank: their names in Cin7's API, their labels in Cin7,
 * and how long each may be (Cin7's API pages).
 */

const parts = {
	FirstName: 'First Name',
	LastName: 'Last Name',
	Company: 'Company',
	Address1: 'Address 1',
	Address2: 'Address 2',
	City: 'City',
	State: 'State',
	PostalCode: 'Postcode',
	Country: 'Country',
} as const;

type Part = keyof typeof parts;
type Address = 'delivery' | 'billing';

export const addresses: readonly Address[] = ['delivery', 'billing'];

export type AddressField = `${Address}${Part}`;

export type FillableField =
	| 'firstName'
	| 'lastName'
	| 'company'
	| 'email'
	| 'phone'
	| AddressField
	| 'customerOrderNo'
	| 'deliveryInstructions';

/** The fields of an address, `deliveryCity` and so on. */
export function addressFields(address: Address): AddressField[] {
	return (Object.keys(parts) as Part[]).map((part) => `${address}${part}` as const);
}

export const fillable: readonly FillableField[] = [
	'firstName',
	'lastName',
	'company',
	'email',
	'phone',
	...addressFields('delivery'),
	...addressFields('billing'),
	'customerOrderNo',
	'deliveryInstructions',
];

const ownLengths: Partial<Record<string, number>> = {
	reference: 30,
	phone: 50,
	deliveryInstructions: 2000,
	transactionRef: 50,
};

/** Characters that Cin7 keeps. */
export function longestText(field: string): number {
	return ownLengths[field] ?? 250;
}

/** Whether an order cannot be fulfilled without the field: too long a text there holds the order. */
export function isNeeded(field: FillableField): boolean {
	return !['company', 'phone', 'customerOrderNo', 'deliveryInstructions'].includes(field);
}

const labels: Record<string, string> = {
	firstName: 'First Name',
	lastName: 'Last Name',
	company: 'Company',
	email: 'Email Address',
	phone: 'Phone',
	customerOrderNo: 'Customer PO No',
	deliveryInstructions: 'Delivery Instructions',
	stage: 'Stage',
	dispatchedDate: 'Fully Dispatched',
	logisticsStatus: '3PL Status',
	lineItems: 'Line Items',
	isVoid: 'Void',
	freightTotal: 'Freight',
	surcharge: 'Surcharge',
	discountTotal: 'Discount',
	reference: 'Reference',
};

/** A field as Cin7's screens call it; its name in the API when it is on none. */
export function labelOf(field: string): string {
	const match = /^(delivery|billing)(.+)$/.exec(field);
	const part = match && parts[match[2] as Part];
	if (!match || !part) return labels[field] ?? field;
	return `${match[1] === 'delivery' ? 'Delivery' : 'Billing'} ${part}`;
}
