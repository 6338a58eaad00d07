// Sales orders: https://api.cin7.com/api/Help/Api/PUT-v1-SalesOrders
import { accountingAttributes, contactAndMoney, lineIdentity, lineItems } from './document.mts';
import { choice, date, decimal, list, readOnly, text, texts, whole, yesNo } from './field.mts';
import type { Resource } from './resource.mts';

export const stockControls = ['Undefined', 'Batch', 'Machine', 'Serial', 'Labour', 'FIFO'] as const;

const line = [
	...lineIdentity,
	decimal('uomPrice'),
	decimal('discount'),
	decimal('uomQtyOrdered'),
	readOnly(decimal('uomQtyShipped')),
	readOnly(decimal('uomSize')),
	readOnly(decimal('qtyShipped')),
	readOnly(decimal('holdingQty')),
	text('accountCode'),
	choice('stockControl', stockControls),
	readOnly(list('stockMovements', [text('batch'), decimal('quantity'), text('serial')])),
	readOnly(list('sizes', [])),
	decimal('taxRate', 100),
];

export const salesOrders: Resource = {
	name: 'SalesOrders',
	key: 'salesOrders',
	singular: 'Sales order',
	methods: ['GET', 'POST', 'PUT'],
	counter: 'document',
	codeField: 'reference',
	indexes: [
		['createdDate', 'id'],
		['modifiedDate', 'id', 'createdDate'],
		['reference', 'id', 'createdDate'],
		['stage', 'createdDate', 'id'],
		['invoiceDate', 'id', 'createdDate'],
	],
	fields: [
		...contactAndMoney,
		text('stage'),
		text('memberEmail', 250),
		...texts(['memberCostCenter', 'memberAlternativeTaxRate', 'costCenter', 'alternativeTaxRate']),
		date('estimatedDeliveryDate'),
		whole('salesPersonId'),
		readOnly(text('salesPersonEmail')),
		text('paymentTerms'),
		text('customerOrderNo'),
		text('voucherCode', 30),
		text('deliveryInstructions', 2000),
		readOnly(date('cancellationDate')),
		readOnly(date('modifiedCOGSDate')),
		date('invoiceDate'),
		readOnly(whole('invoiceNumber')),
		date('dispatchedDate'),
		text('logisticsCarrier'),
		whole('logisticsStatus'),
		whole('ediStatus'),
		whole('distributionBranchId'),
		...texts(['departmentNumber', 'storeLocationNumber', 'distributionCenter']),
		lineItems(line),
		yesNo('isVoid'),
		accountingAttributes,
	],
};
