// A small stand-in for the few calls of Xero's Accounting API that the template makes: connections, invoices, credit
// notes and payments. Numbers are unique, a payment cannot be more than what is owed, a repeated Idempotency-Key is the
// same request. It computes totals from the lines, and refuses what Xero refuses.
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';

export interface XeroDocument {
	id: string;
	list: 'Invoices' | 'CreditNotes';
	number: string;
	status: string;
	currency: string;
	/** Cents. */
	total: number;
	paid: number;
	sent: Record<string, any>;
}

export interface XeroPayment {
	id: string;
	documentId: string;
	amount: number;
	reference: string;
	account: string;
}

/** What goes wrong with calls of this method and list whose body names the batch. */
export interface XeroTrouble {
	method: 'GET' | 'PUT';
	list: 'Invoices' | 'CreditNotes' | 'Payments';
	reference: string;
	/** Done, but answered with 500; 503 and not done; a validation exception; a page with 200. */
	what: 'lost' | 'unavailable' | 'refused' | 'page';
}

export interface XeroStandIn {
	/** What the template's Settings name as `xeroApi`. */
	url: string;
	accessToken: string;
	documents: XeroDocument[];
	payments: XeroPayment[];
	troubles: XeroTrouble[];
	/** `PUT Invoices`, in order. */
	calls: string[];
	close(): Promise<void>;
}

const tenantId = randomUUID();
const accounts = ['200', '260', '4-2000', '880'];
const taxTypes: Record<string, number> = { OUTPUT: 10, EXEMPTOUTPUT: 0 };
const idName = { Invoices: 'InvoiceID', CreditNotes: 'CreditNoteID' } as const;
const numberName = { Invoices: 'InvoiceNumber', CreditNotes: 'CreditNoteNumber' } as const;

type List = XeroDocument['list'];
interface Answer {
	status: number;
	body: unknown;
}

export async function startXero(): Promise<XeroStandIn> {
	const xero = {
		accessToken: randomUUID(),
		documents: [] as XeroDocument[],
		payments: [] as XeroPayment[],
		troubles: [] as XeroTrouble[],
		calls: [] as string[],
	};
	const answered = new Map<string, { body: string; answer: Answer }>();
	const app = fastify({ forceCloseConnections: true });

	app.addHook('onRequest', async (request, reply) => {
		if (request.headers.authorization !== `Bearer ${xero.accessToken}`) {
			return reply.code(401).send({ Title: 'Unauthorized', Detail: 'AuthenticationUnsuccessful' });
		}
		const needsTenant = !request.url.startsWith('/connections');
		if (needsTenant && request.headers['xero-tenant-id'] !== tenantId) {
			return reply.code(403).send({ Title: 'Forbidden', Detail: 'AuthenticationUnsuccessful' });
		}
		return undefined;
	});
	app.get('/connections', async () => [
		{ id: randomUUID(), tenantId, tenantType: 'ORGANISATION', tenantName: 'Harbour Outfitters' },
	]);

	const handle = (list: XeroTrouble['list'], work: (request: FastifyRequest) => Answer) => {
		return async (request: FastifyRequest, reply: FastifyReply) => {
			const method = request.method as 'GET' | 'PUT';
			xero.calls.push(`${method} ${list}`);
			const key = request.headers['idempotency-key'];
			const body = JSON.stringify(request.body ?? null);
			const asked = decodeURIComponent(request.url) + body;
			const trouble = xero.troubles.find(
				(one) => one.method === method && one.list === list && asked.includes(one.reference),
			);
			if (trouble?.what === 'unavailable') return reply.code(503).send({ Message: 'Try later' });
			if (trouble?.what === 'page') return reply.type('text/html').send('<html>Sign in</html>');
			if (trouble?.what === 'refused') return send(reply, refused('Account code 999 is not valid'));
			if (method === 'PUT' && typeof key !== 'string') return send(reply, refused('No key'));
			const before = answered.get(String(key));
			if (method === 'PUT' && before) {
				return send(reply, before.body === body ? before.answer : refused('Key was used before'));
			}
			const answer = work(request);
			if (method === 'PUT') answered.set(String(key), { body, answer });
			return trouble?.what === 'lost' ? reply.code(500).send('Oops') : send(reply, answer);
		};
	};

	for (const list of ['Invoices', 'CreditNotes'] as const) {
		app.get(
			`/api.xro/2.0/${list}`,
			handle(list, ({ query }) => found(list, query)),
		);
		app.put(
			`/api.xro/2.0/${list}`,
			handle(list, ({ body }) => created(list, body)),
		);
	}
	app.get(
		'/api.xro/2.0/Payments',
		handle('Payments', ({ query }) => {
			const where = String((query as Record<string, unknown>).where);
			const match = /^Status=="AUTHORISED" AND Reference=="([^"]+)"$/.exec(where);
			if (!match) return refused(`Cannot read ${where}`);
			const fitting = xero.payments.filter(({ reference }) => reference === match[1]);
			return { status: 200, body: { Payments: fitting.map(paymentText) } };
		}),
	);
	app.put(
		'/api.xro/2.0/Payments',
		handle('Payments', ({ body }) => paid(body)),
	);

	function found(list: List, query: unknown): Answer {
		const { InvoiceNumbers, where } = query as Record<string, string | undefined>;
		const number =
			list === 'Invoices' ? InvoiceNumbers : /^CreditNoteNumber=="([^"]+)"$/.exec(where ?? '')?.[1];
		if (number === undefined) return refused('Nothing to look for');
		const fitting = xero.documents.filter((one) => one.list === list && one.number === number);
		return { status: 200, body: { [list]: fitting.map(documentText) } };
	}

	function created(list: List, body: unknown): Answer {
		const sent = body as Record<string, any>;
		const number = sent[numberName[list]];
		const isTaken = xero.documents.some(
			(one) =>
				one.list === list && one.number === number && !['VOIDED', 'DELETED'].includes(one.status),
		);
		const complaints = [
			...(isTaken ? [`${numberName[list]} must be unique`] : []),
			...(sent.Type === (list === 'Invoices' ? 'ACCREC' : 'ACCRECCREDIT') ? [] : ['Type']),
			...(sent.Contact?.Name ? [] : ['A contact is required']),
			...(sent.LineAmountTypes === 'Inclusive' ? [] : ['LineAmountTypes']),
			...sent.LineItems.flatMap((line: Record<string, any>) => [
				...(accounts.includes(line.AccountCode) ? [] : [`Account code ${line.AccountCode}`]),
				...(line.TaxType in taxTypes ? [] : [`Tax type ${line.TaxType}`]),
				...(typeof line.UnitAmount === 'number' ? [] : ['UnitAmount']),
			]),
			...(list === 'Invoices' && !sent.DueDate ? ['Due date is required'] : []),
		];
		const total = sent.LineItems.reduce(
			(sum: number, line: Record<string, any>) => sum + Math.round(line.UnitAmount * 100),
			0,
		);
		if (total < 0) complaints.push('The total must not be negative');
		if (complaints.length > 0) return refused(...complaints);
		const document: XeroDocument = {
			id: randomUUID(),
			list,
			number,
			status: sent.Status,
			currency: sent.CurrencyCode,
			total,
			paid: 0,
			sent,
		};
		xero.documents.push(document);
		return { status: 200, body: { [list]: [documentText(document)] } };
	}

	function paid(body: unknown): Answer {
		const sent = body as Record<string, any>;
		const id = sent.Invoice?.InvoiceID ?? sent.CreditNote?.CreditNoteID;
		const document = xero.documents.find((one) => one.id === id);
		const amount = Math.round(sent.Amount * 100);
		if (!document) return refused('There is no such document');
		if (amount > document.total - document.paid) {
			return refused('Payment amount exceeds the amount outstanding on this document');
		}
		if (!accounts.includes(sent.Account?.Code)) return refused('Account could not be found');
		document.paid += amount;
		if (document.paid === document.total) document.status = 'PAID';
		const payment: XeroPayment = {
			id: randomUUID(),
			documentId: id,
			amount,
			reference: sent.Reference,
			account: sent.Account.Code,
		};
		xero.payments.push(payment);
		return { status: 200, body: { Payments: [paymentText(payment)] } };
	}

	await app.listen({ host: '127.0.0.1', port: 0 });
	const { port } = app.server.address() as AddressInfo;
	return { ...xero, url: `http://127.0.0.1:${port}/api.xro/2.0`, close: () => app.close() };
}

function send(reply: FastifyReply, { status, body }: Answer) {
	return reply.code(status).send(body);
}

function refused(...messages: string[]): Answer {
	return {
		status: 400,
		body: {
			ErrorNumber: 10,
			Type: 'ValidationException',
			Message: 'A validation exception occurred',
			Elements: [{ ValidationErrors: messages.map((Message) => ({ Message })) }],
		},
	};
}

function documentText({ id, list, number, status, currency, total, paid }: XeroDocument) {
	const open = (total - paid) / 100;
	return {
		[idName[list]]: id,
		[numberName[list]]: number,
		Status: status,
		CurrencyCode: currency,
		CurrencyRate: 1,
		Total: total / 100,
		...(list === 'Invoices' ? { AmountDue: open } : { RemainingCredit: open }),
	};
}

function paymentText({ id, amount, reference }: XeroPayment) {
	return { PaymentID: id, Amount: amount / 100, Reference: reference, Status: 'AUTHORISED' };
}
