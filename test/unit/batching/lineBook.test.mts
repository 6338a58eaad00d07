// Amounts that are written down in the book add up to what they were, over many pages and for an order of many lines.
import { lineBook } from '../../../lib/batching/lineBook';

const goods = { kind: 'goods', accountCode: '200', taxRate: '10' } as const;
const freight = { kind: 'freight', accountCode: '', taxRate: '10' } as const;

it('adds up orders over many pages', () => {
	const book = lineBook();
	const places: number[] = [];
	for (let number = 1; number <= 5_000; number++) {
		const components = [{ ...goods, amountMinor: 110, taxMinor: 10 }];
		if (number % 3 === 0) components.push({ ...freight, amountMinor: 11, taxMinor: 1 } as never);
		places.push(book.write(components, 'S'));
	}
	expect(new Set(places).size).toBe(5_000);
	expect(book.sums(places, 'AUD')).toEqual([
		{ ...goods, amountMinor: 550_000, taxMinor: 50_000 },
		{ ...freight, amountMinor: 18_326, taxMinor: 1_666 },
	]);
	expect(book.sums(places.slice(0, 2), 'AUD')).toEqual([
		{ ...goods, amountMinor: 220, taxMinor: 20 },
	]);
});

it('takes credit notes off, and has no negative zero', () => {
	const book = lineBook();
	const sale = book.write([{ ...goods, amountMinor: 100, taxMinor: 0 }], 'S');
	const note = book.write([{ ...goods, amountMinor: 30, taxMinor: 0 }], 'C');
	expect(book.sums([sale, note], 'AUD')).toEqual([{ ...goods, amountMinor: 70, taxMinor: 0 }]);
});

it('keeps an order that has more lines than a page has room for, and those after it', () => {
	const book = lineBook();
	const many = Array.from({ length: 9_000 }, (_, index) => ({
		...goods,
		accountCode: String(index),
		amountMinor: index + 1,
		taxMinor: 0,
	}));
	const places = [book.write(many, 'S'), book.write([many[0]], 'S'), book.write(many, 'C')];
	expect(book.sums(places.slice(0, 1), 'AUD')).toEqual(many);
	expect(book.sums(places.slice(1, 2), 'AUD')).toEqual([many[0]]);
	const total = book.sums(places, 'AUD').reduce((sum, line) => sum + line.amountMinor, 0);
	expect(total).toBe(1);
});

it('says when a sum is too large to be exact', () => {
	const book = lineBook();
	const half = { ...goods, amountMinor: Number.MAX_SAFE_INTEGER, taxMinor: 0 };
	const places = [book.write([half], 'S'), book.write([half], 'S')];
	expect(() => book.sums(places, 'AUD')).toThrow('A batch in AUD adds up to more');
});
