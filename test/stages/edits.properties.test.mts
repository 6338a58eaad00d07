// Random histories of downloads and of people at work on an order: what a person typed is never overwritten.
import fc from 'fast-check';

import { fillable } from '../../lib/stages/orderFields';
import { heldRow, now, openStages, order } from './openStages.mts';

const id = 4711;
const { reference } = order(1);
const word = fc.constantFrom('Perth', 'x', 'Ångström', '  padded  ', "O'Brien", '0');

const [bought] = order(1).lineItems;
const line = fc.record({
	code: fc.constantFrom('TEE', 'CAP'),
	qty: fc.constantFrom(1, 2),
	unitPrice: fc.constantFrom(19.99, 5),
	integrationRef: fc.constantFrom(bought.integrationRef, ''),
});

/** What a person does to the order in Cin7. */
const edit = fc.oneof(
	fc.record({ field: fc.constantFrom(...fillable), value: fc.oneof(word, fc.constant('')) }),
	fc.record({
		field: fc.constant('stage'),
		value: fc.constantFrom('On Hold', 'New', 'Needs Attention', 'Collected'),
	}),
	fc.record({ field: fc.constant('logisticsStatus'), value: fc.constantFrom(2, 3, 5) }),
	fc.record({ field: fc.constant('dispatchedDate'), value: fc.constant(now) }),
	fc.record({ field: fc.constant('internalComments'), value: word }),
	fc.record({ field: fc.constant('isVoid'), value: fc.constant(true) }),
	// A person may change, split or remove lines, and add some.
	fc.record({ field: fc.constant('lineItems'), value: fc.array(line, { maxLength: 3 }) }),
);

/** What a flow does with the order as the channel has it, more or less complete. */
const save = fc.record({
	operation: fc.constantFrom('defaults' as const, 'hold' as const),
	blank: fc.subarray([...fillable]),
	lines: fc.boolean(),
	dispatch: fc.boolean(),
});

type Edit = { field: string; value: string | number | boolean | object[] };

/** Whether a person's value is one that flows may change: blank, held as flows hold, or the mark of a held order. */
function isOpen({ field, value }: Edit): boolean {
	if (field === 'stage') return value === 'Needs Attention';
	if (field === 'logisticsStatus') return value === 5;
	if (field === 'lineItems') return (value as object[]).length === 0;
	return String(value).trim() === '';
}

/** What of a field a person types: what is shipped of a line is not. */
function typedIn(row: Record<string, any>, field: string): unknown {
	if (field !== 'lineItems') return row[field];
	return row.lineItems.map(
		({ id, code, qty, unitPrice, integrationRef }: Record<string, unknown>) => {
			return { id, code, qty, unitPrice, integrationRef };
		},
	);
}

it('keeps every edit through any history, and running again changes nothing', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.subarray([...fillable]),
			fc.array(fc.oneof(edit, save), { minLength: 1, maxLength: 9 }),
			async (blankAtFirst, history) => {
				const blanks = (fields: readonly string[]) =>
					Object.fromEntries(fields.map((field) => [field, '']));
				const open = openStages([heldRow(1, { id, ...blanks(blankAtFirst) })]);
				const typed = new Map<string, unknown>();
				for (const step of history) {
					if ('field' in step) {
						if (open.row(reference).status === 'VOID') continue;
						open.cin7.person({ resource: 'SalesOrders', id, set: { [step.field]: step.value } });
						if (isOpen(step)) typed.delete(step.field);
						else typed.set(step.field, typedIn(open.row(reference), step.field));
						continue;
					}
					const item = order(1, { ...blanks(step.blank), ...(!step.lines && { lineItems: [] }) });
					const settings = {
						operation: step.operation,
						payments: 'none' as const,
						placementOf: () => ({
							stage: 'Processing',
							dispatchedDate: step.dispatch ? '2026-06-02T00:00:00Z' : null,
							threePlStatus: 1,
						}),
					};
					// By its id: a person may change the reference's other bearers too.
					const incoming = { ...item, id };
					await open.save([incoming], settings);
					const after = open.row(reference);
					for (const [field, value] of typed) {
						expect([field, typedIn(after, field)]).toEqual([field, value]);
					}
					await open.save([incoming], settings);
					expect(open.row(reference)).toEqual(after);
				}
			},
		),
		{ numRuns: 150 },
	);
}, 60_000);
