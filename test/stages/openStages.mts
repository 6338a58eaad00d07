// Set Order Stage on an account of the stand-in, in memory: the package's own client and saga, and no n8n around them.
import { createCin7Client } from '../../lib/cin7/client';
import { createLimiter } from '../../lib/cin7/limiter';
import type { Transport } from '../../lib/cin7/transport';
import { defaultPlaceholders } from '../../lib/completeness/settings';
import type { OrderResult } from '../../lib/stages/outcome';
import { saveOrders } from '../../lib/stages/saveOrders';
import type { Placement, StageSettings } from '../../lib/stages/settings';
import { stageItem } from '../../lib/stages/stageItem';
import { accountClock } from '../../sandbox/cin7/clock.mts';
import { createCin7 } from '../../sandbox/cin7/cin7.mts';
import type { Cin7 } from '../../sandbox/cin7/cin7.mts';
import type { Fault } from '../../sandbox/cin7/faults.mts';
import type { Settings } from '../../sandbox/cin7/settings.mts';
import { emptyScenario } from '../../sandbox/scenario/scenario.mts';
import type { Cin7Rows, SalesOrderRow } from '../../sandbox/scenario/scenario.mts';
import { engineTransport } from '../bot/openBot.mts';

export const now = '2026-06-02T01:30:00Z';

/** This account's codes for 3PL statuses. */
export const codes = { uponCompletion: 1, doNotTransfer: 5 };

export const defaults: Placement = {
	stage: 'Processing',
	dispatchedDate: null,
	threePlStatus: codes.uponCompletion,
};

export function settings(changes: Partial<StageSettings> = {}): StageSettings {
	return {
		operation: 'defaults',
		placementOf: () => defaults,
		doNotTransferStatus: codes.doNotTransfer,
		createMissing: true,
		touchStages: ['Needs Attention'],
		fields: 'blank',
		placeholders: defaultPlaceholders,
		orderId: { in: 'reference', customField: '', prefix: '' },
		branchId: 0,
		branchRules: [],
		customer: { by: 'none' },
		projectName: '',
		payments: 'all',
		cancelled: 'leave',
		unknownProducts: 'note',
		shipped: 'dispatched',
		unshippable: 'hold',
		soldElsewhere: 'leaveOut',
		at: now,
		...changes,
	};
}

/** An order as a download gives it, complete. */
export function order(number: number, changes: Record<string, unknown> = {}) {
	const reference = `902-${String(1_000_000 + ((number * 7919) % 9_000_000))}-${String(1_000_000 + number)}`;
	const address = {
		FirstName: 'Ada',
		LastName: 'Quill',
		Address1: `${number} Example Street`,
		Address2: 'Unit 2',
		City: 'Sydney',
		State: 'NSW',
		PostalCode: '2000',
		Country: 'AU',
	};
	const prefixed = (prefix: string) =>
		Object.fromEntries(Object.entries(address).map(([part, text]) => [`${prefix}${part}`, text]));
	return {
		reference,
		customerOrderNo: reference,
		createdDate: '2026-06-01T22:15:00Z',
		firstName: 'Ada',
		lastName: 'Quill',
		company: '',
		email: `buyer${number}@example.com`,
		phone: '',
		currencyCode: 'AUD',
		taxStatus: 'Incl',
		freightTotal: '5.00',
		lineItems: [
			{
				code: 'TEE',
				name: 'Plain tee',
				qty: '2',
				unitPrice: '19.99',
				discount: '0',
				taxRate: '10',
				integrationRef: `${reference}-1`,
			},
		],
		payments: [
			{
				method: 'Amazon',
				amount: '44.98',
				paymentDate: '2026-06-01T22:16:00Z',
				transactionRef: reference,
			},
		],
		...prefixed('delivery'),
		...prefixed('billing'),
		...changes,
	};
}

/** The same order as Cin7's own integration downloads it when data is missing: blank and held. */
export function heldRow(number: number, changes: Record<string, unknown> = {}): SalesOrderRow {
	const { lineItems, payments: _, freightTotal, ...texts } = order(number);
	return {
		...(texts as SalesOrderRow),
		freightTotal: Number(freightTotal),
		lineItems: lineItems.map((line) => ({
			...line,
			qty: Number(line.qty),
			unitPrice: Number(line.unitPrice),
			discount: 0,
			taxRate: 10,
		})),
		stage: 'Needs Attention',
		logisticsStatus: codes.doNotTransfer,
		...changes,
	};
}

export interface OpenStages {
	cin7: Cin7;
	save(items: object[], changes?: Partial<StageSettings>): Promise<OrderResult[]>;
	/** The one sales order of a reference, as the ledger has it. */
	row(reference: string): Record<string, any>;
	orders(): Record<string, any>[];
	payments(): Record<string, any>[];
	/** Calls since this was asked last, such as `GET SalesOrders`. */
	calls(): string[];
	fault(match: Fault['match'], effect: Fault['effect']): void;
}

/** @param between what stands between the client and the engine */
export function openStages(
	salesOrders: SalesOrderRow[] = [],
	between: (transport: Transport, cin7: Cin7) => Transport = (transport) => transport,
	account: Partial<Settings> = {},
	more: Partial<Cin7Rows> = {},
): OpenStages {
	const rows: Cin7Rows = { ...emptyScenario(now).cin7, ...more, salesOrders };
	rows.branches.push({ id: 1, company: 'Main Branch' }, { id: 2, company: 'FBA Sydney' });
	rows.contacts.push({ id: 30, company: 'Amazon Customers', email: 'amazon@example.com' });
	rows.products.push({ id: 40, styleCode: 'TEE', name: 'Plain tee' });
	const cin7 = createCin7({ rows, clock: accountClock(Date.parse(now), false), settings: account });
	const sleep = () => Promise.resolve();
	const client = createCin7Client({
		transport: between(engineTransport(cin7), cin7),
		limiter: createLimiter({ perSecond: 0, perMinute: 0, perDay: 0 }, { now: Date.now, sleep }),
		sleep,
	});
	const ledger = () => cin7.ledger() as unknown as Record<string, Record<string, any>[]>;
	return {
		cin7,
		save: async (items, changes = {}) =>
			await saveOrders(
				client,
				items.map((item) => stageItem(item as Record<string, unknown>)),
				settings(changes),
			),
		row(reference) {
			const found = ledger().salesOrders.filter((one) => one.reference === reference);
			if (found.length !== 1) throw new Error(`${found.length} orders are ${reference}`);
			return found[0];
		},
		orders: () => ledger().salesOrders,
		payments: () => ledger().payments,
		calls() {
			const calls = cin7.log.list().map(({ method, resource }) => `${method} ${resource}`);
			cin7.log.clear();
			return calls;
		},
		fault: (match, effect) => cin7.faults.add({ match, effect }),
	};
}
