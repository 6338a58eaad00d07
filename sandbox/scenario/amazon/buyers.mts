// Who buys on Amazon, and where it goes: one name, not two, in the script of the country; relay addresses for mail.
// Nobody here exists, and neither do the streets.
import type { Address } from '../../amazon/order.mts';
import type { Random } from '../random.mts';
import type { Marketplace } from './marketplaces.mts';

export interface AmazonBuyer {
	name: string;
	/** The recipient, who need not be the buyer. */
	address: Address;
	email: string;
	companyName?: string;
}

/** As they are typed: one word, several, particles, capitals, spaces, other scripts. */
const names: Record<string, readonly string[]> = {
	AU: [
		'Maeve Abernook',
		'Sione Galbrook',
		'Tahnee',
		'jasper lowther',
		'ODETTE PELLEW',
		'Johanna van der Esk',
		'Caoimhe Ní Bhriain-Dunmore',
		'Dr. Farid El-Kestrel',
		'  Nikau   Ormsby ',
		'Mary Jane Inverleigh Marchbank',
		'Елена Образцова',
		'Παύλος Υπόδειγμα',
		'مريم مثال',
		'Aoife O’Brackwater 🛶',
	],
	JP: ['見本 花子', '例示　一郎', '試験さくら', 'サンプル タロウ', '架空 美咲', 'Keiko Rei'],
	SG: ['Wei Ling Mock', '样本 明', 'Arjun s/o Sample', 'Nur Contoh binte Model', 'Tan'],
};

const towns: Record<string, ReadonlyArray<readonly [city: string, state: string, code: string]>> = {
	AU: [
		['Newtown', 'NSW', '2042'],
		['GEELONG', 'Victoria', '3220'],
		['Albany', 'WA', '6330'],
		['Hobart', 'TAS', '7000'],
		['Alice Springs', 'Northern Territory', '0870'],
	],
	JP: [
		['架空市', '東京都', '100-0000'],
		['見本区', '大阪府', '530-0000'],
		['横浜市例区', '神奈川県', '220-0000'],
	],
	SG: [['Singapore', '', '018900']],
};

const streets: Record<string, readonly string[]> = {
	AU: ['Example Street', 'Specimen Parade', 'Sample Quay'],
	JP: ['見本町', '例丁目'],
	SG: ['Example Avenue 3', 'Jalan Contoh'],
};

/** Ranges that are kept free for fiction, as far as a country has one. */
const phones: Record<string, string> = {
	AU: '+61 491 570 156',
	JP: '+81-3-0000-0000',
	SG: '+65 6000 0000',
};

/** Somebody of the marketplace's country. `n` makes the relay address unlike any other. */
export function someBuyer(marketplace: Marketplace, random: Random, n: number): AmazonBuyer {
	const { countryCode } = marketplace;
	const [city, stateOrRegion, postalCode] = random.pick(towns[countryCode]);
	const name = random.pick(names[countryCode]);
	const number = random.int(1, 240);
	const street = random.pick(streets[countryCode]);
	const company = random.chance(0.06) ? `${street} Trading` : undefined;
	const address: Address = {
		name: random.chance(0.12) ? random.pick(names[countryCode]) : name,
		...(company && { companyName: company }),
		addressLine1: countryCode === 'JP' ? `${street}${number}-2-3` : `${number} ${street}`,
		...(random.chance(0.3) && {
			addressLine2:
				countryCode === 'JP' ? 'サンプルマンション 405号室' : `Unit ${random.int(1, 30)}`,
		}),
		city,
		...(stateOrRegion !== '' && { stateOrRegion }),
		postalCode,
		countryCode,
		phone: phones[countryCode],
		addressType: company ? 'COMMERCIAL' : 'RESIDENTIAL',
	};
	const relay = (n * 7_919 + 1_000_003).toString(36);
	const tld = marketplace.name.toLowerCase().replace('amazon.', '').replaceAll('.', '-');
	return {
		name,
		address,
		email: `${relay}@marketplace-${tld}.example.com`,
		...(company && { companyName: company }),
	};
}
