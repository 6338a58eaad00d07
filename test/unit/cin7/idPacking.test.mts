import fc from 'fast-check';
import { packIds } from '../../../lib/cin7/idPacking';
import { encodedLength } from '../../../lib/cin7/query';

/** The ids that a packed condition asks for. */
function idsOf(where: string): { listed: number[]; ranges: [number, number][] } {
	const listed = [...where.matchAll(/id IN \(([\d,]+)\)/g)].flatMap(([, list]) =>
		list.split(',').map(Number),
	);
	const ranges = [...where.matchAll(/id>=(\d+) AND id<=(\d+)/g)].map(
		([, low, high]): [number, number] => [Number(low), Number(high)],
	);
	return { listed, ranges };
}

function covers(where: string, id: number): boolean {
	const { listed, ranges } = idsOf(where);
	return listed.includes(id) || ranges.some(([low, high]) => id >= low && id <= high);
}

function matched(where: string): number {
	const { listed, ranges } = idsOf(where);
	return listed.length + ranges.reduce((sum, [low, high]) => sum + high - low + 1, 0);
}

describe('packing ids', () => {
	const ascending = fc
		.uniqueArray(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 600 })
		.map((ids) => ids.map((id) => id + 1_000_000).sort((a, b) => a - b));

	it('covers the ids it counts, within room and rows', () => {
		fc.assert(
			fc.property(ascending, fc.integer({ min: 40, max: 2000 }), (ids, room) => {
				const { where, count } = packIds('id', ids, { room, rows: 250 });
				expect(count).toBeGreaterThan(0);
				expect(ids.slice(0, count).every((id) => covers(where, id))).toBe(true);
				expect(encodedLength(where)).toBeLessThanOrEqual(room);
				expect(matched(where)).toBeLessThanOrEqual(250);
			}),
		);
	});

	it('asks for nothing that is not wanted where ids have any number of rows', () => {
		fc.assert(
			fc.property(ascending, (ids) => {
				const { where, count } = packIds('id', ids, { room: 1500, rows: Infinity });
				expect(matched(where)).toBe(count);
			}),
		);
	});

	it('takes a whole stretch of 250 ids in one short range', () => {
		const ids = Array.from({ length: 125 }, (_, index) => 5_000_000 + 2 * index);
		const { where, count } = packIds('id', ids, { room: 60, rows: 250 });
		expect(count).toBe(125);
		expect(where).toBe('id>=5000000 AND id<=5000248');
	});

	it('takes 240 scattered ids of seven digits in one list', () => {
		const ids = Array.from({ length: 300 }, (_, index) => 1_000_000 + 9_973 * index);
		expect(packIds('id', ids, { room: 1990, rows: 250 }).count).toBeGreaterThanOrEqual(240);
	});

	it('takes thousands that follow one another where rows are read page by page', () => {
		const ids = Array.from({ length: 5000 }, (_, index) => 1_000_000 + index);
		expect(packIds('orderId', ids, { room: 1500, rows: Infinity }).count).toBe(5000);
	});
});
