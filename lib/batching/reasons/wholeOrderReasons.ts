/**
 * Reasons that lie in all of an order's payments together, or in the group it would be in. `wholeOrder.ts` and `netting.ts`
 * find them, `wholeOrderSentences.ts` has their sentences.
 */
export const wholeOrderReasons = [
	{ code: 'partlyPaid', label: 'Not paid in full', isToLookAt: true },
	{ code: 'overPaid', label: 'Paid too much', isToLookAt: true },
	{
		code: 'otherTenderIgnored',
		label: 'Another payment of the order is not batched',
		isToLookAt: true,
	},
	{ code: 'otherTenderPending', label: 'Another payment of the order is not due yet' },
	{ code: 'deposit', label: 'Deposit' },
	{ code: 'noCurrency', label: 'No currency', isToLookAt: true },
	{ code: 'totalUnclear', label: 'Amounts do not add up', isToLookAt: true },
	{ code: 'netsToZero', label: 'Payments and refunds cancel out' },
] as const;
