/**
 * Names of countries that Unicode's own list (which n8n's Node brings with it) does not have: ISO 3166-1 alpha-3 codes, and
 * what people and shops write. A test holds both against the package i18n-iso-countries 7.14.0.
 */

/** alpha-3 and alpha-2, joined: `AUSAU` is AUS, AU. */
export const alpha3 =
	'ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI ' +
	'BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT ' +
	'BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU ' +
	'CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET ' +
	'FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR ' +
	'GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR ' +
	'IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB ' +
	'LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH ' +
	'MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE ' +
	'NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL ' +
	'PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ ' +
	'SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC ' +
	'TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY ' +
	'USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS XKKXK YEMYE ZAFZA ZMBZM ZWEZW';

/** Codes that Google's metadata knows besides ISO's: Ascension Island and Tristan da Cunha. */
export const furtherCodes = 'AC TA';

/** What is written for them, separated by commas. Case, accents, `&`, `St.` and a leading `the` make no difference. */
export const alsoCalled: Record<string, string> = {
	AE: 'UAE, Emirates',
	BN: 'Brunei Darussalam',
	BO: 'Plurinational State of Bolivia',
	BQ: 'Bonaire, Bonaire Sint Eustatius and Saba',
	CD: 'Democratic Republic of the Congo, DR Congo, Congo Democratic Republic',
	CG: 'Republic of the Congo, Congo',
	CI: 'Ivory Coast',
	CN: 'PRC, Mainland China, Peoples Republic of China',
	CV: 'Cabo Verde',
	CZ: 'Czech Republic',
	FK: 'Falkland Islands Malvinas',
	FM: 'Federated States of Micronesia, Micronesia Federated States of',
	GB: 'UK, Great Britain, Britain, England, Scotland, Wales, Northern Ireland, United Kingdom of Great Britain and Northern Ireland',
	GM: 'Republic of the Gambia',
	GR: 'EL, Hellas',
	GS: 'South Georgia and the South Sandwich Islands',
	HK: 'Hong Kong SAR, Hong Kong China',
	HM: 'Heard Island and McDonald Islands',
	IE: 'Republic of Ireland, Eire',
	IR: 'Islamic Republic of Iran, Iran Islamic Republic of',
	KN: 'Saint Kitts and Nevis',
	KP: 'Democratic Peoples Republic of Korea, Korea Democratic Peoples Republic of',
	KR: 'Republic of Korea, Korea Republic of, Korea, Korea South',
	LA: 'Lao Peoples Democratic Republic, Lao',
	MD: 'Republic of Moldova, Moldova Republic of',
	MK: 'Republic of North Macedonia, Macedonia',
	MM: 'Burma',
	MO: 'Macau, Macau SAR, Macao SAR',
	NL: 'Holland, Kingdom of the Netherlands, Netherlands Kingdom of the',
	PS: 'State of Palestine, Palestine State of',
	RU: 'Russian Federation',
	SH: 'Saint Helena Ascension and Tristan da Cunha',
	SJ: 'Svalbard and Jan Mayen Islands',
	SX: 'Sint Maarten Dutch part',
	MF: 'Saint Martin French part',
	SY: 'Syrian Arab Republic',
	SZ: 'Swaziland',
	TL: 'East Timor',
	TR: 'Turkey',
	TW: 'Taiwan Province of China, Taiwan ROC, Republic of China',
	TZ: 'United Republic of Tanzania, Tanzania United Republic of',
	UM: 'United States Minor Outlying Islands',
	US: 'USA, United States of America, America',
	VA: 'Holy See, Holy See Vatican City State, Vatican',
	VC: 'Saint Vincent and the Grenadines',
	VE: 'Bolivarian Republic of Venezuela, Venezuela Bolivarian Republic of',
	VG: 'Virgin Islands British, BVI',
	VI: 'Virgin Islands US, US Virgin Islands, Virgin Islands',
	VN: 'Viet Nam',
};
