// Rows as Cin7 sends them, with the fields that the package selects.

export function orderRow(change: object = {}): Record<string, unknown> {
	return {
		id: 1001,
		reference: 'SHOP-1001',
		source: 'Shopify Example Goods',
		projectName: null,
		customFields: { orders_1000: '' },
		branchId: 3,
		status: 'APPROVED',
		currencyCode: 'AUD',
		currencyRate: 1.0,
		taxStatus: 'Incl',
		taxRate: 10.0,
		total: 123.45,
		freightTotal: 9.95,
		surcharge: 0,
		discountTotal: 0,
		lineItems: ['MUG', 'CUP', 'JAR'].map((code) => lineRow({ code })),
		accountingAttributes: { importDate: null, accountingImportStatus: 'NotImported' },
		isVoid: false,
		memberId: 12,
		stage: 'New',
		invoiceDate: null,
		dispatchedDate: '2026-06-01T02:03:04Z',
		internalComments: '',
		...change,
	};
}

export function lineRow(change: object = {}): Record<string, unknown> {
	return {
		parentId: 0,
		code: 'MUG',
		name: 'Mug',
		qty: 2,
		unitPrice: 18.92,
		discount: 0,
		taxRate: null,
		accountCode: '200',
		...change,
	};
}

export function creditNoteRow(change: object = {}): Record<string, unknown> {
	const { isVoid, memberId, stage, invoiceDate, dispatchedDate, ...row } = orderRow();
	return {
		...row,
		id: 2001,
		reference: 'CRN-2001',
		source: null,
		customFields: null,
		total: -11,
		freightTotal: 0,
		lineItems: [lineRow({ qty: 1, unitPrice: -11 })],
		salesReference: 'SHOP-1001',
		creditNoteDate: null,
		completedDate: '2026-06-01T01:00:00Z',
		...change,
	};
}

export function paymentRow(change: object = {}): Record<string, unknown> {
	return {
		id: 501,
		orderId: 1001,
		orderRef: 'SHOP-1001',
		orderType: 'SalesOrder',
		method: 'PayPal',
		amount: 123.45,
		paymentDate: '2026-06-01T01:00:00Z',
		isAuthorized: true,
		branchId: 3,
		reconcileDate: null,
		batchReference: null,
		transactionRef: 'PAY-1',
		comments: null,
		...change,
	};
}
