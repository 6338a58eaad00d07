// What sales orders and credit notes have in common: contact, addresses, branch, money.
import { choice, createOnly, date, decimal, dictionary, list, object } from './field.mts';
import { readOnly, text, texts, whole, yesNo } from './field.mts';
import type { Field } from './field.mts';

export const taxStatuses = ['Undefined', 'Incl', 'Excl', 'Exempt'] as const;
export const importStatuses = ['NotImported', 'Imported', 'DoNotImport', 'Error'] as const;
export const statuses = ['DRAFT', 'APPROVED', 'VOID'] as const;

export const contactAndMoney: readonly Field[] = [
	readOnly(whole('id')),
	createOnly(date('createdDate')),
	readOnly(date('modifiedDate')),
	whole('createdBy'),
	whole('processedBy'),
	yesNo('isApproved'),
	text('reference', 30),
	whole('memberId'),
	...texts(['firstName', 'lastName', 'company', 'email'], 250),
	...texts(['phone', 'mobile', 'fax'], 50),
	...texts(
		[
			'FirstName',
			'LastName',
			'Company',
			'Address1',
			'Address2',
			'City',
			'State',
			'PostalCode',
			'Country',
		].map((part) => `delivery${part}`),
		250,
	),
	...texts(
		[
			'FirstName',
			'LastName',
			'Company',
			'Address1',
			'Address2',
			'City',
			'PostalCode',
			'State',
			'Country',
		].map((part) => `billing${part}`),
		250,
	),
	whole('branchId'),
	text('branchEmail', 250),
	text('projectName'),
	text('trackingCode', 50),
	text('internalComments'),
	readOnly(decimal('productTotal')),
	decimal('freightTotal'),
	text('freightDescription'),
	decimal('surcharge'),
	text('surchargeDescription'),
	decimal('discountTotal'),
	text('discountDescription'),
	readOnly(decimal('total')),
	readOnly(whole('currencyId')),
	text('currencyCode', 3),
	decimal('currencyRate'),
	readOnly(text('currencySymbol')),
	choice('taxStatus', taxStatuses),
	decimal('taxRate', 100),
	readOnly(text('source')),
	dictionary('customFields'),
	readOnly(choice('status', statuses)),
];

export const accountingAttributes = object('accountingAttributes', [
	date('importDate'),
	choice('accountingImportStatus', importStatuses),
]);

/** The fields a line of a sales order and one of a credit note share, in the API's order. */
export const lineIdentity: readonly Field[] = [
	whole('id'),
	createOnly(date('createdDate')),
	readOnly(whole('transactionId')),
	readOnly(whole('parentId')),
	readOnly(whole('productId')),
	whole('productOptionId'),
	text('integrationRef'),
	whole('sort'),
	text('code'),
	text('name'),
	...texts(['option1', 'option2', 'option3']),
	decimal('qty'),
	...texts(['styleCode', 'barcode', 'supplierCode']),
	readOnly(text('sizeCodes')),
	text('lineComments'),
	decimal('unitCost'),
	decimal('unitPrice'),
];

export const lineItems = (fields: readonly Field[]): Field => list('lineItems', fields);
