import { payments, salesOrders } from '../../../lib/cin7/resources';
import type { Exchange } from '../../../lib/cin7/transport';
import { json, refusalOf, scripted } from './fakeCin7.mts';

const rows = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: 100 + index, stage: 'New' }));

/** As Cin7 answers: one result for each row, numbered within the call. */
function accepted({ body }: Exchange) {
	return json(
		(body as { id: number }[]).map(({ id }, index) => ({
			index,
			success: true,
			id,
			code: `R${id}`,
			errors: null,
		})),
	);
}

describe('bulk writes', () => {
	it('send 250 rows a call, one call after the other, and number results through', async () => {
		const { client, sent } = scripted(accepted);
		const outcome = await client.update(salesOrders, rows(501));
		expect(
			sent.map(({ method, path, body }) => [method, path, (body as unknown[]).length]),
		).toEqual([
			['PUT', 'SalesOrders', 250],
			['PUT', 'SalesOrders', 250],
			['PUT', 'SalesOrders', 1],
		]);
		expect(outcome.results.map(({ index, id }) => id - index)).toEqual(Array(501).fill(100));
		expect(outcome).toMatchObject({ uncertain: [], stopped: null });
	});

	it('send nothing for no rows', async () => {
		const { client, sent } = scripted(accepted);
		expect((await client.create(payments, [])).results).toEqual([]);
		expect(sent).toHaveLength(0);
	});

	it('tell which rows were refused inside an answer of 200, and why', async () => {
		const { client } = scripted(
			json([
				{
					index: 1,
					success: false,
					id: null,
					code: null,
					errors: ['Reference  already\nexists', ''],
				},
				{ index: 0, success: true, id: 7, code: 'A', errors: [] },
				{ index: 2, success: false, id: 0, code: '', errors: [] },
			]),
		);
		const { results } = await client.create(salesOrders, [
			{ reference: 'A' },
			{ reference: 'B' },
			{},
		]);
		expect(results).toEqual([
			{ index: 0, success: true, id: 7, errors: [] },
			{ index: 1, success: false, id: 0, errors: ['Reference already exists'] },
			{ index: 2, success: false, id: 0, errors: ['Cin7 refused this row without saying why'] },
		]);
	});

	it('go by order where Cin7 does not number the results', async () => {
		const result = (id: number) => ({ index: 0, success: true, id, errors: [] });
		const { client } = scripted(json([result(7), result(8)]));
		const { results } = await client.create(salesOrders, [{}, {}]);
		expect(results.map(({ index, id }) => [index, id])).toEqual([
			[0, 7],
			[1, 8],
		]);
	});

	it('leave uncertain the rows that the answer does not tell of, and only those', async () => {
		const { client } = scripted(
			json([
				{ index: 0, success: true, id: 7, errors: [] },
				{ index: 2, success: true, id: 0, errors: [] },
				{ index: 3, success: 'yes', id: 8, errors: [] },
			]),
		);
		const outcome = await client.create(salesOrders, [{}, {}, {}, {}]);
		expect(outcome.uncertain.map(({ from, to }) => [from, to])).toEqual([[1, 4]]);
		expect(outcome.results.map(({ index, success }) => [index, success])).toEqual([
			[0, true],
			[1, false],
			[2, false],
			[3, false],
		]);
	});

	it('pass on a refusal of the whole call to each of its rows, in the words of Cin7', async () => {
		const { client, sent } = scripted(
			json({ message: 'Reference BATCH-000001 already exists' }, 400),
			accepted,
		);
		const outcome = await client.create(salesOrders, rows(251));
		expect(sent).toHaveLength(2);
		expect(outcome.results.slice(0, 250).every(({ success }) => !success)).toBe(true);
		expect(outcome.results[17].errors).toEqual([
			'Cin7 refused to create Sales Orders: Reference BATCH-000001 already exists',
		]);
		expect(outcome.results[250].success).toBe(true);
		expect(outcome.uncertain).toEqual([]);
	});

	it('give the refused row of a refused call its own text, and the others the same one', async () => {
		const { client } = scripted(
			json(
				[
					{ index: 0, success: false, id: 0, errors: ['Reference already exists'] },
					{ index: 1, success: false, id: 0, errors: [] },
				],
				400,
			),
		);
		const { results } = await client.create(salesOrders, [{}, {}]);
		expect(results[0].errors).toEqual(['Reference already exists']);
		expect(results[1].errors[0]).toContain('Reference already exists');
	});

	it('are uncertain where a refused call claims that a row was written', async () => {
		const { client } = scripted(
			json(
				[
					{ index: 0, success: true, id: 9 },
					{ index: 1, success: false },
				],
				400,
			),
		);
		const outcome = await client.create(salesOrders, [{}, {}]);
		expect(outcome.uncertain.map(({ from, to }) => [from, to])).toEqual([[0, 1]]);
	});

	it('go on after a chunk whose fate is unknown', async () => {
		const { client, sent } = scripted({ status: 500, headers: {}, body: '' }, accepted);
		const outcome = await client.update(salesOrders, rows(260));
		expect(sent).toHaveLength(2);
		expect(outcome.uncertain).toEqual([
			{ from: 0, to: 250, why: 'Cin7 answered with status 500.' },
		]);
		expect(outcome.results.slice(250).every(({ success }) => success)).toBe(true);
	});

	it('keep the results of what was done when a later call is not possible', async () => {
		const { client, sent } = scripted(accepted, json('Forbidden', 403));
		const outcome = await client.update(salesOrders, rows(600));
		expect(sent).toHaveLength(2);
		expect(outcome.stopped).toMatchObject({ kind: 'permission' });
		expect(outcome.results.filter(({ success }) => success)).toHaveLength(250);
		expect(outcome.results[599]).toMatchObject({ index: 599, success: false });
		expect(outcome.results[599].errors[0]).toContain('Not sent');
		expect(outcome.uncertain).toEqual([]);
	});

	it('throw when nothing at all was done', async () => {
		const { client } = scripted(json('Forbidden', 403));
		expect((await refusalOf(client.update(salesOrders, rows(600)))).kind).toBe('permission');
	});
});

describe('deleting', () => {
	it('asks for one record by its id', async () => {
		const { client, sent } = scripted(json({ success: true, id: 5, code: '', errors: [] }));
		const { results } = await client.remove(payments, 5);
		expect(sent).toEqual([{ method: 'DELETE', path: 'Payments/5' }]);
		expect(results).toEqual([{ index: 0, success: true, id: 5, errors: [] }]);
	});

	it('takes a record that is gone for deleted', async () => {
		const { client } = scripted(json('Not found', 404));
		expect((await client.remove(payments, 5)).results[0].success).toBe(true);
	});

	it('tells what Cin7 refuses, and what is uncertain', async () => {
		const refused = scripted(json({ success: false, id: 5, errors: ['Reconciled'] }));
		expect((await refused.client.remove(payments, 5)).results[0]).toMatchObject({
			errors: ['Reconciled'],
		});
		const uncertain = scripted({ noAnswer: 'ECONNRESET' });
		expect((await uncertain.client.remove(payments, 5)).uncertain).toHaveLength(1);
		const forbidden = scripted(json('', 403));
		expect((await refusalOf(forbidden.client.remove(payments, 5))).message).toContain(
			'delete Payments',
		);
	});
});
