import { cin7Text, shown } from '../../../lib/cin7/cin7Text';
import { tooManyCalls } from '../../../lib/cin7/tooManyCalls';

describe("Cin7's own words", () => {
	it.each([
		['"API calls quota exceeded!"', 'API calls quota exceeded!'],
		['{"message":"The request is invalid."}', 'The request is invalid.'],
		['{"Message":"Bad","ModelState":{"row.Total":["Not a number"]},"id":5}', 'Bad; Not a number'],
		[
			'[{"index":0,"success":false,"errors":["Exists"],"code":"X"},{"errors":["Exists"]}]',
			'Exists',
		],
		['{"firstName":"Jo"}', ''],
		['Plain words', 'Plain words'],
		['<html><body>Down</body></html>', ''],
		['\uFEFF  <!DOCTYPE html>', ''],
		['', ''],
		['[[[[[[["deep"]]]]]]]', ''],
	])('in %p are %p', (body, text) => {
		expect(cin7Text(body)).toBe(text);
	});

	it('are cut at a whole character', () => {
		const text = shown('😀'.repeat(1000));
		expect([...text]).toHaveLength(300);
		expect(text.endsWith('😀…')).toBe(true);
	});

	it('show no e-mail address', () => {
		expect(shown('Contact "jo.doe+x@shop.example.com" exists')).toBe(
			'Contact "(e-mail address)" exists',
		);
	});
});

describe('a 429', () => {
	it.each([
		[
			'"API calls quota exceeded! maximum admitted 3 per Second."',
			{},
			{ period: 'second', admitted: 3 },
		],
		['maximum admitted 5,000 per Day', {}, { period: 'day', admitted: 5000 }],
		['', { 'retry-after': '0' }, { retryAfter: 0, period: null }],
		['', { 'retry-after': 'soon' }, { retryAfter: null }],
		['', { 'retry-after': '-5' }, { retryAfter: 0 }],
	])('%p with %p tells %p', (body, headers, told) => {
		expect(tooManyCalls({ status: 429, headers, body }, 0)).toMatchObject(told);
	});
});
