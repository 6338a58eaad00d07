// Records handed on as Cin7 sent them, for those who want all of its fields.
import { asSent } from '../../../lib/cin7/resources';
import { createCin7Client } from '../../../lib/cin7/client';
import { createLimiter } from '../../../lib/cin7/limiter';

function clientOf(body: string) {
	const queries: (string | undefined)[] = [];
	const sleep = () => Promise.resolve();
	const client = createCin7Client({
		transport: async ({ query }) => {
			queries.push(query);
			return { status: 200, headers: {}, body };
		},
		limiter: createLimiter({ perSecond: 0, perMinute: 0, perDay: 0 }, { now: Date.now, sleep }),
		sleep,
	});
	return { client, queries };
}

const orders = asSent({ path: 'SalesOrders', singular: 'sales order' });

it('asks for no fields, and hands on all that comes, numbers as numbers', async () => {
	const { client, queries } = clientOf('[{"id":1,"total":12.3,"newField":{"a":null}}]');
	expect(await client.all(orders)).toEqual([{ id: 1, total: 12.3, newField: { a: null } }]);
	expect(queries).toEqual(['order=id%20ASC&rows=250']);
});

it('asks for the fields that are named, and the id', async () => {
	const { client, queries } = clientOf('[]');
	await client.first(orders, { fields: ['reference', 'lineItems(code,qty)'] });
	await client.byIds(orders, 'id', [1, 2], {});
	expect(queries[0]).toBe('fields=id,reference,lineItems(code,qty)&rows=250');
	expect(queries[1]).toBe('where=id%20IN%20(1,2)&rows=250');
});

it('a record without an id is refused, as elsewhere', async () => {
	const { client } = clientOf('[{"total":1}]');
	await expect(client.all(orders)).rejects.toMatchObject({ kind: 'unreadable' });
});
