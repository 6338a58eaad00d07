// Batches: the numbered documents, what they are, and the payments they list.
import type { Cin7 } from '../cin7/cin7.mts';
import { html } from './html.mts';
import type { Html } from './html.mts';
import { details, money, pager, tag } from './layout.mts';
import { manifestOf } from './manifest.mts';
import { paymentTable } from './payments.mts';
import { branchNames, find, one } from './read.mts';

const documents = "reference LIKE 'BATCH-%'";

export function batchList(cin7: Cin7, query: Record<string, string>): Html {
	const at = Math.max(1, Number(query.page) || 1);
	const { rows, more } = find(cin7, 'SalesOrders', documents, 'reference DESC', at);
	const branch = branchNames(cin7);
	if (rows.length === 0) return html`<p class="soft">No batch has been made yet.</p>`;
	return html`<p class="soft">
			A batch is a numbered sales order that lists the payments of one deposit.
		</p>
		${rows.map((row) => {
			const manifest = manifestOf(row);
			const members = (manifest?.paymentIds ?? []).flatMap((id) => one(cin7, 'Payments', id) ?? []);
			const gone = (manifest?.paymentIds.length ?? 0) - members.length;
			return html`<article>
				<h2>
					<a href="/orders/${row.id}">${row.reference}</a> ${tag(row.status)}
					<span>${money(row.total, row.currencyCode)}</span>
					<span class="soft">${branch.get(row.branchId)}</span>
				</h2>
				<p>${manifest?.words}</p>
				<details>
					<summary>
						${manifest?.paymentIds.length ?? 0} payments, ${manifest?.orderIds.length ?? 0} orders
					</summary>
					${gone > 0 && html`<p>${gone} of its payments are no longer in the account.</p>`}
					${paymentTable(members)} ${details(manifest?.facts ?? [])}
				</details>
			</article>`;
		})}
		${pager('/batches', {}, at, more)}`;
}
