/** The single fields that a merchant may add to the rules or take out of them, as lists to choose from. */
import { fieldsOf } from '../../../lib/completeness/addresses';
import { addresses, contactRules, furtherRules } from '../../../lib/completeness/fields';
import { lineFields } from '../../../lib/completeness/lines';

interface Choice {
	name: string;
	value: string;
}

export const alsoRequiredFields: Choice[] = byName(
	furtherRules.map(({ field, label }) => ({ name: label, value: field })),
);

export const notRequiredFields: Choice[] = byName([
	...contactRules.map(({ field, label }) => ({ name: label, value: field })),
	...addresses
		.flatMap(fieldsOf)
		.map(({ field, fieldLabel }) => ({ name: fieldLabel, value: field })),
	...lineFields.map(({ field, label }) => ({ name: label, value: field })),
]);

function byName(choices: Choice[]): Choice[] {
	return [...choices].sort((a, b) => (a.name < b.name ? -1 : 1));
}
