// A merchant with orders that lack data: what Amazon has, what Cin7 holds of it, and a real n8n beside the two.
import { createHash } from 'node:crypto';
import type { AnyField } from '../../sandbox/scenario/scenario.mts';
import { branchRows, ownContactRows, userRows } from '../../sandbox/scenario/account.mts';
import { amazonRows } from '../../sandbox/scenario/amazon/rows.mts';
import { productRows } from '../../sandbox/scenario/products.mts';
import type { Order } from '../../sandbox/amazon/order.mts';
import { saveCredential, type Credential } from '../../sandbox/n8n/credentials.mts';
import {
	finishedExecution,
	itemsOf,
	runWorkflow,
	whatWentWrong,
	type Execution,
} from '../../sandbox/n8n/executions.mts';
import type { SavedWorkflow, Workflow } from '../../sandbox/n8n/workflows.mts';
import { codes } from './heldOrders.mts';
import { openN8n, template, type OpenN8n } from './openN8n.mts';

/** Amazon shows a change some minutes late, and a download asks for what is some minutes old. */
const settling = 15 * 60_000;

type Row = Record<string, any>;

export interface Shop extends OpenN8n {
	amazon: Credential;
	/** Puts a template in place with these settings, and other changes to its nodes by name. */
	bot(name: string, settings?: Row, change?: (node: Row) => void): Promise<SavedWorkflow>;
	/** Presses Execute workflow, and gives what the nodes gave out. */
	run(workflow: SavedWorkflow): Promise<Ran>;
	/** Sales orders as Cin7 has them, by reference. */
	orders(): Promise<Map<string, Row>>;
	/** What the account holds, to compare before and after. */
	books(): Promise<string>;
	mail(): Promise<{ to: string[]; subject: string; text: string; html: string }[]>;
	/** Empties both accounts and fills them with these, a quarter of an hour ago. */
	fill(cin7: AnyField[], amazon: Order[]): Promise<void>;
	/** Orders were changed on Amazon a quarter of an hour ago; then it is now. */
	changeOnAmazon(changes: Record<string, AnyField>): Promise<void>;
}

export interface Ran {
	execution: Execution;
	complaint: string | undefined;
	items<T = Row>(node: string, output?: number): T[];
}

/** The sandbox has no limits here, so n8n need not keep to any. */
const unlimited = { requestsPerSecond: 0, requestsPerMinute: 0, requestsPerDay: 0 };

/** Opens n8n and the accounts. */
export async function openShop(): Promise<Shop> {
	const n8n = await openN8n(['--limits', 'off']);
	const { session, sandbox, cin7, smtp } = n8n;
	// Held orders get the code of Do Not Transfer; the stand-in's own credential does not know this account's.
	await session.patch(`/credentials/${cin7.id}`, {
		name: cin7.name,
		type: cin7.type,
		data: {
			...sandbox.credentials.cin7,
			...unlimited,
			doNotTransferStatus: String(codes.doNotTransfer),
		},
	});
	const amazon = await saveCredential(
		session,
		{ name: 'Amazon', type: 'amazonSellerApi' },
		sandbox.credentials.amazon,
	);
	return {
		...n8n,
		amazon,
		async bot(name, settings = {}, change = () => undefined) {
			const workflow = await template(name);
			for (const node of workflow.nodes) {
				if (node.name === 'Settings') setValues(node.parameters, settings);
				change(node);
			}
			// Placed again, it is the same workflow: the address of its form can be had only once.
			const id = createHash('sha256').update(name).digest('hex').slice(0, 16);
			return await n8n.place({ ...(workflow as Workflow), id }, [cin7, amazon, smtp]);
		},
		async run(workflow) {
			const id = await runWorkflow(session, workflow.id, 'Run by hand');
			return ranOf(await finishedExecution(session, id, 120_000));
		},
		async orders() {
			const { salesOrders } = await n8n.control<{ salesOrders: Row[] }>('ledger');
			return new Map(salesOrders.map((row) => [row.reference, row]));
		},
		async books() {
			const { salesOrders, creditNotes, payments } = await n8n.control<Row>('ledger');
			return JSON.stringify({ salesOrders, creditNotes, payments });
		},
		async mail() {
			const { mail } = await n8n.control<{ mail: Row[] }>('mail');
			return mail as never;
		},
		async fill(salesOrders, orders) {
			const now = new Date(Date.now() - settling).toISOString();
			const account = { branches: branchRows(), contacts: ownContactRows(), users: userRows() };
			const trade = { products: productRows(), salesOrders, creditNotes: [], payments: [] };
			const seller = { ...amazonRows({ seed: 1, now }), orders };
			await n8n.control('reset', {
				scenario: { now, cin7: { ...account, ...trade }, amazon: seller },
			});
		},
		async changeOnAmazon(changes) {
			await n8n.control('clock', { now: new Date(Date.now() - settling).toISOString() });
			for (const [orderId, set] of Object.entries(changes)) {
				await n8n.control(`amazon/orders/${orderId}`, { set });
			}
			await n8n.control('clock', { now: new Date().toISOString() });
		},
	};
}

/** Sets the integration defaults of the nodes that release orders. */
export function releasedAt(stage: string): (node: Row) => void {
	return ({ parameters }) => {
		if (parameters.operation !== 'applyDefaults') return;
		parameters.defaultStage = { __rl: true, mode: 'name', value: stage };
		const value = String(codes.uponCompletion);
		parameters.defaultThreePlStatus = { __rl: true, mode: 'code', value };
	};
}

/** What came of an execution. */
export function ranOf(execution: Execution): Ran {
	return {
		execution,
		complaint: whatWentWrong(execution),
		items: (node, output = 0) => itemsOf(execution, node, output),
	};
}

/** Fills in the node Settings, as a person does. */
function setValues(parameters: Row, settings: Row): void {
	const { assignments } = parameters.assignments as { assignments: Row[] };
	for (const [name, value] of Object.entries(settings)) {
		const one = assignments.find((assignment) => assignment.name === name);
		if (!one) throw new Error(`The template has no setting ${name}.`);
		one.value = value;
	}
}
