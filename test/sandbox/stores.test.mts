// An account in memory and one in a file hold the same and take back the same; one in memory can be copied.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contacts } from '../../sandbox/cin7/resources/contacts.mts';
import { payments } from '../../sandbox/cin7/resources/payments.mts';
import { openMemoryStore } from '../../sandbox/cin7/store/memoryStore.mts';
import { openStore } from '../../sandbox/cin7/store/store.mts';
import type { Store } from '../../sandbox/cin7/store/store.mts';

let folder: string;
let store: Store;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cin7-omni-store-'))));
afterEach(() => {
	store.close();
	rmSync(folder, { recursive: true, force: true });
});

const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

describe.each(['in memory', 'in a file'])('an account %s', (where) => {
	beforeEach(() => {
		store = openStore(where === 'in memory' ? ':memory:' : join(folder, 'account.sqlite'));
		store.insert(contacts, { id: 7, email: 'Ada@example.com', notes: undefined });
		store.insert(contacts, { id: 3, email: 'ÅSA@example.com' });
		store.insert(payments, { id: 9, orderId: 1 });
		store.insert(payments, { id: 8, orderId: 1 });
		store.insert(payments, { id: 5, orderId: 2 });
	});

	it('gives records in the order of their ids', () => {
		expect(ids(store.all(payments))).toEqual([5, 8, 9]);
		expect(store.first(payments)?.id).toBe(5);
		expect(store.get(contacts, 7)).toEqual({ id: 7, email: 'Ada@example.com' });
		expect(Object.keys(store.get(contacts, 7) ?? {})).not.toContain('notes');
	});

	it('finds records by a value, texts of A to Z in any case', () => {
		expect(ids(store.having(contacts, 'email', 'aDA@EXAMPLE.com'))).toEqual([7]);
		expect(ids(store.having(contacts, 'email', 'åsa@example.com'))).toEqual([]);
		expect(ids(store.having(payments, 'orderId', 1))).toEqual([8, 9]);
	});

	it('finds the same after every write, whoever searched before', () => {
		const unpaid = 'SELECT id FROM Payments WHERE orderId = ? ORDER BY id';
		expect(ids(store.selected(payments, unpaid, [1]))).toEqual([8, 9]);
		store.update(payments, { id: 8, orderId: 2 });
		store.remove(payments, 5);
		expect(ids(store.selected(payments, unpaid, [2]))).toEqual([8]);
		expect(ids(store.having(payments, 'orderId', 1))).toEqual([9]);
	});

	it('takes a reference once, in any case', () => {
		expect(store.take('#101', 'SalesOrders', 1)).toBe(true);
		expect(store.take('b-1', 'SalesOrders', 2)).toBe(true);
		expect(store.take('B-1', 'CreditNotes', 3)).toBe(false);
		store.release('B-1');
		expect(store.take('b-1', 'CreditNotes', 3)).toBe(true);
	});

	it('takes everything back when the work throws', () => {
		store.take('kept', 'SalesOrders', 1);
		store.keep('counters', { line: 4 });
		expect(() =>
			store.atomically(() => {
				store.empty();
				store.insert(payments, { id: 1 });
				store.take('new', 'SalesOrders', 2);
				store.keep('counters', { line: 5 });
				throw new Error('No.');
			}),
		).toThrow('No.');
		expect(ids(store.all(payments))).toEqual([5, 8, 9]);
		expect(ids(store.selected(payments, 'SELECT id FROM Payments ORDER BY id', []))).toEqual([
			5, 8, 9,
		]);
		expect(store.kept('counters')).toEqual({ line: 4 });
		expect(store.take('KEPT', 'SalesOrders', 3)).toBe(false);
		expect(store.take('NEW', 'SalesOrders', 3)).toBe(true);
	});

	it('says what a record was before a change', () => {
		const before: unknown[] = [];
		store.onChange = (change) => before.push(change.before);
		store.update(payments, { id: 8, orderId: 2 });
		store.remove(payments, 8);
		store.insert(payments, { id: 10 });
		expect(before).toEqual([{ id: 8, orderId: 1 }, { id: 8, orderId: 2 }, undefined]);
	});

	it('gives nothing once it is closed', () => {
		store.close();
		expect(() => store.get(payments, 5)).toThrow('This account is closed.');
		expect(() => store.all(payments)).toThrow('This account is closed.');
	});
});

describe('an account in memory', () => {
	beforeEach(() => void (store = openMemoryStore()));

	it('is copied: what is done to the one is not done to the other', () => {
		const original = store as ReturnType<typeof openMemoryStore>;
		original.insert(payments, { id: 1, lines: [{ qty: 1 }] });
		original.take('#1', 'SalesOrders', 1);
		original.keep('settings', { latency: 1 });
		const copy = original.copy();
		copy.update(payments, { id: 1, lines: [] });
		copy.insert(payments, { id: 2 });
		copy.release('#1');
		copy.keep('settings', { latency: 2 });
		original.insert(payments, { id: 3 });
		expect(ids(original.all(payments))).toEqual([1, 3]);
		expect(ids(copy.all(payments))).toEqual([1, 2]);
		expect(original.get(payments, 1)).toEqual({ id: 1, lines: [{ qty: 1 }] });
		expect(original.take('#1', 'SalesOrders', 1)).toBe(false);
		expect(original.kept('settings')).toEqual({ latency: 1 });
		copy.close();
		expect(original.first(payments)?.id).toBe(1);
	});

	it('keeps records that nobody can change, whatever becomes of what was given', () => {
		const given = { id: 1, lines: [{ qty: 1 }] };
		store.insert(payments, given);
		given.lines[0].qty = 2;
		const kept = store.get(payments, 1) as typeof given;
		expect(kept.lines).toEqual([{ qty: 1 }]);
		expect(() => kept.lines.push({ qty: 3 })).toThrow(TypeError);
		expect(() => (kept.lines[0].qty = 3)).toThrow(TypeError);
	});

	it('searches many records by tables, and finds the same as one by one', () => {
		for (let id = 1; id <= 2_000; id += 1) store.insert(payments, { id, orderId: id % 7 });
		const few = ids(store.having(payments, 'orderId', 3));
		expect(store.few(payments)).toHaveLength(2_000);
		store.insert(payments, { id: 2_001, orderId: 6 });
		expect(store.few(payments)).toBeUndefined();
		expect(ids(store.having(payments, 'orderId', 3))).toEqual(few);
		store.update(payments, { id: 3, orderId: 4 });
		expect(ids(store.having(payments, 'orderId', 3))).toEqual(few.filter((id) => id !== 3));
	});
});
