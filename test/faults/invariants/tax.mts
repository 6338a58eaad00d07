// The tax of the batches against that of their members, rate by rate.
import { taxPerRate } from '../../../sandbox/cin7/money/taxPerRate.mts';
import type { Books, Row } from './books.mts';
import { live, memberRow } from './books.mts';

/** By how much the tax of the batches is off, in sentences; none when every rate is right. */
export function taxDifference(books: Books): string[] {
	return difference(taxOf(wholeOrders(books), 1), taxOf(holders(books), -1));
}

function bookedHere(books: Books) {
	return live(books).filter(({ manifest }) => manifest?.posting !== 'external');
}

/** Orders of which every payment is in a live batch, each once. */
function wholeOrders(books: Books): { row: Row; sign: number }[] {
	const members = new Map<string, { row: Row; sign: number }>();
	for (const { manifest } of bookedHere(books)) {
		for (const [id, kind] of manifest?.orders ?? []) {
			const row = memberRow(books, id, kind);
			if (row) members.set(`${kind}${id}`, { row, sign: kind === 'S' ? 1 : -1 });
		}
	}
	return [...members.values()];
}

function holders(books: Books): { row: Row; sign: number }[] {
	return bookedHere(books).flatMap(({ order, note, manifest }) => {
		if (manifest?.kind !== 'creditNote') return [{ row: order, sign: 1 }];
		return note ? [{ row: note, sign: -1 }] : [];
	});
}

/** Tenths of a cent and less do not occur: amounts in whole thousandths. */
function taxOf(rows: { row: Row; sign: number }[], way: 1 | -1): Map<string, number> {
	const taxes = new Map<string, number>();
	for (const { row, sign } of rows) {
		for (const { rate, tax } of taxPerRate(row as never)) {
			const key = `${row.currencyCode} ${rate} %`;
			const amount = Math.round(Math.abs(Number(tax)) * 1000) * Math.sign(Number(tax)) * sign * way;
			taxes.set(key, (taxes.get(key) ?? 0) + amount);
		}
	}
	return taxes;
}

function difference(due: Map<string, number>, shown: Map<string, number>): string[] {
	return [...new Set([...due.keys(), ...shown.keys()])].flatMap((rate) => {
		const left = (due.get(rate) ?? 0) + (shown.get(rate) ?? 0);
		return left === 0 ? [] : [`the tax at ${rate} is off by ${left / 1000}`];
	});
}
