import { runsOf, type AllRuns } from '../../../lib/dashboard/lastRun';
import { readExecutions } from '../../../lib/dashboard/reading/executions';
import { readRunHistory } from '../../../lib/dashboard/reading/runHistory';
import { drawn, text } from './drawn.mts';
import { execution, now, row, workflow } from './workflows.mts';

type Given = { executions?: unknown[]; running?: unknown[]; history?: unknown[] };

function runs({ executions = [], running = [], history = [] }: Given) {
	const all: AllRuns = {
		executions: readExecutions(executions, now).rows,
		running: readExecutions(running, now).rows,
		history: readRunHistory(history, now).rows,
	};
	return runsOf(all)('1');
}

it('none of it is no run', () => {
	const nothing = { running: [], last: null, previewSince: null };
	expect(runs({})).toEqual({ ...nothing, lastScheduled: null, firstKnown: null });
	expect(runs({ executions: [execution('9', '2')], history: [row('2', '9')] }).last).toBeNull();
});

it.each([
	['success', 'succeeded'],
	['error', 'failed'],
	['crashed', 'crashed'],
	['canceled', 'canceled'],
	['waiting', 'waiting'],
	['something new', 'unknown'],
])('without a row, an execution that ended with %s: %s', (status, outcome) => {
	expect(runs({ executions: [execution('9', '1', { status })] }).last?.outcome).toBe(outcome);
});

it.each(['done', 'nothingToDo', 'attention', 'failed'])('the row says it was %s', (result) => {
	const given = { executions: [execution('9', '1')], history: [row('1', '9', { result })] };
	expect(runs(given).last).toMatchObject({ outcome: result, executionId: '9' });
});

it('a run that ended in red after its row was written is not called done', () => {
	const executions = [execution('9', '1', { status: 'error' })];
	const { last } = runs({ executions, history: [row('1', '9')] });
	expect(last).toMatchObject({ outcome: 'failed', row: { result: 'done' } });
});

it.each([
	['waiting', 'failed', 'failed'],
	['waiting', 'done', 'done'],
	['canceled', 'failed', 'failed'],
	['canceled', 'attention', 'attention'],
	['canceled', 'done', 'canceled'],
	['crashed', 'done', 'crashed'],
])('n8n says %s, its row %s: %s', (status, result, outcome) => {
	const executions = [execution('9', '1', { status })];
	expect(runs({ executions, history: [row('1', '9', { result })] }).last).toMatchObject({
		outcome,
	});
});

describe('a Preview after a Run', () => {
	const ran = execution('9', '1', { status: 'error' });
	const later = { startedAt: '2026-06-02T01:00:00Z' };
	const preview = execution('10', '1', { mode: 'integrated', ...later });
	const previewed = row('1', '10', { operation: 'preview', ...later });
	const failed = row('1', '9', { result: 'failed', message: 'Cin7 refused the key.' });

	it('does not hide what came of the run', () => {
		const given = { executions: [preview, ran], history: [previewed, failed] };
		const { last, previewSince } = runs(given);
		expect(last).toMatchObject({ executionId: '9', outcome: 'failed' });
		expect(previewSince).toMatchObject({ executionId: '10', outcome: 'done' });
		const words = text(drawn({ workflows: [workflow('1')], ...given }));
		expect(words).toMatch(
			/Last run .* Run: Failed .*Cin7 refused the key\..*Last Preview .*: Done/,
		);
	});

	it('does not hide it where its execution is gone, or no row was written of it', () => {
		expect(runs({ executions: [preview], history: [previewed, failed] }).last).toMatchObject({
			executionId: '9',
			outcome: 'failed',
		});
		expect(runs({ executions: [preview, ran], history: [previewed] }).last).toMatchObject({
			executionId: '9',
			outcome: 'failed',
		});
	});

	it('is gone from the card with the next run', () => {
		const next = execution('11', '1', { startedAt: '2026-06-02T02:00:00Z' });
		const given = { executions: [next, preview, ran], history: [previewed, failed] };
		expect(runs(given)).toMatchObject({ last: { executionId: '11' }, previewSince: null });
		expect(text(drawn({ workflows: [workflow('1')], ...given }))).not.toContain('Last Preview');
	});

	it('is no run where there was none', () => {
		const given = { executions: [preview], history: [previewed] };
		expect(runs(given).last).toBeNull();
		const words = text(drawn({ workflows: [workflow('1')], ...given }));
		expect(words).toMatch(/Last run None yet, as far as n8n knows Last Preview .*Preview: Done/);
	});
});

it('a row outlives its execution', () => {
	const later = { startedAt: '2026-06-02T00:00:00Z' };
	const { last } = runs({ executions: [execution('9', '1')], history: [row('1', '12', later)] });
	expect(last).toMatchObject({ outcome: 'done', executionId: '12' });
});

it('a newer execution without a row is the last run', () => {
	const later = execution('10', '1', { startedAt: '2026-06-02T00:00:00Z', status: 'error' });
	const given = { executions: [execution('9', '1'), later], history: [row('1', '9')] };
	expect(runs(given).last).toMatchObject({ executionId: '10', outcome: 'failed', row: null });
});

it('what runs is not the last run, also when both lists have it', () => {
	const going = execution('10', '1', { status: 'running', startedAt: '2026-06-02T00:00:00Z' });
	const turn = execution('11', '1', { status: 'new', startedAt: null });
	const { running, last } = runs({
		executions: [turn, execution('9', '1')],
		running: [going, going],
		history: [row('1', '10')],
	});
	expect(running.map(({ id }) => id)).toEqual(['10', '11']);
	expect(last?.executionId).toBe('9');
});

it('knows when a schedule last started it, and how far back the lists go', () => {
	const { lastScheduled, firstKnown } = runs({
		executions: [
			execution('9', '1', { startedAt: '2026-06-01T00:00:00Z' }),
			execution('10', '1', { startedAt: '2026-06-02T00:00:00Z', mode: 'manual' }),
		],
	});
	expect(lastScheduled).toBe(Date.parse('2026-06-01T00:00:00Z'));
	const byHand = execution('8', '1', { startedAt: '2026-05-01T00:00:00Z', mode: 'manual' });
	expect(firstKnown).toBe(lastScheduled);
	expect(runs({ executions: [execution('9', '1'), byHand] }).firstKnown).toBe(
		Date.parse('2026-05-01T00:00:00Z'),
	);
});

describe('lists', () => {
	it('an empty item is no row, a message is why there are none', () => {
		expect(readExecutions([{}], now)).toEqual({ rows: [], unread: null });
		const { rows, unread } = readExecutions([{ error: 'Forbidden' }], now);
		expect(rows).toEqual([]);
		expect(unread).toBe('n8n did not give the list of executions: Forbidden.');
	});

	it('a row in an unknown form does not hide the others, and is not passed over', () => {
		const undo = row('1', '10', { operation: 'undo' });
		const { rows, unread } = readRunHistory([row('1', '9'), undo], now);
		expect(rows.map(({ executionId }) => executionId)).toEqual(['9']);
		expect(unread).toContain('1 of 2 items');
	});

	it.each([
		'+275760-09-13T00:00:00.000Z',
		'-271821-04-20T00:00:00.000Z',
		'9999-12-31T00:00:00Z',
		'2026-06-04T00:00:00Z',
		'yesterday',
	])('a row from %s is passed over, and said; the page stays', (startedAt) => {
		const history = [row('1', '9'), row('1', '12', { startedAt })];
		expect(runs({ history }).last?.executionId).toBe('9');
		const executions = [execution('9', '1'), execution('13', '1', { startedAt })];
		expect(runs({ executions }).last?.executionId).toBe('9');
		const words = text(drawn({ workflows: [workflow('1')], executions, history }));
		expect(words).toContain('1 of 2 items in the run history have a form that is not known here.');
		expect(words).toContain('Run: Done');
	});

	it('clocks that are some hours apart do no harm', () => {
		const history = [row('1', '9', { startedAt: '2026-06-02T16:00:00Z' })];
		expect(runs({ history }).last?.executionId).toBe('9');
	});

	it.each([[[null]], [['text']], [[42]], [[[]]], [[{ data: [] }]]])(
		'%j is said to be strange',
		(items) => {
			const read = readExecutions(items, now);
			expect(read.rows).toEqual([]);
			if (JSON.stringify(items) !== '[[]]') expect(read.unread).toContain('form');
		},
	);
});
