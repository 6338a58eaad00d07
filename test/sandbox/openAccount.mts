// A small account behind the engine, with a clock that stands at one instant, for the contract tests.
import { createCin7, exampleKey } from '../../sandbox/cin7/cin7.mts';
import type { Cin7, Cin7Options } from '../../sandbox/cin7/cin7.mts';
import { basicAuth } from '../../sandbox/cin7/keys.mts';
import { virtualTime } from '../../sandbox/cin7/time.mts';
import type { VirtualTime } from '../../sandbox/cin7/time.mts';
import { emptyScenario } from '../../sandbox/scenario/scenario.mts';
import type { Cin7Rows } from '../../sandbox/scenario/scenario.mts';

export const start = '2026-06-02T01:30:00Z';

export interface Called {
	status: number;
	headers: Record<string, string>;
	/** The parsed body, or its text when it is not JSON. */
	body: any;
	text: string;
	transport?: string;
}

export interface OpenAccount {
	cin7: Cin7;
	time: VirtualTime;
	/** Calls the API; time passes as the call needs it. */
	call(method: string, path: string, query?: string, body?: unknown): Promise<Called>;
	/** Starts a call without letting time pass. */
	begin(method: string, path: string, query?: string, body?: unknown): Promise<Called>;
	/** A list with one parameter per entry, encoded. */
	list(resource: string, parameters?: Record<string, string>): Promise<Called>;
}

const accounts: Cin7[] = [];

/** Closes what a test opened: `afterEach(closeAccounts)`. */
export function closeAccounts(): void {
	for (const cin7 of accounts.splice(0)) cin7.close();
}

/** Two branches, a product, a contact, three orders and a credit note, and a payment for each. */
export function exampleRows(): Cin7Rows {
	const { cin7 } = emptyScenario(start);
	cin7.users.push({ id: 7, firstName: 'Mika', lastName: 'Ono', email: 'mika@example.com' });
	cin7.branches.push({ id: 1, company: 'Main Branch' }, { id: 2, company: 'Harbour Store' });
	cin7.contacts.push({ id: 30, firstName: 'Ada', lastName: 'Quill', email: 'ada@example.com' });
	cin7.products.push({ id: 40, styleCode: 'TEE', name: 'Plain tee' });
	const line = { code: 'TEE', qty: 2, unitPrice: 19.99 };
	const own = { currencyCode: 'NZD', currencyRate: 1, taxStatus: 'Incl', taxRate: 15 } as const;
	cin7.salesOrders.push(
		{
			id: 101,
			reference: '#1001',
			source: 'Shopify Example',
			branchId: 1,
			stage: 'New',
			...own,
			lineItems: [line],
			createdDate: '2026-05-30T00:00:00Z',
		},
		{
			id: 102,
			reference: '#1002',
			source: 'Shopify Example',
			branchId: 2,
			stage: 'Dispatched',
			...own,
			lineItems: [line],
			freightTotal: 5,
			createdDate: '2026-05-31T00:00:00Z',
			dispatchedDate: '2026-06-01T00:00:00Z',
		},
		{
			id: 103,
			reference: 'WC-7',
			source: "O'Hara's Shop",
			branchId: 1,
			isApproved: false,
			...own,
			lineItems: [line],
			createdDate: '2026-06-01T00:00:00Z',
		},
	);
	cin7.creditNotes.push({
		id: 104,
		reference: 'CRN-1',
		salesReference: '#1002',
		...own,
		lineItems: [line],
	});
	cin7.payments.push(
		{ id: 501, orderId: 101, amount: 39.98, method: 'PayPal', paymentDate: '2026-05-30T10:00:00Z' },
		{
			id: 502,
			orderId: 102,
			amount: 44.98,
			method: 'Amazon',
			paymentDate: '2026-05-31T10:59:59.5Z',
		},
		{
			id: 503,
			orderId: 103,
			amount: 9,
			method: 'PayPal',
			paymentDate: '2026-05-31T11:00:00Z',
			reconcileDate: '2026-06-01T00:00:00Z',
		},
		{
			id: 504,
			orderId: 104,
			amount: 39.98,
			method: 'PayPal',
			paymentDate: '2026-06-01T08:00:00+10:00',
		},
	);
	return cin7;
}

export function openAccount(options: Cin7Options = {}): OpenAccount {
	const time = virtualTime(Date.parse(start));
	const cin7 = createCin7({ rows: exampleRows(), scheduler: time, clock: time, ...options });
	accounts.push(cin7);
	const headers = { authorization: basicAuth(options.keys?.[0] ?? exampleKey) };
	const begin: OpenAccount['begin'] = async (method, path, query = '', body) => {
		const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
		const request = { method, path: `/api/v1/${path}`, query, headers, body: text };
		return called(await cin7.handle(request));
	};
	const call: OpenAccount['call'] = (...given) => time.settle(begin(...given));
	return {
		cin7,
		time,
		begin,
		call,
		list: (resource, parameters = {}) =>
			call('GET', resource, new URLSearchParams(parameters).toString()),
	};
}

function called(answer: {
	status: number;
	headers: Record<string, string>;
	body: string;
	transport?: string;
}): Called {
	let body: unknown = answer.body;
	try {
		body = JSON.parse(answer.body);
	} catch {
		// Left as text.
	}
	return { ...answer, body, text: answer.body };
}
