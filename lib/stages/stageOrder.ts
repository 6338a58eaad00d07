/** A sales order as Set Order Stage reads it: more of the customer and less of the money than a batch needs. */
import {
	at,
	decimalOrZero,
	dictionary,
	flag,
	id,
	instant,
	rateOrNull,
	text,
	whole,
	type Field,
	type FieldTable,
} from '../cin7/fields';
import type { DecimalText, InstantText } from '../cin7/records';
import type { Resource } from '../cin7/resources';
import { list } from '../cin7/rows';
import { fillable, type FillableField } from './orderFields';

export interface StageLine {
	id: number;
	/** 0 on a line of its own, not the component of a kit. */
	parentId: number;
	/** 0 when the code is no product's. */
	productId: number;
	code: string;
	name: string;
	qty: DecimalText;
	unitPrice: DecimalText;
	discount: DecimalText;
	integrationRef: string;
}

export interface StageOrder extends Record<FillableField, string> {
	id: number;
	reference: string;
	status: string;
	isVoid: boolean;
	stage: string;
	createdDate: InstantText | null;
	dispatchedDate: InstantText | null;
	invoiceDate: InstantText | null;
	importDate: InstantText | null;
	accountingImportStatus: string;
	/** The account's code; null where Cin7 gives none. */
	logisticsStatus: number | null;
	branchId: number;
	memberId: number;
	projectName: string;
	currencyCode: string;
	/** Units of the order's currency for one of the account's; null when not given. */
	currencyRate: DecimalText | null;
	taxStatus: string;
	freightTotal: DecimalText;
	surcharge: DecimalText;
	discountTotal: DecimalText;
	total: DecimalText;
	customFields: Record<string, string>;
	lineItems: StageLine[];
}

const wholeOrNull: Field<number | null> = {
	blank: () => null,
	read: (value) => (value === null || value === undefined ? null : whole.read(value)),
	expected: 'a whole number',
};

const line: FieldTable<StageLine> = {
	id: whole,
	parentId: whole,
	productId: whole,
	code: text,
	name: text,
	qty: decimalOrZero,
	unitPrice: decimalOrZero,
	discount: decimalOrZero,
	integrationRef: text,
};

export const stageOrders: Resource<StageOrder> = {
	path: 'SalesOrders',
	singular: 'sales order',
	fields: {
		...(Object.fromEntries(fillable.map((field) => [field, text])) as Record<
			FillableField,
			Field<string>
		>),
		id,
		reference: text,
		status: text,
		isVoid: flag,
		stage: text,
		createdDate: instant,
		dispatchedDate: instant,
		invoiceDate: instant,
		importDate: at('accountingAttributes.importDate', instant),
		accountingImportStatus: at('accountingAttributes.accountingImportStatus', text),
		logisticsStatus: wholeOrNull,
		branchId: whole,
		memberId: whole,
		projectName: text,
		currencyCode: text,
		currencyRate: rateOrNull,
		taxStatus: text,
		freightTotal: decimalOrZero,
		surcharge: decimalOrZero,
		discountTotal: decimalOrZero,
		total: decimalOrZero,
		customFields: dictionary,
		lineItems: list(line),
	},
};

/** Lines of their own. */
export function topLines(order: StageOrder): StageLine[] {
	return order.lineItems.filter((entry) => entry.parentId === 0);
}

/** Codes on lines that are no products in Cin7: such lines move no stock, and no warehouse can pick them. */
export function unknownCodes(order: StageOrder): string[] {
	const unknown = topLines(order).filter(({ code, productId, qty }) => {
		return code !== '' && productId === 0 && Number(qty) !== 0;
	});
	return [...new Set(unknown.map(({ code }) => code))];
}

export function isDraft(order: { status: string }): boolean {
	return order.status.toUpperCase() === 'DRAFT';
}
