/**
 * Creates orders that are not in Cin7. The unique reference is what keeps an order from being created twice: after an
 * answer that was lost, and when Cin7 says that a reference exists, orders are looked up one by one before anything else.
 */
import type { Cin7Client, Row } from '../cin7/client';
import { findByList, keyOf } from './findOrders';
import { notKept } from './kept';
import { newOrder, type LinesRefused, type NewOrder } from './newOrder';
import { change, end, newChanges, note, wantedOf, type Saving } from './saving';
import { sentence } from './sentences';
import type { StageSettings } from './settings';
import { isUncertain, noteUnknown, readAgain } from './updateOrders';
import { withoutValues } from './withoutValues';
import { labels } from './words';
import { createIsolating, isTakenReference } from './createIsolating';

const mostRounds = 5;

interface Creating {
	saving: Saving;
	linesRefused: LinesRefused | null;
	made: NewOrder;
	/** The answer to its creation was lost once. */
	uncertain: boolean;
}

/**
 * Creates them, proves them by reading back, and ends the way of each that is new.
 * @returns those that turned out to be in Cin7 already, with their ids: to be judged as existing orders
 * @throws Cin7Failure when Cin7 cannot be asked; what was created until then is found by the next run
 */
export async function createOrders(
	client: Cin7Client,
	savings: readonly Saving[],
	settings: StageSettings,
): Promise<Saving[]> {
	let open = savings.map((saving) => creating(saving, settings, null));
	const created: Creating[] = [];
	const existing: Saving[] = [];
	for (let round = 1; open.length > 0 && round <= mostRounds; round++) {
		const toLookUp = await send(client, open, created);
		await lookUp(client, toLookUp, settings, created, existing);
		open = open
			.filter(({ saving }) => saving.end === null && saving.orderId === 0)
			.map((one) => again(one, settings));
	}
	for (const { saving } of open) {
		const message = `Cin7 did not confirm that ${saving.reference} was created, though it was sent several times. Look for it in Cin7, then run again.`;
		end(saving, 'refused', message, 'notKept');
	}
	await prove(client, created, existing);
	return existing;
}

function creating(
	saving: Saving,
	settings: StageSettings,
	linesRefused: LinesRefused | null,
): Creating {
	const made = newOrder(saving.item, saving.placement, settings, linesRefused);
	return { saving, linesRefused, made, uncertain: false };
}

/** Once more: as it was, or without the lines that Cin7 refused. */
function again(one: Creating, settings: StageSettings): Creating {
	if (one.linesRefused === null || !('lineItems' in one.made.row)) return one;
	return creating(one.saving, settings, one.linesRefused);
}

/** Sends them; gives those to be looked up. */
async function send(
	client: Cin7Client,
	open: readonly Creating[],
	created: Creating[],
): Promise<Creating[]> {
	const outcome = await createIsolating(
		client,
		open.map(({ made }) => made.row),
	);
	const toLookUp: Creating[] = [];
	open.forEach((one, index) => {
		const { success, id, errors } = outcome.results[index];
		const words = errors.join(' ');
		if (success) {
			one.saving.orderId = id;
			created.push(one);
		} else if (isUncertain(outcome, index)) {
			one.uncertain = true;
			toLookUp.push(one);
		} else if (isTakenReference(words)) toLookUp.push(one);
		else refuse(one, withoutValues(words, one.made.row));
	});
	if (outcome.stopped) throw outcome.stopped;
	return toLookUp;
}

/** An order that Cin7 does not take with its lines is saved without them, held, rather than lost. */
function refuse(one: Creating, words: string): void {
	const { saving, made, linesRefused } = one;
	const lines = made.row.lineItems as readonly Row[] | undefined;
	if (linesRefused === null && lines !== undefined && lines.length > 0) {
		one.linesRefused = { words };
		return;
	}
	const why = linesRefused?.words ?? words;
	end(saving, 'refused', `Cin7 refused to create ${saving.reference}: ${why}`, 'refusedByCin7');
}

async function lookUp(
	client: Cin7Client,
	ones: readonly Creating[],
	settings: StageSettings,
	created: Creating[],
	existing: Saving[],
): Promise<void> {
	if (ones.length === 0) return;
	// By reference wherever the channel's id stands: the reference is what is unique.
	const prefix = settings.orderId.in === 'reference' ? settings.orderId.prefix : '';
	const place = { in: 'reference' as const, customField: '', prefix };
	const found = await findByList(
		client,
		ones.map(({ saving }) => wantedOf(saving)),
		place,
	);
	for (const one of ones) {
		const [order] = found.get(keyOf(one.saving.item.draft.reference)) ?? [];
		if (order === undefined) continue;
		one.saving.orderId = order.id;
		if (one.uncertain) created.push(one);
		else existing.push(one.saving);
	}
}

/** Reads back what was created. What turns out to be somebody else's is judged as existing. */
async function prove(
	client: Cin7Client,
	created: readonly Creating[],
	existing: Saving[],
): Promise<void> {
	if (created.length === 0) return;
	await readAgain(
		client,
		created.map(({ saving }) => saving),
	);
	for (const { saving, made, uncertain } of created) {
		const { order } = saving;
		if (order === null) {
			const message = `Cin7 reported that ${saving.reference} was created, but does not have it. Run again.`;
			end(saving, 'refused', message, 'notKept');
			continue;
		}
		const missing = notKept(made.row, order);
		noteUnknown(saving, order);
		if (uncertain && missing.decisive.length > 0) {
			existing.push(saving);
			continue;
		}
		saving.isNew = true;
		note(saving, made.notes);
		change(
			saving,
			newChanges(made.placement).filter(({ field }) => !missing.decisive.includes(field)),
		);
		if (missing.others.length > 0) {
			note(saving, [`Cin7 did not keep as sent: ${labels(missing.others)}.`]);
		}
		if (missing.decisive.length > 0) {
			const message = `${order.reference} was created, but reads otherwise than it was sent: ${labels(missing.decisive)}. Look at it in Cin7.`;
			end(saving, 'refused', message, 'notKept');
			continue;
		}
		const outcome = made.held ? 'held' : 'created';
		end(saving, outcome, sentence(saving, outcome, order.stage));
	}
}
