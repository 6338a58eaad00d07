// What branches and contacts have in common: in Cin7 both are members of the account's address book.
import {
	createOnly,
	date,
	dictionary,
	list,
	readOnly,
	text,
	texts,
	whole,
	yesNo,
} from './field.mts';
import type { Field } from './field.mts';

export const member: readonly Field[] = [
	readOnly(whole('id')),
	createOnly(date('createdDate')),
	readOnly(date('modifiedDate')),
	yesNo('isActive'),
	...texts(['company', 'firstName', 'lastName', 'jobTitle'], 250),
	text('email', 250),
	...texts(['website', 'phone', 'fax', 'mobile'], 50),
	...texts(['address1', 'address2', 'city', 'state', 'postCode', 'country'], 50),
	...texts(
		[
			'postalAddress1',
			'postalAddress2',
			'postalCity',
			'postalPostCode',
			'postalState',
			'postalCountry',
		],
		50,
	),
	text('notes', 250),
	text('integrationRef'),
	dictionary('customFields'),
	list('secondaryContacts', [
		whole('id'),
		text('company', 150),
		...texts(['firstName', 'lastName', 'jobTitle', 'email', 'mobile', 'phone'], 50),
	]),
];
