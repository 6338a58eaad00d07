import { runsOf, type AllRuns } from '../../../lib/dashboard/lastRun';
import { readExecutions } from '../../../lib/dashboard/reading/executions';
import { readRunHistory } from '../../../lib/dashboard/reading/runHistory';
import { execution, row } from './workflows.mts';

type Given = { executions?: unknown[]; running?: unknown[]; history?: unknown[] };

function runs({ executions = [], running = [], history = [] }: Given) {
	const all: AllRuns = {
		executions: readExecutions(executions).rows,
		running: readExecutions(running).rows,
		history: readRunHistory(history).rows,
	};
	return runsOf(all)('1');
}

it('none of it is no run', () => {
	const nothing = { running: [], last: null, lastScheduled: null, firstKnown: null };
	expect(runs({})).toEqual(nothing);
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
		expect(readExecutions([{}])).toEqual({ rows: [], unread: null });
		const { rows, unread } = readExecutions([{ error: 'Forbidden' }]);
		expect(rows).toEqual([]);
		expect(unread).toBe('n8n did not give the list of executions: Forbidden.');
	});

	it('a row in an unknown form does not hide the others, and is not passed over', () => {
		const { rows, unread } = readRunHistory([row('1', '9'), row('1', '10', { operation: 'undo' })]);
		expect(rows.map(({ executionId }) => executionId)).toEqual(['9']);
		expect(unread).toContain('1 of 2 items');
	});

	it.each([[[null]], [['text']], [[42]], [[[]]], [[{ data: [] }]]])(
		'%j is said to be strange',
		(items) => {
			const read = readExecutions(items);
			expect(read.rows).toEqual([]);
			if (JSON.stringify(items) !== '[[]]') expect(read.unread).toContain('form');
		},
	);
});
