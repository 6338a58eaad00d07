// Requests that overlap: each reads or commits at one point in time, decided by the seed.
import { closeAccounts, openAccount } from './openAccount.mts';

afterEach(closeAccounts);

const settings = { latency: { min: 50, max: 400 } };

it('lets exactly one of several overlapping requests have a reference, whichever the seed decides', async () => {
	const winners = new Set<number>();
	for (let seed = 1; seed <= 20; seed += 1) {
		const { begin, time } = openAccount({ seed, settings });
		const calls = [0, 1, 2].map(() =>
			begin('POST', 'SalesOrders', '', [{ reference: 'BATCH-000001' }]),
		);
		const answers = await time.settle(Promise.all(calls));
		const won = answers.flatMap((answer, n) => (answer.body[0].success ? [n] : []));
		expect(won).toHaveLength(1);
		winners.add(won[0]);
	}
	expect([...winners].sort()).toEqual([0, 1, 2]);
});

it('does the same again for the same seed', async () => {
	const run = async (seed: number) => {
		const { begin, time, cin7 } = openAccount({ seed, settings });
		const calls = Array.from({ length: 10 }, (_, n) =>
			n % 2 === 0
				? begin('PUT', 'SalesOrders', '', [{ id: 101, stage: `Stage ${n}` }])
				: begin('GET', 'SalesOrders', 'where=id=101'),
		);
		const answers = await time.settle(Promise.all(calls));
		return JSON.stringify([answers.map((answer) => answer.text), cin7.ledger(), cin7.log.list()]);
	};
	expect(await run(5)).toBe(await run(5));
	expect(await run(5)).not.toBe(await run(6));
});

it('shows a read what was committed by then, though the write is not answered yet', async () => {
	const { begin, time, cin7 } = openAccount({
		settings: { latency: { min: 100, max: 100 }, commitPoint: { min: 0.2, max: 0.2 } },
	});
	const write = begin('PUT', 'SalesOrders', '', [{ id: 101, stage: 'Written' }]);
	await time.advance(19);
	cin7.set({ commitPoint: { min: 0, max: 0 } });
	const early = begin('GET', 'SalesOrders/101', 'fields=stage');
	await time.advance(1);
	const late = begin('GET', 'SalesOrders/101', 'fields=stage');
	const answers = await time.settle(Promise.all([write, early, late]));
	expect(answers.map((answer) => answer.body)).toEqual([
		[expect.objectContaining({ success: true })],
		{ stage: 'New' },
		{ stage: 'Written' },
	]);
});

it('is last writer wins for updates', async () => {
	const { begin, time, call, cin7 } = openAccount({
		settings: { latency: { min: 100, max: 100 }, commitPoint: { min: 0.9, max: 0.9 } },
	});
	const slow = begin('PUT', 'SalesOrders', '', [{ id: 101, stage: 'slow' }]);
	cin7.set({ commitPoint: { min: 0.1, max: 0.1 } });
	const quick = begin('PUT', 'SalesOrders', '', [{ id: 101, stage: 'quick' }]);
	await time.settle(Promise.all([slow, quick]));
	expect((await call('GET', 'SalesOrders/101')).body.stage).toBe('slow');
});
