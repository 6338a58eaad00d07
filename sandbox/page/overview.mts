// The overview: what is in the accounts and what has been asked of them. And the list of requests.
import type { Amazon } from '../amazon/amazon.mts';
import type { Cin7 } from '../cin7/cin7.mts';
import type { RequestLog } from '../cin7/requestLog.mts';
import type { Mailbox } from '../mail/mailbox.mts';
import { html } from './html.mts';
import type { Html } from './html.mts';
import { table, tag, when } from './layout.mts';
import { counted, grouped } from './counts.mts';

export function overview(cin7: Cin7, amazon: Amazon, mailbox: Mailbox): Html {
	const cards: [string, string, number][] = [
		['/orders', 'Sales orders', counted(cin7, 'SalesOrders')],
		['/payments', 'Payments', counted(cin7, 'Payments')],
		['/credit-notes', 'Credit notes', counted(cin7, 'CreditNotes')],
		['/batches', 'Batches', counted(cin7, 'SalesOrders', "reference LIKE 'BATCH-%'")],
		['/amazon', 'Amazon orders', sum(amazon.store.counts().map(({ count }) => count))],
		['/mail', 'Mail', mailbox.list().length],
		['/requests', 'Requests', cin7.log.total() + amazon.log.total()],
	];
	const others = (['Branches', 'Contacts', 'Users', 'Products'] as const).map(
		(name) => `${counted(cin7, name)} ${name.toLowerCase()}`,
	);
	return html`<p class="soft">
			A stand-in for a Cin7 Omni account and an Amazon seller's. Nobody and nothing in it is real.
			All times are UTC.
		</p>
		<div class="cards">
			${cards.map(
				([address, name, count]) =>
					html`<a class="card" href="${address}"><b>${count}</b>${name}</a>`,
			)}
		</div>
		<p class="soft">Also ${others.join(', ')}.</p>
		<h2>Sales orders by stage</h2>
		${table(
			['Stage', 'Status', '#Orders'],
			grouped(cin7, 'SalesOrders', 'stage', { field: 'status' }).map(({ first, second, count }) => [
				html`<a href="/orders?stage=${encodeURIComponent(first)}">${first || '–'}</a>`,
				tag(second),
				count,
			]),
		)}
		<h2>Payments by method</h2>
		${table(
			['Method', 'Reconciled', '#Payments'],
			grouped(cin7, 'Payments', 'method', { field: 'reconcileDate', presence: true }).map(
				({ first, second, count }) => [first || '–', second, count],
			),
		)}`;
}

/** What was asked of Cin7 and of Amazon. */
export function requestList(cin7: RequestLog, amazon: RequestLog): Html {
	return html`<p class="soft">
			What was asked of the APIs since the start, or since their logs were cleared.
		</p>
		<h2>Cin7 Omni</h2>
		${requestsOf(cin7)}
		<h2>Amazon</h2>
		${requestsOf(amazon)}`;
}

function requestsOf(log: RequestLog): Html {
	const counts = Object.entries(log.counts()).sort((a, b) => b[1] - a[1]);
	const latest = log.list().slice(-200).reverse();
	return html`<div class="cards">
			${counts.map(([kind, count]) => html`<div class="card"><b>${count}</b>${kind}</div>`)}
		</div>
		${table(
			['At', 'Key', 'Method', 'Resource', '#Status', '#Rows', '#ms', '~Query'],
			latest.map((request) => [
				when(request.at),
				request.key ?? '–',
				request.method,
				request.resource,
				request.status === 0 ? 'no answer' : request.status,
				request.rows,
				request.ms,
				decoded(request.query),
			]),
		)}`;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function decoded(query: string): string {
	try {
		return decodeURIComponent(query.replaceAll('+', ' '));
	} catch {
		return query;
	}
}
