// Undo of six batches with 700 payments, dying after every one of its calls, and run once more: every field of every member
// is what it was before the batches.
//
// Death before a call is death after the one before it: see crashes.test.mts.
import type { Cin7Rows } from '../../sandbox/scenario/scenario.mts';
import { sixGroupsAccount, sixGroupsBot } from './accounts/sixGroups.mts';
import { booksOf } from './invariants/books.mts';
import { canonical } from './invariants/canonical.mts';
import { runOf, undoOf } from './lab/bots.mts';
import type { Experiment, Outcome } from './lab/experiment.mts';
import { conduct } from './lab/experiment.mts';
import { openWorld } from './lab/world.mts';

let batched: Cin7Rows;
let references: string[];
let before: string[];

/** The account as a run leaves it; the credit note, which no API can make void, a person has made void. */
beforeAll(async () => {
	const { cin7, carry, now, advance, close } = openWorld(sixGroupsAccount.rows, {}, 1);
	before = canonical(booksOf(cin7));
	await runOf(
		sixGroupsBot,
		'run',
	)({
		transport: async (exchange) => await carry(exchange, 'run'),
		sleep: async (ms) => await Promise.resolve(advance(ms)),
		now,
	});
	const { documents } = booksOf(cin7);
	references = documents.map(({ order }) => order.reference);
	for (const { note } of documents) {
		if (note) cin7.person({ resource: 'CreditNotes', id: note.id, void: true });
	}
	batched = cin7.ledger() as unknown as Cin7Rows;
	await close();
	expect(references).toHaveLength(6);
	expect(documents.map(({ visible }) => visible)).toContain(true);
}, 60_000);

/** Undo that dies after so many calls, and then once more. */
async function undoneTwice(calls: number): Promise<Outcome> {
	const experiment: Experiment = {
		account: { name: 'six batches', rows: batched },
		seed: 1,
		processes: ['Undo', 'Undo again'].map((name) => ({ name, body: undoOf(references) })),
		next: ([first]) => first,
		trouble: (process, _, call) =>
			process === 'Undo' && call === calls + 1 ? { kind: 'death', when: 'before' } : undefined,
		bots: [],
	};
	const outcome = await conduct(experiment);
	await outcome.world.close();
	return outcome;
}

it('gives everything back, wherever it was killed', async () => {
	const whole = await undoneTwice(Infinity);
	const calls = whole.log.calls('Undo');
	expect(calls).toBeGreaterThan(20);
	for (let made = 0; made <= calls; made += 1) {
		const { rounds, results, watch } = await undoneTwice(made);
		const title = `killed after call ${made} of ${calls}`;
		expect([title, watch.violations]).toEqual([title, []]);
		expect([title, results.get('Undo') === 'killed']).toEqual([title, made < calls]);
		expect([title, ...canonical(rounds[0].books)]).toEqual([title, ...before]);
		const left = rounds[0].books.documents.filter(({ live, order }) => {
			return live || (rounds[0].books.paymentsOn.get(order.id) ?? []).length > 0;
		});
		expect([title, left.map(({ order }) => order.reference)]).toEqual([title, []]);
	}
}, 300_000);
