// Payments: https://api.cin7.com/api/Help/Api/PUT-v1-Payments
import { choice, createOnly, date, decimal, readOnly, text, whole, yesNo } from './field.mts';
import type { Resource } from './resource.mts';

export const orderTypes = [
	'Undefined',
	'GenericOrder',
	'SalesOrder',
	'PreOrder',
	'ProductionJob',
	'PurchaseOrder',
	'PurchaseQuote',
	'Quote',
	'Adjustment',
	'BatchOrSplitInvoice',
	'BinLocationTransfer',
	'BranchTransfer',
	'SupplierConsignment',
	'Consignment',
	'CreditNote',
	'SupplierCreditNote',
	'Layby',
	'BomMaster',
	'SalesOrdersWithCartons',
] as const;

export const payments: Resource = {
	name: 'Payments',
	key: 'payments',
	singular: 'Payment',
	methods: ['GET', 'POST', 'PUT', 'DELETE'],
	counter: 'payment',
	codeField: 'orderRef',
	indexes: [
		['createdDate', 'id'],
		['modifiedDate', 'id', 'createdDate'],
		['orderId', 'id', 'createdDate'],
		['paymentDate', 'id', 'createdDate', 'reconcileDate'],
	],
	fields: [
		readOnly(whole('id')),
		createOnly(date('createdDate')),
		readOnly(date('modifiedDate')),
		date('paymentDate'),
		decimal('amount'),
		text('method'),
		whole('direction'),
		yesNo('isAuthorized'),
		text('transactionRef', 50),
		text('comments', 250),
		whole('orderId'),
		readOnly(text('orderRef', 30)),
		text('paymentImportedRef'),
		readOnly(text('batchReference')),
		date('reconcileDate'),
		whole('branchId'),
		// Follows from the order (what a caller sends is not kept).
		readOnly(choice('orderType', orderTypes)),
	],
};
