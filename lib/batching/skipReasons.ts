/**
 * Why a payment is left out of every batch. One payment, one reason: the first of this list that applies.
 * The codes are stable: workflows branch on them.
 */
export const skipReasons = [
	'ignored',
	'outsideWindow',
	'channelNotSelected',
	'branchNotSelected',
	'paymentTypeNotSelected',
	'notAuthorised',
	'zeroAmount',
	'inAnotherBatch',
	'batchDocument',
	'orderMissing',
	'orderDraft',
	'orderVoid',
	'alreadyImported',
	'doNotImport',
	'importError',
	'partlyPaid',
	'overPaid',
	'otherTenderIgnored',
	'otherTenderPending',
	'deposit',
	'noCurrency',
	'totalUnclear',
	'netsToZero',
] as const;

export type SkipReason = (typeof skipReasons)[number];

/** What a person reads in place of the code. */
export const skipReasonLabels: Record<SkipReason, string> = {
	ignored: 'Set to Ignore',
	outsideWindow: 'Not due yet, or before the look-back',
	channelNotSelected: 'Channel not selected',
	branchNotSelected: 'Branch not selected',
	paymentTypeNotSelected: 'Payment type not selected',
	notAuthorised: 'Not authorised',
	zeroAmount: 'Amount of zero',
	inAnotherBatch: 'In a batch already',
	batchDocument: 'Payment of a batch',
	orderMissing: 'No sales order or credit note found',
	orderDraft: 'Order is a draft',
	orderVoid: 'Order is void',
	alreadyImported: 'Imported to accounting already',
	doNotImport: 'Set to Do Not Import',
	importError: 'Accounting did not accept it',
	partlyPaid: 'Not paid in full',
	overPaid: 'Paid too much',
	otherTenderIgnored: 'Another payment of the order is not batched',
	otherTenderPending: 'Another payment of the order is not due yet',
	deposit: 'Deposit',
	noCurrency: 'No currency',
	totalUnclear: 'Amounts do not add up',
	netsToZero: 'Payments and refunds cancel out',
};
