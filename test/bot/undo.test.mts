// Undo Batch: void first, then exactly what the batch changed and nobody changed since becomes what it was.
import { verify } from '../../sandbox/n8n/verify.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import {
	manifestOf,
	marksOf as members,
	openAccountant,
	voidCreditNotes,
	type Accountant,
	type Row,
} from './accountant.mts';
import { booksOf } from './books.mts';

const now = '2026-06-15T20:30:00Z';
const { scenario, bot } = sixGroups({ now, payments: 24, negativeGroup: true, splitTender: true });

function open(rows = scenario.cin7): Accountant {
	return openAccountant(rows, bot, now);
}

function differences(account: Accountant): string[] {
	const at = Date.parse(now);
	return verify(account.ledger() as never, [], [], { from: at, until: at, ended: at }).differences;
}

const references = (account: Accountant) => account.documents().map(({ reference }) => reference);

function documentWhere(account: Accountant, fits: (manifest: Row) => boolean): Row {
	const found = account.documents().find((document) => fits(manifestOf(document)));
	if (!found) throw new Error('There is no such batch.');
	return found;
}

/** A positive batch that shares no order with another one. */
function aloneIn(account: Accountant): Row {
	const orders = account.documents().map((row) => manifestOf(row).orders as [number][]);
	const shared = (id: number) =>
		orders.filter((list) => list.some(([one]) => one === id)).length > 1;
	return documentWhere(
		account,
		({ kind, orders: own }) => kind === 'invoice' && !own.some(([id]: [number]) => shared(id)),
	);
}

it('restores every field that the batches wrote, and a next run batches all of it again', async () => {
	const account = open();
	const before = members(account);
	await account.run();
	expect(members(account)).not.toEqual(before);
	const made = references(account);
	voidCreditNotes(account);
	const undone = await account.undo(made);
	expect(undone.map(({ reference, outcome }) => [reference, outcome])).toEqual(
		made.map((reference) => [reference, 'undone']),
	);
	expect(members(account)).toEqual(before);
	expect(account.documents().every(({ status, isVoid }) => status === 'VOID' && isVoid)).toBe(true);
	expect(undone.reduce((sum, { payments }) => sum + payments, 0)).toBe(24);
	const ids = new Set(account.documents().map(({ id }) => id));
	expect(account.ledger().payments.filter(({ orderId }) => ids.has(orderId))).toEqual([]);
	const again = await account.run();
	expect(again.batches).toHaveLength(6);
	expect(again.unfinished).toEqual([]);
	expect(references(account)).toHaveLength(12);
	expect(differences(account)).toEqual([]);
});

it('puts back what stood there before: comments, and a date that an order had already', async () => {
	const account = open();
	const probe = open();
	await probe.run();
	const { payments, orders } = manifestOf(aloneIn(probe));
	const [paymentId] = payments[0];
	const [orderId] = orders[0];
	const edit = (resource: string, id: number, set: Row) =>
		account.cin7.person({ resource, id, set });
	edit('Payments', paymentId, { comments: 'Paid at the market stall' });
	edit('SalesOrders', orderId, { invoiceDate: '2026-06-02T00:00:00Z' });
	const before = members(account);
	await account.run();
	const document = aloneIn(account);
	const marked = account.ledger().payments.find(({ id }) => id === paymentId);
	expect(marked?.comments).toBe(`${document.reference} Paid at the market stall`);
	const [answer] = await account.undo([document.reference]);
	expect(answer.outcome).toBe('undone');
	const listed = new Set([
		...manifestOf(document).payments.map(([id]: [number]) => id),
		...manifestOf(document).orders.map(([id]: [number]) => id),
	]);
	const own = (lines: string[]) => lines.filter((line) => listed.has(JSON.parse(line)[0]));
	expect(own(members(account))).toEqual(own(before));
});

it("leaves what a person changed since: another reconcile date, new comments, an order's own date", async () => {
	const account = open();
	await account.run();
	const document = aloneIn(account);
	const { payments, orders } = manifestOf(document);
	const [[first], [second]] = payments;
	const [orderId] = orders[0];
	const [otherOrder] = orders[1];
	const edit = (resource: string, id: number, set: Row) =>
		account.cin7.person({ resource, id, set });
	edit('Payments', first, { reconcileDate: '2026-06-15T03:00:00Z' });
	edit('Payments', second, { comments: 'Disputed, see Ana' });
	edit('SalesOrders', orderId, { invoiceDate: '2026-06-09T00:00:00Z' });
	edit('SalesOrders', otherOrder, {
		accountingAttributes: {
			accountingImportStatus: 'Imported',
			importDate: '2026-06-15T05:00:00Z',
		},
	});
	const [answer] = await account.undo([document.reference]);
	expect(answer.outcome).toBe('undone');
	const payment = (id: number) => account.ledger().payments.find((row) => row.id === id);
	const order = (id: number) => account.ledger().salesOrders.find((row) => row.id === id);
	expect(payment(first)).toMatchObject({ reconcileDate: '2026-06-15T03:00:00Z' });
	expect(payment(second)).toMatchObject({ comments: 'Disputed, see Ana', reconcileDate: null });
	expect(order(orderId)).toMatchObject({
		invoiceDate: '2026-06-09T00:00:00Z',
		accountingAttributes: { accountingImportStatus: 'NotImported' },
	});
	expect(order(otherOrder)?.accountingAttributes).toMatchObject({
		accountingImportStatus: 'Imported',
	});
});

it('does not undo a batch that was imported, nor one whose credit note was', async () => {
	const account = open();
	await account.run();
	const invoice = aloneIn(account);
	const refund = documentWhere(account, ({ kind }) => kind === 'creditNote');
	account.cin7.person({ resource: 'SalesOrders', id: invoice.id, import: true });
	const note = account
		.ledger()
		.creditNotes.find(({ reference }) => reference === `${refund.reference}-CN`);
	account.cin7.person({ resource: 'CreditNotes', id: note?.id, import: true });
	const before = booksOf(account.ledger());
	const answers = await account.undo([invoice.reference, refund.reference]);
	expect(answers.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
	expect(answers[0].message).toMatch(/imported to accounting.*import date/);
	expect(answers[1].message).toContain(`${refund.reference}-CN was imported`);
	expect(booksOf(account.ledger())).toEqual(before);
});

describe('a negative batch, whose approved credit note the API cannot make void', () => {
	it('waits for a person, and then another Undo gives its members back', async () => {
		const account = open();
		const before = members(account);
		await account.run();
		const made = references(account);
		const refund = documentWhere(account, ({ kind }) => kind === 'creditNote').reference;
		const first = await account.undo(made);
		const outcomes = first.map(({ reference, outcome }) => [reference, outcome]);
		expect(outcomes).toEqual(
			made.map((reference) => [reference, reference === refund ? 'waiting' : 'undone']),
		);
		const told = first.find(({ reference }) => reference === refund);
		expect(told?.message).toMatch(/-CN is approved.*Make it void in Cin7.*undo it again/);
		const listed = manifestOf(documentWhere(account, ({ kind }) => kind === 'creditNote'));
		const marked = account.ledger().payments.filter(({ reconcileDate }) => reconcileDate !== null);
		expect(marked.length).toBeGreaterThanOrEqual(listed.payments.length);
		voidCreditNotes(account);
		expect((await account.undo([refund])).map(({ outcome }) => outcome)).toEqual(['undone']);
		expect(members(account)).toEqual(before);
	});

	it('or the next run does, and batches them again', async () => {
		const account = open();
		await account.run();
		await account.undo(references(account));
		voidCreditNotes(account);
		const result = await account.run();
		expect(result.unfinished).toEqual([]);
		expect(result.batches).toHaveLength(6);
		expect(differences(account)).toEqual([]);
	});

	it('a run meanwhile says what is to be done, and batches none of its members', async () => {
		const account = open();
		await account.run();
		const refund = documentWhere(account, ({ kind }) => kind === 'creditNote');
		await account.undo(references(account));
		const result = await account.run();
		expect(result.batches).toHaveLength(5);
		expect(result.unfinished.map(({ why }) => why).join(' ')).toContain(
			`${refund.reference} is void, but its credit note`,
		);
	});
});

it('refuses one half of two batches that share an order, and undoes both together', async () => {
	const account = open();
	await account.run();
	const documents = account.documents().map((row) => ({ row, manifest: manifestOf(row) }));
	const [one, other] = documents.filter(({ manifest }) =>
		documents.some(
			(rest) =>
				rest.manifest !== manifest &&
				rest.manifest.orders.some(([id]: [number]) =>
					manifest.orders.some(([own]: [number]) => own === id),
				),
		),
	);
	const before = booksOf(account.ledger());
	const [refused] = await account.undo([one.row.reference]);
	expect(refused).toMatchObject({ outcome: 'refused', payments: 0, orders: 0 });
	expect(refused.message).toMatch(
		new RegExp(`shares orders with ${other.row.reference}.*together`),
	);
	expect(booksOf(account.ledger())).toEqual(before);
	const both = await account.undo([one.row.reference, other.row.reference]);
	expect(both.map(({ outcome }) => outcome)).toEqual(['undone', 'undone']);
	expect(differences(account)).toEqual([]);
});

it('says of each reference what became of it: unknown, misspelt, in lower case, twice', async () => {
	const account = open();
	await account.run();
	const { reference } = aloneIn(account);
	const answers = await account.undo(['BATCH-009999', 'BTCH-1', ` ${reference.toLowerCase()} `]);
	expect(answers.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'undone']);
	expect(answers[0].message).toMatch(/no batch BATCH-009999.*Get Batches/);
	const books = booksOf(account.ledger());
	const [second] = await account.undo([reference]);
	expect(second).toMatchObject({ outcome: 'undone', payments: 0, orders: 0 });
	expect(booksOf(account.ledger())).toEqual(books);
});

it('does not touch members that are in a newer batch by now', async () => {
	const account = open();
	await account.run();
	const { reference } = aloneIn(account);
	await account.undo([reference]);
	const [made] = (await account.run()).batches;
	const books = booksOf(account.ledger());
	const [again] = await account.undo([reference]);
	expect(again.message).toMatch(/are in a newer batch and stay there/);
	expect(booksOf(account.ledger())).toEqual(books);
	expect(differences(account)).toEqual([]);
	expect(made.done).toBe(true);
});
