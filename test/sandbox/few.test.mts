// A few records are searched one by one, many by the database: both find the same, in the same order.
import fc from 'fast-check';
import { listQuery } from '../../sandbox/cin7/query.mts';
import { salesOrders } from '../../sandbox/cin7/resources/salesOrders.mts';
import { openStore } from '../../sandbox/cin7/store/store.mts';

const texts = fc.constantFrom(
	'',
	'a',
	'A',
	'ab',
	'AB%',
	'a_b',
	'Zoë',
	'ZOË',
	'z',
	'#10',
	'a.b',
	'a-b',
);
const dates = fc.constantFrom(
	'2026-06-01T00:00:00Z',
	'2026-06-01T00:00:00.5Z',
	'2026-06-01T00:00:01Z',
	'2026-05-31T23:59:59Z',
);
const numbers = fc.constantFrom(0, 1, -1, 2.5, 10, 9);
const record = fc.record(
	{ stage: texts, reference: texts, createdDate: dates, total: numbers, isApproved: fc.boolean() },
	{ requiredKeys: [] },
);
const quoted = (text: string) => `'${text}'`;
const operator = fc.constantFrom('=', '<>', '<', '>', '<=', '>=');
const condition = fc.oneof(
	fc.tuple(fc.constantFrom('stage', 'reference'), operator, texts.map(quoted)),
	fc.tuple(fc.constantFrom('createdDate'), operator, dates.map(quoted)),
	fc.tuple(fc.constantFrom('total', 'id'), operator, numbers.map(String)),
	fc.tuple(fc.constantFrom('isApproved'), operator, fc.constantFrom('true', 'false', '1')),
	fc.tuple(
		fc.constantFrom('stage', 'reference'),
		fc.constantFrom(' LIKE '),
		fc.constantFrom("'a%'", "'%B'", "'_'", "'%.%'", "'A_B'", "'zoë'", "'%'", "''"),
	),
	fc.tuple(
		fc.constantFrom('stage', 'reference'),
		fc.constantFrom(' IN '),
		fc.array(texts.map(quoted), { minLength: 1, maxLength: 3 }).map((list) => `(${list.join()})`),
	),
	fc.tuple(
		fc.constantFrom('stage', 'total', 'createdDate', 'isApproved'),
		fc.constantFrom(' IS NULL', ' IS NOT NULL'),
		fc.constant(''),
	),
);
const where = fc
	.array(
		fc.tuple(
			fc.constantFrom(' AND ', ' OR '),
			condition.map((parts) => parts.join('')),
		),
		{ minLength: 1, maxLength: 4 },
	)
	.map((parts) => parts.map(([word, one], index) => (index === 0 ? one : word + one)).join(''));
const order = fc.constantFrom(
	'',
	'id ASC',
	'stage',
	'stage ASC, total DESC',
	'createdDate',
	'total',
);

it('one by one and by the database', () => {
	fc.assert(
		fc.property(
			fc.array(record, { maxLength: 8 }),
			where,
			order,
			fc.integer({ min: 1, max: 4 }),
			fc.integer({ min: 1, max: 2 }),
			(records, condition, sorted, rows, page) => {
				const store = openStore(':memory:');
				records.forEach((one, index) => store.insert(salesOrders, { ...one, id: 7 - index + 3 }));
				const query = new URLSearchParams({
					where: condition,
					order: sorted,
					rows: String(rows),
					page: String(page),
				});
				const { text, parameters, among } = listQuery(salesOrders, query.toString());
				const few = store.few(salesOrders);
				expect(among(few ?? [])).toEqual(store.selected(salesOrders, text, parameters));
				store.close();
			},
		),
		{ numRuns: 3_000 },
	);
});

it('changes that are taken back are taken back in both', () => {
	const store = openStore(':memory:');
	const ids = () => [
		store.few(salesOrders)?.map(({ id, stage }) => [id, stage]),
		store
			.selected(salesOrders, 'SELECT id FROM SalesOrders ORDER BY id', [])
			.map(({ id, stage }) => [id, stage]),
	];
	store.insert(salesOrders, { id: 1, stage: 'New' });
	store.insert(salesOrders, { id: 2, stage: 'New' });
	const [before] = ids();
	const inside = store.provisionally(() => {
		store.update(salesOrders, { id: 1, stage: 'Held' });
		store.remove(salesOrders, 2);
		store.insert(salesOrders, { id: 3 });
		return ids();
	});
	const changed = [
		[1, 'Held'],
		[3, undefined],
	];
	expect(inside).toEqual([changed, changed]);
	expect(ids()).toEqual([before, before]);
	store.close();
});
