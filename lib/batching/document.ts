/**
 * The rows that Cin7 is sent for a batch: the sales order that is the batch document, and the credit note beside it
 * when the batch is negative. What an accountant must be able to accept is settled here: one line per tax rate and
 * account with tax included, the currency rate stated, the batch day as its date, a non-stock product, no 3PL, and one
 * customer and project (a sales order also one stage) by which reports leave batches out.
 */
import type { Row } from '../cin7/client';
import type { DecimalText, SalesOrder } from '../cin7/records';
import { wireNumber } from '../cin7/wireNumber';
import { toText } from '../money/currency';
import { markDate } from '../time/markDate';
import type { Capabilities } from './capabilities';
import {
	fillerText,
	isExternal,
	hasOwnValue,
	manifestText,
	manifestGroup,
	type ManifestLine,
	type OrderEntry,
	type Manifest,
} from './manifest';
import { membersOf, type MemberState } from './members';
import type { BatchLine, PlannedBatch } from './plan.types';
import { batchReference, creditNoteReference } from './reference';
import { batchProject, batchStage } from './stages';

/** What the account's owner chose for batch documents. */
export interface DocumentSettings {
	botName: string;
	zone: string;
	customerId: number;
	productCode: string;
	/** Cin7's code for the 3PL status "Do Not Transfer to 3PL" in this account; null where it was not given. */
	doNotTransferStatus: number | null;
	/** Account codes for lines that have none of their own; blank leaves the choice to Cin7. */
	accounts: { freight: string; surcharge: string; discount: string; rounding: string };
	/** Orders batched in part are allowed, so members need not be paid by batches alone. */
	partlySelectedOrders: 'leave' | 'batchAlone';
	/** Whether batches are booked as Cin7 orders, or by what comes after the node. */
	posting: 'cin7' | 'external';
	/** What the account keeps of what is written, once that is known. */
	account?: Capabilities;
}

export interface DocumentPlan {
	reference: string;
	manifest: Manifest;
	row: Row;
	/** What of the row is held against the document when it is read back. */
	importStatus: 'NotImported' | 'DoNotImport';
}

/**
 * The document of one planned batch under the next number.
 * @param claim the run's own mark, so that it recognises its documents
 * @param marked orders that live documents list already, by id
 */
export function documentPlan(
	batch: PlannedBatch,
	number: number,
	claim: string,
	fingerprint: string,
	members: MemberState,
	settings: DocumentSettings,
	marked: ReadonlyMap<number, OrderEntry> = new Map(),
): DocumentPlan {
	const reference = batchReference(number);
	const lines = documentLines(batch, settings.accounts);
	const external = settings.posting === 'external';
	const ownValue = hasOwnValue({ kind: batch.kind, posting: external ? 'external' : undefined });
	const importStatus = ownValue ? 'NotImported' : 'DoNotImport';
	const manifest: Manifest = {
		v: 1,
		number,
		claim,
		bot: settings.botName,
		...(external && { posting: 'external' as const }),
		...manifestGroup(batch),
		...(batch.currencyRate !== null && { currencyRate: batch.currencyRate }),
		zone: settings.zone,
		markDate: markDate(batch.batchDay, settings.zone),
		whole: settings.partlySelectedOrders === 'leave',
		fingerprint,
		...membersOf(batch, members, marked),
		product: settings.productCode,
		...(settings.account && { account: settings.account }),
		...(!ownValue && { lines: statedLines(batch, lines) }),
	};
	const row: Row = {
		reference,
		isApproved: false,
		memberId: settings.customerId,
		company: batchProject,
		branchId: batch.branchId,
		projectName: batchProject,
		stage: batchStage,
		customerOrderNo: reference,
		currencyCode: batch.currency,
		...(batch.currencyRate !== null && { currencyRate: wireNumber(batch.currencyRate) }),
		taxStatus: 'Incl',
		taxRate: 0,
		...(settings.doNotTransferStatus !== null && {
			logisticsStatus: settings.doNotTransferStatus,
		}),
		accountingAttributes: { accountingImportStatus: importStatus },
		internalComments: manifestText(manifest),
		lineItems: ownValue
			? lines.map((line) => wireLine(line, settings.productCode))
			: [claimLine(reference, settings.productCode, external)],
	};
	return { reference, manifest, row, importStatus };
}

/**
 * The lines that a batch is handed over with, tax included: positive where a line adds to the value of the invoice, or of
 * the credit note. A Preview shows them; a Run keeps them in the manifest.
 * @param accounts account codes for lines that have none of their own
 */
export function linesToHandOver(
	batch: PlannedBatch,
	accounts: DocumentSettings['accounts'],
): ManifestLine[] {
	return statedLines(batch, documentLines(batch, accounts));
}

/** An empty document, which keeps a number from being taken later; it is void as soon as it is there. */
export function fillerRow(number: number, claim: string, settings: DocumentSettings): Row {
	const reference = batchReference(number);
	const manifest: Manifest = {
		v: 1,
		number,
		claim,
		bot: settings.botName,
		kind: 'invoice',
		channel: '',
		branchId: 0,
		paymentType: '',
		currency: '',
		batchDay: '',
		zone: settings.zone,
		total: '0',
		markDate: '',
		whole: true,
		fingerprint: '',
		payments: [],
		orders: [],
		product: settings.productCode,
	};
	return {
		reference,
		isApproved: false,
		memberId: settings.customerId,
		company: batchProject,
		projectName: batchProject,
		stage: batchStage,
		accountingAttributes: { accountingImportStatus: 'DoNotImport' },
		internalComments: fillerText(manifest),
		lineItems: [
			{
				code: settings.productCode,
				name: `${reference} was passed over`,
				qty: 1,
				unitPrice: 0,
				taxRate: 0,
			},
		],
	};
}

/** The credit note of a negative batch, made from its document alone, so that any run can make it. */
export function creditNoteRow(document: SalesOrder, manifest: Manifest): Row {
	return {
		reference: creditNoteReference(document.reference),
		salesReference: document.reference,
		isApproved: false,
		memberId: document.memberId,
		company: batchProject,
		branchId: manifest.branchId,
		projectName: batchProject,
		currencyCode: manifest.currency,
		...(document.currencyRate !== null && { currencyRate: wireNumber(document.currencyRate) }),
		taxStatus: 'Incl',
		taxRate: 0,
		accountingAttributes: { accountingImportStatus: 'NotImported' },
		lineItems: (manifest.lines ?? []).map((line) => wireLine(line, manifest.product)),
	};
}

/** What approving a document sets: it counts from its batch day on, and is dispatched so that nobody picks it. */
export function approvalRow(document: SalesOrder, manifest: Manifest): Row {
	return {
		id: document.id,
		isApproved: true,
		dispatchedDate: manifest.markDate,
		...(hasOwnValue(manifest)
			? { invoiceDate: manifest.markDate }
			: { accountingAttributes: { accountingImportStatus: 'DoNotImport' } }),
		...(isExternal(manifest) && { stage: batchStage }),
	};
}

const lineNames: Record<BatchLine['kind'], string> = {
	goods: 'Goods',
	freight: 'Freight',
	surcharge: 'Surcharge',
	discount: 'Discount',
	rounding: 'Rounding',
};

/** Signed as the batch is: the lines of a credit note come to less than nothing. */
function documentLines(
	{ lines, currency }: PlannedBatch,
	accounts: DocumentSettings['accounts'],
): ManifestLine[] {
	return lines.map((line) => {
		const standIn = line.kind === 'goods' ? '' : accounts[line.kind];
		return [
			`${lineNames[line.kind]}, tax ${line.taxRate} %`,
			line.accountCode === '' ? standIn : line.accountCode,
			line.taxRate,
			toText(line.amountMinor, currency),
		];
	});
}

/** As the document that they stand on states them: a credit note's are positive. */
function statedLines({ kind }: PlannedBatch, lines: ManifestLine[]): ManifestLine[] {
	return kind === 'invoice' ? lines : lines.map(negated);
}

function negated([name, account, rate, amount]: ManifestLine): ManifestLine {
	return [name, account, rate, negatedText(amount)];
}

function negatedText(amount: DecimalText): DecimalText {
	return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

function wireLine([name, accountCode, taxRate, amount]: ManifestLine, code: string): Row {
	return {
		code,
		name,
		qty: 1,
		unitPrice: wireNumber(amount),
		discount: 0,
		taxRate: wireNumber(taxRate),
		...(accountCode !== '' && { accountCode }),
	};
}

/** Cin7 wants a line on every order; this one has no value. */
function claimLine(reference: string, code: string, external: boolean): Row {
	return {
		code,
		name: external
			? `Members of ${reference}, booked in your accounting software`
			: `Members of credit note ${creditNoteReference(reference)}`,
		qty: 1,
		unitPrice: 0,
		taxRate: 0,
	};
}
