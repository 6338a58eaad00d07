// External accounting: Cin7 holds a batch without value, the next node books it, Confirm closes it. What is not confirmed
// comes again under the same reference, and what was handed over is not taken back.
import { manifestOf, marksOf, openAccountant, type Accountant } from './accountant.mts';
import { booksOf } from './books.mts';
import { handed, referencesOf } from './handed.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';

const now = '2026-06-15T20:30:00Z';
const { scenario, bot, expectations } = sixGroups({
	now,
	payments: 24,
	negativeGroup: true,
	splitTender: true,
});
const due = expectations.payments.flatMap(({ paymentId, outcome }) =>
	outcome === 'batched' ? [paymentId] : [],
);

function open(): Accountant {
	return openAccountant(scenario.cin7, bot, now, 'external');
}

/** Payments that live documents list, sorted. */
function listed(account: Accountant): number[] {
	const live = account.documents().filter(({ isVoid }) => !isVoid);
	return live
		.flatMap((row) => manifestOf(row).payments.map(([id]: [number]) => id))
		.sort((a, b) => a - b);
}

const markedPayments = (account: Accountant) =>
	account.ledger().payments.filter(({ reconcileDate }) => reconcileDate !== null);

const minor = (text: string) => Math.round(Number(text) * 100);

it('makes nothing of value in Cin7, and marks the members all the same', async () => {
	const account = open();
	const before = account.ledger();
	const result = await account.run();
	expect(result.batches).toHaveLength(6);
	expect(result.batches.every(({ done, document }) => done && document.offered)).toBe(true);
	expect([result.again, result.unfinished]).toEqual([[], []]);
	for (const document of account.documents()) {
		expect(document).toMatchObject({
			status: 'DRAFT',
			total: 0,
			invoiceDate: null,
			stage: 'Ecommerce Batch To Confirm',
			accountingAttributes: { accountingImportStatus: 'DoNotImport' },
		});
	}
	const after = account.ledger();
	expect(after.creditNotes).toHaveLength(before.creditNotes.length);
	expect(after.payments).toHaveLength(before.payments.length);
	expect(listed(account)).toEqual(due.toSorted((a, b) => a - b));
	expect(markedPayments(account).length).toBe(due.length);
});

it('hands over lines that add up to the batch, positive on an invoice and on a credit note', async () => {
	const account = open();
	const { batches } = await account.run();
	for (const { batch, document } of batches) {
		const lines = document.manifest?.lines ?? [];
		const sum = lines.reduce((total, [, , , amount]) => total + minor(amount), 0);
		expect(sum).toBe(Math.abs(batch.totalMinor));
		expect(Math.sign(batch.totalMinor)).toBe(batch.kind === 'invoice' ? 1 : -1);
	}
	expect(batches.filter(({ batch }) => batch.kind === 'creditNote')).toHaveLength(1);
});

it('gives the same batches again until they are confirmed, and then no more', async () => {
	const account = open();
	const first = await account.run();
	const books = booksOf(account.ledger());
	account.clock.advance(86_400_000);
	const second = await account.run();
	expect(second.batches).toEqual([]);
	expect(handed(second.again)).toEqual(handed(first.batches));
	expect(booksOf(account.ledger())).toEqual(books);
	const [one, ...others] = referencesOf(second.again);
	const confirmed = await account.confirm({ reference: one, accountingReference: 'INV-1042' });
	expect(confirmed).toMatchObject([{ reference: one, outcome: 'confirmed' }]);
	const document = account.documents().find(({ reference }) => reference === one);
	expect(document).toMatchObject({
		status: 'APPROVED',
		total: 0,
		invoiceDate: null,
		stage: 'Ecommerce Batch',
		customerOrderNo: 'INV-1042',
		accountingAttributes: { accountingImportStatus: 'DoNotImport' },
	});
	expect(referencesOf((await account.run()).again)).toEqual(others);
	await account.confirm(...others);
	const last = await account.run();
	expect([last.batches, last.again, last.finishedEarlier]).toEqual([[], [], []]);
});

it('comes again only to a bot that books elsewhere and batches that channel and payment type', async () => {
	const account = open();
	const { batches } = await account.run();
	// PayPal of one channel; another channel has PayPal, too.
	const rows = bot.rows.slice(1, 2);
	const again = await account.run({ ...bot, rows });
	expect(again.again.map(({ batch }) => [batch.channel, batch.paymentType])).toEqual([
		[rows[0].channel, rows[0].paymentType],
	]);
	const { paymentType } = rows[0];
	expect(batches.filter(({ batch }) => batch.paymentType === paymentType)).toHaveLength(2);
	const elsewhere = await account.run({ ...bot, branchIds: [999] });
	expect(elsewhere.again).toEqual([]);
});

it('confirms all at once, in few calls, and each only once', async () => {
	const account = open();
	const references = referencesOf((await account.run()).batches);
	account.calls();
	const first = await account.confirm(...references);
	expect(first.map(({ outcome }) => outcome)).toEqual(references.map(() => 'confirmed'));
	expect(account.calls()).toEqual(['GET SalesOrders', 'PUT SalesOrders', 'GET SalesOrders']);
	const books = booksOf(account.ledger());
	const second = await account.confirm(...references);
	expect(second.map(({ outcome }) => outcome)).toEqual(references.map(() => 'confirmedBefore'));
	expect(booksOf(account.ledger())).toEqual(books);
});

it('says why it confirms none that is unknown, booked in Cin7, or void meanwhile', async () => {
	const inCin7 = openAccountant(scenario.cin7, bot, now, 'cin7');
	await inCin7.run();
	const [own] = await inCin7.confirm('BATCH-000001');
	expect([own.outcome, own.message]).toEqual(['refused', expect.stringMatching(/in Cin7 itself/)]);

	const account = open();
	const [reference] = referencesOf((await account.run()).batches);
	const row = account.documents().find((one) => one.reference === reference);
	account.cin7.person({ resource: 'SalesOrders', id: Number(row?.id), void: true });
	const books = booksOf(account.ledger());
	const answers = await account.confirm('BATCH-009999', reference);
	expect(answers.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
	expect(answers[0].message).toContain('no batch BATCH-009999');
	expect(answers[1].message).toMatch(/made void.*Remove it from your accounting software/);
	expect(booksOf(account.ledger())).toEqual(books);
	// Accounting may have it: its payments are batched again when a person has said that it does not.
	const next = await account.run();
	expect(referencesOf(next.again)).not.toContain(reference);
	expect(next.unfinished.map(({ why }) => why)).toEqual([
		expect.stringMatching(
			new RegExp(`^${reference} was made void in Cin7 after it was handed over`),
		),
	]);
	expect(listed(account).length).toBeLessThan(due.length);
	expect(await account.undo([reference])).toMatchObject([{ outcome: 'refused' }]);
	expect(await account.undo([reference], { removedFromAccounting: true })).toMatchObject([
		{ outcome: 'undone' },
	]);
	await account.run();
	expect(listed(account)).toEqual(due.toSorted((a, b) => a - b));
});

it('does not take back what was handed over when a member changed after that: it is told', async () => {
	const account = open();
	const { batches } = await account.run();
	const changed = batches.find(({ batch }) => batch.kind === 'invoice');
	const orderId = Number(changed?.document.manifest?.orders[0][0]);
	const reference = changed?.document.order.reference;
	account.cin7.person({ resource: 'SalesOrders', id: orderId, void: true });
	const next = await account.run();
	expect(next.released).toEqual([]);
	expect(next.unfinished.map(({ why }) => why)).toEqual([
		expect.stringMatching(new RegExp(`made void.*${reference} was handed over.*undo ${reference}`)),
	]);
	const row = account.documents().find((one) => one.reference === reference);
	expect(row).toMatchObject({ status: 'DRAFT', isVoid: false });
	expect(referencesOf(next.again)).not.toContain(reference);
	// Booked over there before it was seen: a person corrects it there, and confirms it.
	expect(await account.confirm(String(reference))).toMatchObject([{ outcome: 'confirmed' }]);
	expect((await account.run()).unfinished).toEqual([]);
});

describe('Undo', () => {
	it('asks a person to vouch that accounting has nothing of it, open or confirmed', async () => {
		const account = open();
		const references = referencesOf((await account.run()).batches);
		await account.confirm(references[0]);
		const books = booksOf(account.ledger());
		const refused = await account.undo(references);
		expect(refused.map(({ outcome }) => outcome)).toEqual(references.map(() => 'refused'));
		expect(refused[0].message).toMatch(/handed over.*Removed From Accounting/);
		expect(booksOf(account.ledger())).toEqual(books);
	});

	it('and then gives everything back, without waiting for a credit note', async () => {
		const account = open();
		const before = marksOf(account);
		const references = referencesOf((await account.run()).batches);
		await account.confirm(references[1]);
		const undone = await account.undo(references, { removedFromAccounting: true });
		expect(undone.map(({ outcome }) => outcome)).toEqual(references.map(() => 'undone'));
		expect(marksOf(account)).toEqual(before);
		expect((await account.run()).batches).toHaveLength(6);
		expect(listed(account)).toEqual(due.toSorted((a, b) => a - b));
	});
});
