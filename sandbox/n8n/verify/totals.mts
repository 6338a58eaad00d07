// Does every batch document come to the sum of its members, in its own lines, in its payments, and in what it says?

import { amountText, magnitude, minorUnits, sum } from './amounts.mts';
import type { BatchDocument, Manifest } from './documents.mts';
import type { LedgerOrder, LedgerPayment } from './ledger.mts';
import { isApproved } from './ledger.mts';

/** @returns sentences about what does not agree */
export function checkTotals(
	{ order, manifest, creditNote }: BatchDocument,
	paymentsByOrder: Map<number, LedgerPayment[]>,
): string[] {
	const { reference } = order;
	if (manifest === undefined) return [`${reference} has no manifest that can be read.`];
	const found: string[] = [];
	if (!isApproved(order)) found.push(`${reference} is not approved.`);
	const negative = manifest.kind === 'creditNote';
	if (negative && creditNote === undefined) {
		return [...found, `${reference} is a negative batch, and ${reference}-CN is missing.`];
	}
	const valued = negative && creditNote ? creditNote : order;
	if (valued !== order && !isApproved(valued)) found.push(`${valued.reference} is not approved.`);
	if (valued.currencyCode !== manifest.currency) {
		found.push(
			`${valued.reference} is in ${valued.currencyCode}, its manifest in ${manifest.currency}.`,
		);
	}
	return [...found, ...compareAmounts(reference, manifest, valued, paymentsByOrder)];
}

function compareAmounts(
	reference: string,
	manifest: Manifest,
	valued: LedgerOrder,
	paymentsByOrder: Map<number, LedgerPayment[]>,
): string[] {
	const { currency } = manifest;
	const total = minorUnits(manifest.total, currency);
	const found: string[] = [];
	const expect = (what: string, amount: bigint, expected: bigint): void => {
		if (amount === expected) return;
		const [is, should] = [amountText(amount, currency), amountText(expected, currency)];
		found.push(`${reference}: ${what} ${is} ${currency} and should be ${should}.`);
	};
	if (total < 0n !== (manifest.kind === 'creditNote') || total === 0n) {
		found.push(`${reference} of ${manifest.total} ${currency} cannot be of kind ${manifest.kind}.`);
	}
	const members = manifest.payments.map(([, , amount]) => minorUnits(amount, currency));
	expect('its members in the manifest come to', sum(members), total);
	// A credit note has its value as a positive amount, and API payments on it come with either sign.
	expect(
		`the lines of ${valued.reference} come to`,
		magnitude(linesTotal(valued)),
		magnitude(total),
	);
	const paid = (paymentsByOrder.get(valued.id) ?? []).filter(({ isAuthorized }) => isAuthorized);
	const paidTotal = sum(paid.map(({ amount }) => minorUnits(amount, currency)));
	expect(`the payments on ${valued.reference} come to`, magnitude(paidTotal), magnitude(total));
	if (paid.length !== 1) {
		found.push(`${valued.reference} has ${paid.length} payments and should have one.`);
	}
	return found;
}

/**
 * What a document is worth in its own currency, from its lines: Cin7's `total` has been seen in the account's currency.
 * Documents have their tax inside the prices.
 */
export function linesTotal(order: LedgerOrder): bigint {
	const { currencyCode: currency, lineItems, freightTotal, surcharge, discountTotal } = order;
	if (order.taxStatus !== 'Incl') {
		throw new Error(
			`${order.reference} should have prices with tax included, and has ${order.taxStatus}.`,
		);
	}
	const lines = lineItems
		.filter(({ parentId }) => !parentId)
		.map(({ qty, unitPrice, discount }) => {
			if (!Number.isInteger(qty))
				throw new Error(`${order.reference} has a line of quantity ${qty}.`);
			return BigInt(qty) * minorUnits(unitPrice, currency) - minorUnits(discount ?? 0, currency);
		});
	const extras = [freightTotal, surcharge, discountTotal].map((amount) =>
		minorUnits(amount ?? 0, currency),
	);
	return sum([...lines, ...extras]);
}
