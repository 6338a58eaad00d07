import {
	and,
	between,
	compare,
	inList,
	isNull,
	or,
	quote,
	startsWith,
} from '../../../lib/cin7/where';
import { encodedLength } from '../../../lib/cin7/query';

describe('where', () => {
	it('doubles quotes within values', () => {
		expect(quote("O'Brien")).toBe("'O''Brien'");
		expect(quote("' OR 1=1 --")).toBe("''' OR 1=1 --'");
	});

	it('compares with numbers bare and with texts quoted', () => {
		expect(compare('id', '>', 12)).toBe('id>12');
		expect(compare('paymentDate', '>=', '2026-06-01T00:00:00Z')).toBe(
			"paymentDate>='2026-06-01T00:00:00Z'",
		);
		expect(isNull('reconcileDate')).toBe('reconcileDate IS NULL');
		expect(between('id', 3, 9)).toBe('id>=3 AND id<=9');
		expect(startsWith('reference', 'BATCH-')).toBe("reference LIKE 'BATCH-%'");
	});

	it.each(['id = 1 OR id', '', "na'me", 'a b', '1a'])('takes %p for no field', (field) => {
		expect(() => compare(field, '=', 1)).toThrow(RangeError);
	});

	it('refuses numbers that are none', () => {
		expect(() => compare('id', '=', Number.NaN)).toThrow(RangeError);
	});

	it('keeps alternatives together within AND, and everything compound within OR', () => {
		const a = compare('a', '=', 1);
		const b = compare('b', '=', 2);
		expect(and(a, or(b, a))).toBe('a=1 AND (b=2 OR a=1)');
		expect(and(a, and(b, a))).toBe('a=1 AND b=2 AND a=1');
		expect(or(and(a, b), a)).toBe('(a=1 AND b=2) OR a=1');
		expect(and('', a, '')).toBe('a=1');
		expect(and()).toBe('');
	});

	it('does not take words within values for AND and OR', () => {
		const named = compare('name', '=', "salt or pepper's and more");
		expect(and(named, 'a=1')).toBe("name='salt or pepper''s and more' AND a=1");
	});

	it('cuts lists into conditions that fit', () => {
		const references = Array.from({ length: 500 }, (_, index) => `#SHOP'${1000 + index}`);
		const conditions = inList('reference', references);
		expect(conditions.length).toBeGreaterThan(1);
		for (const condition of conditions) expect(encodedLength(condition)).toBeLessThanOrEqual(1400);
		const quoted = conditions.join(',').match(/'#SHOP''\d+'/g);
		expect(quoted).toEqual(references.map(quote));
		expect(inList('reference', [])).toEqual([]);
	});
});
