// Contacts: customers and suppliers.
import { choice, decimal, object, readOnly, text, texts, whole, yesNo } from './field.mts';
import { member } from './member.mts';
import type { Resource } from './resource.mts';

export const contacts: Resource = {
	name: 'Contacts',
	key: 'contacts',
	singular: 'Contact',
	methods: ['GET', 'POST', 'PUT', 'DELETE'],
	counter: 'member',
	codeField: 'email',
	indexes: [['createdDate', 'id'], ['email']],
	fields: [
		...member,
		choice('type', ['Internal', 'Customer', 'Supplier']),
		whole('salesPersonId'),
		text('accountNumber', 10),
		whole('billingId'),
		...texts(['billingCompany', 'accountsFirstName', 'accountsLastName', 'billingEmail'], 50),
		text('accountsPhone', 50),
		...texts(['billingCostCenter', 'costCenter', 'priceColumn']),
		decimal('percentageOff', 100),
		...texts(['paymentTerms', 'taxStatus', 'taxNumber']),
		decimal('creditLimit'),
		decimal('balanceOwing'),
		yesNo('onHold'),
		...texts(['group', 'subGroup', 'stages']),
		readOnly(
			object('accountingIntegrationId', texts(['xero', 'quickBooksOnline', 'quickBooksDesktop'])),
		),
	],
};
