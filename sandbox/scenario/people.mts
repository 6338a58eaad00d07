// Customers: invented names, example.com addresses, and telephone numbers of the range that is kept
// free for fiction. A few names are awkward on purpose: they must reach every page and mail unharmed.
import { written } from './calendar.mts';
import { randomFor } from './random.mts';
import type { NamedRow } from './scenario.mts';

export interface Person {
	id: number;
	firstName: string;
	lastName: string;
	company: string;
	email: string;
	mobile: string;
	address1: string;
	city: string;
	state: string;
	postCode: string;
	country: string;
}

const firstNames = [
	'Amrita',
	'Bastien',
	'Caoimhe',
	'Dario',
	'Elke',
	'Farid',
	'Giselle',
	'Hamish',
	'Ines',
	'Jomo',
	'Keiko',
	'Lachlan',
	'Mirela',
	'Nikau',
	'Odette',
	'Petra',
	'Quentin',
	'Rosalind',
	'Sione',
	'Tamsin',
];
const lastNames = [
	'Abernook',
	'Brackwater',
	'Calloway',
	'Dunmore-Hall',
	'Eskdale',
	'Fennimore',
	'Galbrook',
	'Hartnoll',
	'Inverleigh',
	'Jessamine',
	'Kestrel',
	'Lowther',
	'Marchbank',
	'Nettlefold',
	'Ormsby',
	'Pellew',
];
const places = [
	['Newtown', 'NSW', '2042', 'Australia'],
	['Geelong', 'VIC', '3220', 'Australia'],
	['Albany', 'WA', '6330', 'Australia'],
	['Hobart', 'TAS', '7000', 'Australia'],
	['Nelson', '', '7010', 'New Zealand'],
	['Portland', 'OR', '97201', 'United States'],
	['Yokohama', '', '220-0012', 'Japan'],
] as const;

/** Harmless, but each would break a page, a sheet or a query that does not escape. */
export const awkwardNames: ReadonlyArray<
	readonly [firstName: string, lastName: string, company: string]
> = [
	['Aoife', "O'Brien", `"Knots" & Sons`],
	['<b>Bold</b>', 'Testwell', ''],
	['=SUM(1)', '+Formula', '@Sheet'],
	['Zoë 🛶', 'Ångström', 'Größe & Café'],
	["Robert'); DROP TABLE Orders;--", 'Quoteworthy', ''],
	['{{ $json.name }}', 'Braces', '<script>alert(1)</script>'],
];

/** Numbers of Australia's range for fiction. */
const mobiles = ['0491 570 006', '0491 570 156', '0491 570 157', '0491 570 158', '0491 570 159'];

/** The same people for the same seed. */
export function makePeople(seed: number, count: number): Person[] {
	const random = randomFor(seed, 'people');
	return Array.from({ length: count }, (_, index): Person => {
		const awkward = awkwardNames[index];
		const firstName = awkward ? awkward[0] : random.pick(firstNames);
		const lastName = awkward ? awkward[1] : random.pick(lastNames);
		const company = awkward ? awkward[2] : random.chance(0.1) ? `${lastName} Trading` : '';
		const [city, state, postCode, country] = random.pick(places);
		const mailbox = awkward ? `awkward${index}` : `${firstName}.${lastName}${index}`.toLowerCase();
		return {
			id: 1210 + index * 2,
			firstName,
			lastName,
			company,
			email: `${mailbox}@example.${random.pick(['com', 'org'])}`,
			mobile: random.pick(mobiles),
			address1: `${random.int(1, 240)} Example ${random.pick(['Street', 'Road', 'Parade'])}`,
			city,
			state,
			postCode,
			country,
		};
	});
}

export function contactRows(people: readonly Person[]): NamedRow[] {
	const joined = Date.parse('2022-01-10T00:00:00Z');
	return people.map((person, index) => ({
		...person,
		createdDate: written(joined + index * 86_400_000),
		isActive: true,
		type: 'Customer',
	}));
}
