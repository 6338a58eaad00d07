// Credit notes: https://api.cin7.com/api/Help/Api/PUT-v1-CreditNotes
// No stage, isVoid, dispatchedDate or invoiceDate: a credit note cannot be voided through the API.
import { accountingAttributes, contactAndMoney, lineIdentity, lineItems } from './document.mts';
import { date, decimal, readOnly, text, whole } from './field.mts';
import type { Resource } from './resource.mts';

const line = [
	...lineIdentity,
	decimal('discount'),
	readOnly(decimal('qtyShipped')),
	text('accountCode'),
	decimal('taxRate', 100),
];

export const creditNotes: Resource = {
	name: 'CreditNotes',
	key: 'creditNotes',
	singular: 'Credit note',
	methods: ['GET', 'POST', 'PUT'],
	counter: 'document',
	codeField: 'reference',
	indexes: [
		['createdDate', 'id'],
		['modifiedDate', 'id', 'createdDate'],
		['reference', 'id', 'createdDate'],
		['salesReference', 'id', 'createdDate'],
	],
	fields: [
		...contactAndMoney,
		text('memberEmail', 250),
		text('salesReference', 50),
		readOnly(whole('creditNoteNumber')),
		date('creditNoteDate'),
		date('completedDate'),
		text('customerReport'),
		text('alternativeAccountCode'),
		whole('salesPersonId'),
		text('logisticsCarrier'),
		whole('logisticsStatus'),
		lineItems(line),
		accountingAttributes,
		readOnly(date('modifiedCOGSDate')),
	],
};
