// Sales orders and credit notes: a list of each, and one document with its lines, tax and payments.
import { taxPerRate } from '../cin7/money/taxPerRate.mts';
import type { TaxedDocument } from '../cin7/money/taxPerRate.mts';
import type { Cin7 } from '../cin7/cin7.mts';
import type { Row } from '../cin7/resources/resource.mts';
import { html } from './html.mts';
import type { Html } from './html.mts';
import { day, details, minute, money, pager, table, tag, when } from './layout.mts';
import { branchNames, find, quotedText } from './read.mts';
import { manifestOf } from './manifest.mts';
import { paymentTable } from './payments.mts';

const accounting = (row: Row) =>
	(row.accountingAttributes as { accountingImportStatus?: string } | undefined)
		?.accountingImportStatus;

/** `query`: `search` in references and sources, `stage`, `page`. */
export function orderList(cin7: Cin7, query: Record<string, string>): Html {
	const conditions = ['id > 0'];
	if (query.search) {
		const like = quotedText(`%${query.search}%`);
		conditions.push(`(reference LIKE ${like} OR source LIKE ${like} OR email LIKE ${like})`);
	}
	if (query.stage) conditions.push(`stage=${quotedText(query.stage)}`);
	const at = Math.max(1, Number(query.page) || 1);
	const { rows, more } = find(
		cin7,
		'SalesOrders',
		conditions.join(' AND '),
		'createdDate DESC',
		at,
	);
	const branch = branchNames(cin7);
	return html`<form>
			<input name="search" value="${query.search}" placeholder="Reference, source or e-mail" />
			<input name="stage" value="${query.stage}" placeholder="Stage" /><button>Show</button>
		</form>
		${table(
			[
				'Reference',
				'Source',
				'Branch',
				'Status',
				'Stage',
				'#Total',
				'Created',
				'Dispatched',
				'Invoiced',
				'Accounting',
			],
			rows.map((row) => [
				html`<a href="/orders/${row.id}">${row.reference}</a>`,
				row.source ?? '–',
				branch.get(row.branchId) ?? row.branchId,
				tag(row.status),
				tag(row.stage),
				money(row.total, row.currencyCode),
				minute(row.createdDate),
				day(row.dispatchedDate),
				day(row.invoiceDate),
				tag(accounting(row)),
			]),
		)}
		${pager('/orders', { search: query.search ?? '', stage: query.stage ?? '' }, at, more)}`;
}

export function creditNoteList(cin7: Cin7, query: Record<string, string>): Html {
	const at = Math.max(1, Number(query.page) || 1);
	const { rows, more } = find(cin7, 'CreditNotes', 'id > 0', 'createdDate DESC', at);
	const branch = branchNames(cin7);
	return html`${table(
		[
			'Reference',
			'Refunds',
			'Source',
			'Branch',
			'Status',
			'#Total',
			'Credit note date',
			'Completed',
			'Accounting',
		],
		rows.map((row) => [
			html`<a href="/credit-notes/${row.id}">${row.reference}</a>`,
			row.salesReference ?? '–',
			row.source ?? '–',
			branch.get(row.branchId) ?? row.branchId,
			tag(row.status),
			money(row.total, row.currencyCode),
			day(row.creditNoteDate),
			day(row.completedDate),
			tag(accounting(row)),
		]),
	)}
	${pager('/credit-notes', {}, at, more)}`;
}

/** One sales order or credit note. */
export function document(cin7: Cin7, row: Row): Html {
	const code = row.currencyCode;
	const lines = (row.lineItems ?? []) as Record<string, unknown>[];
	const payments = find(cin7, 'Payments', `orderId=${row.id}`, 'id ASC', 1).rows;
	const name = [row.firstName, row.lastName].filter(Boolean).join(' ');
	return html`<p>${tag(row.status)} ${row.stage ? tag(row.stage) : ''} ${tag(accounting(row))}</p>
		${details([
			['Customer', name || row.company],
			['E-mail', row.email],
			['Source', row.source],
			['Branch', branchNames(cin7).get(row.branchId) ?? row.branchId],
			['Created', when(row.createdDate)],
			['Modified', when(row.modifiedDate)],
			['Dispatched', row.dispatchedDate && when(row.dispatchedDate)],
			[
				'Invoice date',
				row.invoiceDate && `${when(row.invoiceDate)}, number ${String(row.invoiceNumber)}`,
			],
			['Credit note date', row.creditNoteDate && when(row.creditNoteDate)],
			['Currency rate', row.currencyRate],
			['Tax', `${String(row.taxStatus)}, ${String(row.taxRate)} %`],
			['Internal comments', manifestOf(row)?.words ?? row.internalComments],
		])}
		<h2>Lines</h2>
		${table(
			[
				'Code',
				'~Name',
				'#Quantity',
				'#Shipped',
				'#Unit price',
				'#Discount',
				'#Tax rate',
				'Account',
			],
			lines.map((line) => [
				line.code ?? '–',
				line.name,
				line.qty,
				line.qtyShipped,
				money(line.unitPrice, code),
				line.discount ? money(line.discount, code) : '–',
				line.taxRate === undefined || line.taxRate === null ? '–' : `${String(line.taxRate)} %`,
				line.accountCode ?? '–',
			]),
		)}
		<h2>Money</h2>
		${table(
			['#Products', '#Freight', '#Surcharge', '#Discount', '#Total'],
			[
				[row.productTotal, row.freightTotal, row.surcharge, row.discountTotal, row.total].map((n) =>
					money(n, code),
				),
			],
		)}
		<p></p>
		${table(
			['#Tax rate', '#Net', '#Tax', '#Gross'],
			taxPerRate(row as TaxedDocument).map((rate) => [
				`${rate.rate} %`,
				rate.net,
				rate.tax,
				rate.gross,
			]),
		)}
		<h2>Payments</h2>
		${paymentTable(payments)}`;
}
