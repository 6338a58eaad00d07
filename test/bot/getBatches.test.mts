// Get Batches: the log as people see it, newest first, by day and status.
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { manifestOf, openAccountant } from './accountant.mts';

const now = '2026-06-15T20:30:00Z';
const yesterday = '2026-06-15';
const { scenario, bot } = sixGroups({
	now,
	payments: 24,
	negativeGroup: true,
	splitTender: true,
	background: 400,
});

const open = (posting: 'cin7' | 'external' = 'cin7') =>
	openAccountant(scenario.cin7, bot, now, posting);

it('lists every batch, newest first, with what its members come to', async () => {
	const account = open();
	await account.run();
	const found = await account.list();
	const documents = account.documents().toReversed();
	expect(found.map(({ reference }) => reference)).toEqual(
		documents.map(({ reference }) => reference),
	);
	expect(documents.length).toBeGreaterThan(12);
	found.forEach((overview, index) => {
		const { channel, paymentType, total, batchDay, kind, payments } = manifestOf(documents[index]);
		expect(overview).toMatchObject({ channel, paymentType, total, batchDay, kind, status: 'done' });
		expect(overview).toMatchObject({ documentId: documents[index].id, posting: 'cin7' });
		expect(overview.paymentIds).toEqual(payments.map(([id]: [number]) => id));
	});
	expect(found.some(({ kind, total }) => kind === 'creditNote' && total.startsWith('-'))).toBe(
		true,
	);
});

it('the newest so many, and those of some days', async () => {
	const account = open();
	await account.run();
	const all = await account.list();
	expect(await account.list({ limit: 3 })).toEqual(all.slice(0, 3));
	const days = [...new Set(all.map(({ batchDay }) => batchDay))].sort();
	expect(days.at(-1)).toBe(yesterday);
	const [first, second] = days;
	const some = await account.list({ from: first, until: second });
	expect(some).toEqual(all.filter(({ batchDay }) => batchDay <= second));
	expect(await account.list({ from: yesterday })).toHaveLength(6);
	expect(await account.list({ from: '2026-07-01' })).toEqual([]);
});

it('says which are void, unreadable, imported, unfinished or to be confirmed', async () => {
	const account = open('external');
	await account.run();
	const newest = await account.list({ from: yesterday });
	expect(newest.map(({ status, posting }) => [status, posting])).toEqual(
		Array(6).fill(['toConfirm', 'external']),
	);
	const [confirmed, undone, overwritten] = newest;
	await account.confirm(confirmed.reference);
	account.cin7.person({ resource: 'SalesOrders', id: undone.documentId, void: true });
	const set = { internalComments: 'tidied up' };
	account.cin7.person({ resource: 'SalesOrders', id: overwritten.documentId, set });
	const statusOf = new Map(
		(await account.list()).map(({ reference, status }) => [reference, status]),
	);
	expect(statusOf.get(confirmed.reference)).toBe('done');
	expect(statusOf.get(undone.reference)).toBe('void');
	expect(statusOf.get(overwritten.reference)).toBe('unreadable');
	expect(await account.list({ statuses: ['void'] })).toMatchObject(
		[undone].map(({ reference }) => ({ reference })),
	);
	expect(await account.list({ statuses: ['toConfirm'] })).toHaveLength(3);
});

it('a batch that a run left undone is unfinished, an imported one says so', async () => {
	const account = open();
	// Right after the documents were created and read back.
	account.dieAfter(14, 'after');
	await account.run().catch(() => undefined);
	account.live();
	expect((await account.list({ from: yesterday })).map(({ status }) => status)).toEqual(
		Array(6).fill('unfinished'),
	);
	await account.run();
	const [one] = await account.list({ from: yesterday, statuses: ['done'] });
	expect(one.imported).toBe(false);
	account.cin7.person({ resource: 'SalesOrders', id: one.documentId, import: true });
	expect((await account.list({ limit: 1, from: yesterday }))[0].imported).toBe(true);
});
