// Undo Batch broken off before and after every call, and repeated, by Undo or by the next run: the same books.
import { verify } from '../../sandbox/n8n/verify.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { Death, openAccountant, voidCreditNotes, type Accountant } from './accountant.mts';
import { booksOf } from './books.mts';

const now = '2026-06-15T20:30:00Z';
const { scenario, bot } = sixGroups({ now, payments: 24, negativeGroup: true, splitTender: true });

const open = () => openAccountant(scenario.cin7, bot, now);

const references = (account: Accountant) => account.documents().map(({ reference }) => reference);

function differences(account: Accountant): string[] {
	const at = Date.parse(now);
	return verify(account.ledger() as never, [], [], { from: at, until: at, ended: at }).differences;
}

const whole = open();
let calls = 0;
let expected: string[] = [];

beforeAll(async () => {
	await whole.run();
	voidCreditNotes(whole);
	whole.calls();
	await whole.undo(references(whole));
	const made = whole.calls();
	calls = made.length;
	expected = booksOf(whole.ledger());
	const writes = made.filter((call) => !call.startsWith('GET'));
	// Void comes first; every kind of member is given back.
	expect(writes[0]).toBe('PUT SalesOrders');
	expect(writes.slice(1)).toEqual(
		expect.arrayContaining(['PUT SalesOrders', 'PUT CreditNotes', 'PUT Payments']),
	);
	expect(calls).toBeGreaterThan(15);
});

it.each(['before', 'after'] as const)('%s: Undo again leaves the same books', async (when) => {
	for (let call = 0; call < calls; call += 1) {
		const account = open();
		await account.run();
		voidCreditNotes(account);
		const made = references(account);
		account.dieAfter(call, when);
		await expect(account.undo(made)).rejects.toThrow(Death);
		account.live();
		const answers = await account.undo(made);
		const told = `broken off ${when} call ${call + 1}`;
		expect([told, ...new Set(answers.map(({ outcome }) => outcome))]).toEqual([told, 'undone']);
		expect([told, ...booksOf(account.ledger())]).toEqual([told, ...expected]);
	}
});

it('or the next run gives the members back and batches them again', async () => {
	for (let call = 0; call < calls; call += 1) {
		const account = open();
		await account.run();
		account.dieAfter(call, 'after');
		const isWhole = await account.undo(references(account)).then(
			() => true,
			() => false,
		);
		account.live();
		voidCreditNotes(account, false);
		const result = await account.run();
		const told = `broken off after call ${call + 1}${isWhole ? ', the last' : ''}`;
		expect([told, ...differences(account)]).toEqual([told]);
		expect([told, result.unfinished]).toEqual([told, []]);
	}
});
