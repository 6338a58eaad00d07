// What can be made to go wrong, and that it happens to the request it is meant for, once.
import type { FaultEffect, FaultMatch } from '../../sandbox/cin7/faults.mts';
import { readFault } from '../../sandbox/cin7/faults.mts';
import { closeAccounts, openAccount } from './openAccount.mts';

afterEach(closeAccounts);

/** A PUT of a stage with this fault on it, then the stage as it is, with the fault gone. */
async function faulty(effect: FaultEffect, match: FaultMatch = { method: 'PUT' }) {
	const { cin7, call } = openAccount();
	cin7.faults.add({ match, effect });
	const answer = await call('PUT', 'SalesOrders', '', [
		{ id: 101, stage: 'A' },
		{ id: 102, stage: 'B' },
	]);
	const stages = (
		(await call('GET', 'SalesOrders', 'order=id+ASC')).body as { stage: string }[]
	).map((row) => row.stage);
	return { ...answer, stages: stages.slice(0, 2) };
}

const untouched = ['New', 'Dispatched'];
const written = ['A', 'B'];

it.each<[FaultEffect, number, string[]]>([
	[{ type: 'status500', committed: true }, 500, written],
	[{ type: 'status500', committed: false }, 500, untouched],
	[{ type: 'status500', committed: true, committedRows: 1 }, 500, ['A', 'Dispatched']],
	[{ type: 'unavailable' }, 503, untouched],
	[{ type: 'wholeCall400' }, 400, untouched],
	[{ type: 'html' }, 200, untouched],
	[{ type: 'html', committed: true, status: 502 }, 502, written],
	[{ type: 'truncated' }, 200, written],
	[{ type: 'malformed' }, 200, written],
])('%j', async (effect, status, stages) => {
	const answer = await faulty(effect);
	expect([answer.status, answer.stages]).toEqual([status, stages]);
});

it('answers HTML, half of the JSON, or a message as the effect says', async () => {
	expect((await faulty({ type: 'html' })).text).toContain('<!DOCTYPE html>');
	const { text } = await faulty({ type: 'truncated' });
	expect(text.startsWith('[{"index":0')).toBe(true);
	expect(() => JSON.parse(text)).toThrow();
	expect((await faulty({ type: 'wholeCall400', message: 'No.' })).body).toEqual({ message: 'No.' });
});

it('answers the whole of the JSON with something behind it that is none, to a read as to a write', async () => {
	const effect: FaultEffect = { type: 'malformed' };
	const { text } = await faulty(effect);
	expect(() => JSON.parse(text)).toThrow();
	expect(JSON.parse(text.slice(0, -1))).toMatchObject([{ success: true }, { success: true }]);
	const { cin7, call } = openAccount();
	const sound = (await call('GET', 'Users')).text;
	cin7.faults.add({ match: {}, effect });
	const { status, text: malformed } = await call('GET', 'Users');
	expect([status, malformed]).toEqual([200, `${sound}}`]);
	expect((await call('GET', 'Users')).text).toBe(sound);
	expect(readFault({ effect })).toEqual({ match: {}, effect });
});

it.each([true, false])(
	'never answers, or resets the connection (committed: %s)',
	async (committed) => {
		for (const type of ['timeout', 'reset'] as const) {
			const answer = await faulty({ type, committed });
			expect(answer).toMatchObject({
				status: 0,
				transport: type,
				stages: committed ? written : untouched,
			});
		}
	},
);

it('throttles a burst of calls', async () => {
	const { cin7, call } = openAccount();
	cin7.faults.add({ match: { times: 3 }, effect: { type: 'throttled', retryAfter: 2 } });
	const answers = [];
	for (let n = 0; n < 4; n += 1) answers.push(await call('GET', 'Users'));
	expect(answers.map((answer) => answer.status)).toEqual([429, 429, 429, 200]);
	expect(answers[0].headers['retry-after']).toBe('2');
	expect(answers[0].text).toBe('"API calls quota exceeded! maximum admitted 3 per Second."');
});

it('drops named fields of a write without a word', async () => {
	const { cin7, call } = openAccount();
	cin7.faults.add({ match: {}, effect: { type: 'fieldIgnored', fields: ['comments'] } });
	expect(
		(await call('PUT', 'Payments', '', [{ id: 501, comments: 'x', transactionRef: 'y' }])).body[0]
			.success,
	).toBe(true);
	expect((await call('GET', 'Payments/501')).body).toMatchObject({
		comments: null,
		transactionRef: 'y',
	});
});

it('refuses one row', async () => {
	const answer = await faulty({ type: 'rowFailure', index: 0, message: 'Locked by another user.' });
	expect(answer.body.map((row: { success: boolean }) => row.success)).toEqual([false, true]);
	expect(answer.body[0].errors).toEqual(['Locked by another user.']);
	expect(answer.stages).toEqual(['New', 'B']);
});

it('shows a read the records of a while ago, and leaves them as they are', async () => {
	const { cin7, call, time } = openAccount();
	const stages = async () =>
		((await call('GET', 'SalesOrders', 'order=id+ASC')).body as { stage: string }[]).map(
			(row) => row.stage,
		);
	await time.advance(5000);
	await call('PUT', 'SalesOrders', '', [{ id: 101, stage: 'second' }]);
	await time.advance(5000);
	await call('PUT', 'SalesOrders', '', [{ id: 101, stage: 'third' }]);
	await call('POST', 'SalesOrders', '', [{ stage: 'made' }]);
	await time.advance(1000);
	for (const ms of [2000, 7000])
		cin7.faults.add({ match: { nth: ms === 2000 ? 1 : 2 }, effect: { type: 'staleRead', ms } });
	expect(await stages()).toEqual(['second', 'Dispatched', 'New']);
	expect(await stages()).toEqual(['New', 'Dispatched', 'New']);
	expect(await stages()).toEqual(['third', 'Dispatched', 'New', 'made']);
});

it('makes an answer slow', async () => {
	const { cin7, call, time } = openAccount();
	cin7.faults.add({ match: {}, effect: { type: 'slow', ms: 7000 } });
	const before = time.now();
	await call('GET', 'Users');
	expect(time.now() - before).toBe(7000);
});

it('hits the requests it is meant for: method, resource, content, which one, how many', async () => {
	const { cin7, call } = openAccount();
	const effect: FaultEffect = { type: 'unavailable' };
	cin7.faults.add({
		match: {
			method: 'PUT',
			resource: 'payments',
			bodyIncludes: '"reconcileDate"',
			nth: 2,
			times: 2,
		},
		effect,
	});
	const statuses: number[] = [];
	const put = async (resource: string, row: object) => {
		statuses.push((await call('PUT', resource, '', [{ id: 501, ...row }])).status);
	};
	await put('Payments', { reconcileDate: '2026-06-02' });
	await put('Payments', { comments: 'x' });
	await put('SalesOrders', { reconcileDate: '2026-06-02' });
	await call('GET', 'Payments');
	for (let n = 0; n < 4; n += 1) await put('Payments', { reconcileDate: '2026-06-02' });
	expect(statuses).toEqual([200, 200, 200, 503, 503, 200, 200]);
	expect(cin7.faults.list()).toMatchObject([{ seen: 5, hit: 2 }]);
	cin7.faults.clear();
	expect(cin7.faults.list()).toEqual([]);
});

it('draws chances from the seed', async () => {
	const pattern = async (seed: number) => {
		const { cin7, call } = openAccount({ seed });
		cin7.faults.add({ match: { times: 0, chance: 0.3 }, effect: { type: 'unavailable' } });
		let statuses = '';
		for (let n = 0; n < 200; n += 1)
			statuses += (await call('GET', 'Users')).status === 503 ? 'x' : '.';
		return statuses;
	};
	const once = await pattern(3);
	expect(once).toBe(await pattern(3));
	expect(once).not.toBe(await pattern(4));
	expect(once.split('x').length - 1).toBeGreaterThan(35);
	expect(once.split('x').length - 1).toBeLessThan(90);
});

it('says what does not fit in a fault', () => {
	expect(() => readFault({})).toThrow('effect.type must be one of status500');
	expect(() => readFault({ effect: { type: 'explode' } })).toThrow('effect.type');
	expect(() => readFault({ match: { ressource: 'x' }, effect: { type: 'truncated' } })).toThrow(
		'match.ressource is not one of',
	);
});
