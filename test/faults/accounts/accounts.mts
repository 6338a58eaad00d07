// The accounts that experiments start from: tiny, each with what makes batches hard. All sales are due.
import type { Cin7Rows } from '../../../sandbox/scenario/scenario.mts';
import { building } from './rows.mts';

export interface TinyAccount {
	name: string;
	rows: Cin7Rows;
	/** The payments that are due; all of them when left out. */
	due?: ReadonlySet<number>;
}

/** The payment types that the bots batch, in the order of their rows. */
export const paymentTypes = ['PayPal', 'Stripe', 'Afterpay', 'Amazon'] as const;

/** The smallest with two groups, for going through all schedules. */
export const twoGroups: TinyAccount = {
	name: 'two groups',
	rows: building()
		.sale({ paid: 'PayPal', prices: [33] })
		.sale({ paid: 'PayPal', prices: [11.5, 20] })
		.sale({ paid: 'Stripe', prices: [45.99], comments: 'Gift for Ada' }).rows,
};

/** An order paid half and half ties two batches together. */
export const splitTender: TinyAccount = {
	name: 'split tender',
	rows: building()
		.sale({
			paid: [
				['PayPal', 20],
				['Stripe', 13.01],
			],
			prices: [33.01],
		})
		.sale({ paid: 'PayPal', prices: [7.77], dated: true })
		.sale({ paid: 'Stripe', prices: [[15, 0], 5.05] })
		.sale({ paid: 'Afterpay', prices: [60] }).rows,
};

/** More is refunded than sold: the batch is a credit note. */
export const negative: TinyAccount = {
	name: 'negative group',
	rows: building()
		.sale({ paid: 'Amazon', prices: [12.34] })
		.refund({ paid: 'Amazon', prices: [56.78] })
		.sale({ paid: 'PayPal', prices: [89.9], freight: 9.95 })
		.refund({ paid: 'PayPal', prices: [10], dated: true }).rows,
};

/** Several rates, odd cents, another currency, another branch. */
export const taxes: TinyAccount = {
	name: 'taxes and currencies',
	rows: building()
		.sale({ paid: 'PayPal', prices: [0.05, [0.07, 15], [3.33, 0]] })
		.sale({ paid: 'PayPal', prices: [19.99, 19.99, 0.01], freight: 4.95, dated: true })
		.sale({ paid: 'PayPal', prices: [101.01], currency: 'NZD', currencyRate: 1.0876 })
		.sale({ paid: 'PayPal', prices: [8.88], branchId: 5, comments: 'Ring first' }).rows,
};

/** Four groups with a negative one and an order in two of them. */
export const everything: TinyAccount = {
	name: 'everything',
	rows: building()
		.sale({
			paid: [
				['PayPal', 10],
				['Afterpay', 12],
			],
			prices: [22],
			dated: true,
		})
		.sale({ paid: 'Stripe', prices: [31.31] })
		.sale({ paid: 'Amazon', prices: [5] })
		.refund({ paid: 'Amazon', prices: [25.5], comments: 'Arrived broken' }).rows,
};

/** No bot was ever here: what the account keeps of what is written is still to be found out. */
export const newAccount: TinyAccount = {
	name: 'new account',
	rows: building(false)
		.sale({ paid: 'PayPal', prices: [33] })
		.sale({ paid: 'Stripe', prices: [10.05] }).rows,
};

export const tinyAccounts: readonly TinyAccount[] = [
	twoGroups,
	splitTender,
	negative,
	taxes,
	everything,
];
