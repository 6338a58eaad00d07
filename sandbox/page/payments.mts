// Payments: a table of some, and the list of all.
import type { Cin7 } from '../cin7/cin7.mts';
import type { Row } from '../cin7/resources/resource.mts';
import { html } from './html.mts';
import type { Html } from './html.mts';
import { money, pager, table, when } from './layout.mts';
import { find, quotedText } from './read.mts';

export function paymentTable(rows: Row[]): Html {
	return table(
		[
			'#Id',
			'Payment date',
			'Order',
			'Method',
			'#Amount',
			'Authorised',
			'Reconciled',
			'Batch',
			'~Comments',
		],
		rows.map((row) => [
			row.id,
			when(row.paymentDate),
			html`<a href="${row.orderType === 'CreditNote' ? '/credit-notes' : '/orders'}/${row.orderId}"
				>${row.orderRef ?? row.orderId}</a
			>`,
			row.method ?? '–',
			money(row.amount),
			row.isAuthorized ? 'yes' : 'no',
			when(row.reconcileDate),
			row.batchReference ?? '–',
			row.comments ?? '',
		]),
	);
}

export function paymentList(cin7: Cin7, query: Record<string, string>): Html {
	const conditions = ['id > 0'];
	if (query.search) {
		const like = quotedText(`%${query.search}%`);
		conditions.push(`(orderRef LIKE ${like} OR method LIKE ${like} OR comments LIKE ${like})`);
	}
	const at = Math.max(1, Number(query.page) || 1);
	const { rows, more } = find(cin7, 'Payments', conditions.join(' AND '), 'paymentDate DESC', at);
	return html`<form>
			<input name="search" value="${query.search}" placeholder="Order, method or comment" /><button>
				Show
			</button>
		</form>
		${paymentTable(rows)} ${pager('/payments', { search: query.search ?? '' }, at, more)}`;
}
