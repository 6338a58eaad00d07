/** Payments. */
import { asSent } from '../../../../lib/cin7/resources';
import { anyOfFilter, changeDates, dateFilter, numberFilter } from '../../shared/filters';
import { getMany } from '../../shared/getMany';
import { getOne } from '../../shared/getOne';
import type { ResourceModule } from '../../shared/module';

const resource = asSent({ path: 'Payments', singular: 'payment' });

export const payment: ResourceModule = {
	value: 'payment',
	name: 'Payment',
	operations: [
		getOne({ resource }),
		getMany({
			resource,
			plural: 'payments',
			filters: [
				...changeDates,
				numberFilter('orderId', {
					displayName: 'Order ID',
					name: 'orderId',
					description: "Cin7's ID of the sales order or credit note",
				}),
				dateFilter('paymentDate', '>=', {
					displayName: 'Paid After',
					name: 'paidAfter',
					description: 'Payments made at this moment or later',
				}),
				dateFilter('paymentDate', '<', {
					displayName: 'Paid Before',
					name: 'paidBefore',
					description: 'Payments made before this moment',
				}),
				anyOfFilter('method', {
					displayName: 'Payment Type',
					name: 'method',
					placeholder: 'e.g. PayPal',
					description: 'One or several payment types, separated by commas',
				}),
				anyOfFilter('transactionRef', {
					displayName: 'Transaction Reference',
					name: 'transactionRef',
					description: 'One or several, separated by commas',
				}),
			],
		}),
	],
};
