// Products and their options. A line item finds its product by the option's code.
import { choice, date, decimal, dictionary, list, object, readOnly, text, texts, whole } from './field.mts';
import type { Resource } from './resource.mts';
import { stockControls } from './salesOrders.mts';

const measures = ['weight', 'height', 'width', 'length', 'volume'].map((name) => decimal(name, 999));

const option = [
	readOnly(whole('id')),
	readOnly(date('createdDate')),
	readOnly(date('modifiedDate')),
	choice('status', ['Disabled', 'Primary', 'Active']),
	readOnly(whole('productId')),
	text('code', 20),
	text('barcode', 13),
	text('productOptionCode', 50),
	text('productOptionSizeCode', 20),
	text('productOptionBarcode', 13),
	text('productOptionSizeBarcode', 13),
	text('supplierCode', 20),
	...texts(['option1', 'option2', 'option3'], 50),
	decimal('optionWeight'),
	text('size'),
	whole('sizeId'),
	...['retailPrice', 'wholesalePrice', 'vipPrice', 'specialPrice'].map((name) => decimal(name)),
	date('specialsStartDate'),
	whole('specialDays'),
	readOnly(decimal('stockAvailable')),
	readOnly(decimal('stockOnHand')),
	readOnly(list('uomOptions', [])),
	object('image', [text('link')]),
	dictionary('priceColumns'),
];

export const products: Resource = {
	name: 'Products',
	key: 'products',
	singular: 'Product',
	methods: ['GET', 'POST', 'PUT'],
	counter: 'product',
	codeField: 'styleCode',
	indexes: [['createdDate', 'id'], ['styleCode']],
	fields: [
		readOnly(whole('id')),
		choice('status', ['Inactive', 'Public', 'ShowInB2B', 'Internal']),
		readOnly(date('createdDate')),
		readOnly(date('modifiedDate')),
		...texts(['styleCode', 'name', 'description'], 250),
		readOnly(text('tags')),
		readOnly(list('images', [text('link')])),
		...texts(['pdfUpload', 'pdfDescription']).map(readOnly),
		readOnly(whole('supplierId')),
		text('brand', 250),
		...texts(['category', 'subCategory']).map(readOnly),
		list('categoryIdArray', []),
		readOnly(text('channels')),
		...measures,
		choice('stockControl', stockControls),
		text('orderType'),
		...texts(['productType', 'productSubtype', 'projectName']).map(readOnly),
		...texts(['optionLabel1', 'optionLabel2', 'optionLabel3'], 250),
		...texts(['salesAccount', 'purchasesAccount', 'importCustomsDuty'], 250),
		whole('sizeRangeId'),
		readOnly(dictionary('customFields')),
		list('productOptions', option),
	],
};
