import { checkLength, encoded, encodedLength, queryString } from '../../../lib/cin7/query';

/** What arrives at the other side of a URL parser, which encodes some characters by itself. */
function throughUrl(query: string): string {
	return new URL(`https://api.example.com/SalesOrders?${query}`).search.slice(1);
}

describe('query strings', () => {
	const hostile = "reference = '#10&50+é%20' AND (a <> \"x\") OR b >= '12:00' 😀\n|\\^`{}[];$,/?@=";

	it('come out of a URL parser as they went in, so that their length is known', () => {
		expect(throughUrl(`where=${encoded(hostile)}`)).toBe(`where=${encoded(hostile)}`);
	});

	it('are read back as they were meant', () => {
		expect(new URLSearchParams(`where=${encoded(hostile)}`).get('where')).toBe(hostile);
	});

	it('leave as they are the characters of which lists are made', () => {
		expect(encoded('id IN (1,2,3)')).toBe('id%20IN%20(1,2,3)');
		expect(encoded('a=1:2')).toBe('a=1:2');
	});

	it('survive half a character', () => {
		expect(encoded('a\uD800b')).toBe('a%EF%BF%BDb');
		expect(encodedLength('\uDC00')).toBe(9);
	});

	it('name only what is asked for', () => {
		expect(queryString({ fields: ['id', 'lineItems(code)'], rows: 250 })).toBe(
			'fields=id,lineItems(code)&rows=250',
		);
		expect(
			queryString({ fields: ['id'], where: 'id > 1', order: 'id ASC', page: 2, rows: 5 }),
		).toBe('fields=id&where=id%20%3E%201&order=id%20ASC&page=2&rows=5');
	});

	it('are refused before they are sent when they are too long', () => {
		const query = { fields: ['id'], where: `reference = '${'x'.repeat(2000)}'` };
		expect(queryString(query).length).toBeLessThanOrEqual(2047);
		checkLength(query, 'GET SalesOrders');
		const longer = { ...query, where: `${query.where} AND id > 1` };
		expect(() => checkLength(longer, 'GET SalesOrders')).toThrow(/GET SalesOrders are too long/);
	});
});
