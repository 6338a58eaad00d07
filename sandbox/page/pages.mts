// The addresses of the pages. They only show; nothing is changed from here.
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Sandbox } from '../sandbox.mts';
import { amazonOrder, amazonOrderList } from './amazonOrders.mts';
import { batchList } from './batches.mts';
import { html } from './html.mts';
import { page } from './layout.mts';
import { mailList } from './mail.mts';
import { creditNoteList, document, orderList } from './orders.mts';
import { overview, requestList } from './overview.mts';
import { paymentList } from './payments.mts';
import { one } from './read.mts';

/** No scripts, nothing from outside; the frame of a message inherits this. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'";

export function pages({ cin7, amazon, mailbox }: Sandbox) {
	return async function routes(app: FastifyInstance): Promise<void> {
		const show = (reply: FastifyReply, place: string, title: string, content: unknown) =>
			reply
				.headers({ 'content-security-policy': policy, 'x-content-type-options': 'nosniff' })
				.type('text/html; charset=utf-8')
				.send(page(place, title, cin7.now(), content));
		const lists: [string, string, (query: Record<string, string>) => unknown][] = [
			['/', 'Overview', () => overview(cin7, amazon, mailbox)],
			['/orders', 'Sales orders', (query) => orderList(cin7, query)],
			['/payments', 'Payments', (query) => paymentList(cin7, query)],
			['/batches', 'Batches', (query) => batchList(cin7, query)],
			['/credit-notes', 'Credit notes', (query) => creditNoteList(cin7, query)],
			['/amazon', 'Amazon orders', (query) => amazonOrderList(amazon, query)],
			['/mail', 'Mail', () => mailList(mailbox)],
			['/requests', 'Requests', () => requestList(cin7.log, amazon.log)],
		];
		for (const [place, title, content] of lists) {
			app.get(place, async (request, reply) =>
				show(reply, place, title, content(singleValues(request.query))),
			);
		}
		const notFound = (reply: FastifyReply, place: string) => {
			reply.code(404);
			const text = html`<p>There is no such document in the account.</p>`;
			return show(reply, place, 'Not found', text);
		};
		app.get<{ Params: { id: string } }>('/amazon/:id', async ({ params }, reply) => {
			const order = amazon.store.latest(params.id);
			if (order === undefined) return notFound(reply, '/amazon');
			return show(reply, '/amazon', order.orderId, amazonOrder(order));
		});
		for (const [place, name] of [
			['/orders', 'SalesOrders'],
			['/credit-notes', 'CreditNotes'],
		] as const) {
			app.get<{ Params: { id: string } }>(`${place}/:id`, async ({ params }, reply) => {
				const row = one(cin7, name, Number(params.id));
				if (row !== undefined)
					return show(reply, place, String(row.reference), document(cin7, row));
				return notFound(reply, place);
			});
		}
	};
}

/** Of a parameter given several times the first counts. */
function singleValues(query: unknown): Record<string, string> {
	const entries = Object.entries((query ?? {}) as Record<string, string | string[]>);
	return Object.fromEntries(
		entries.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
	);
}
