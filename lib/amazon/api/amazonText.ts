/** Amazon's own words out of its answers, made fit to be shown: short, printable, without e-mail addresses or tokens. */

const longest = 300;
const emailAddress = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[a-z]{2,}/gi;
/** `Atza|…`, `Atzr|…`, `amzn1.oa2-cs.v1.…` and other long runs that no sentence has. */
const tokenLike = /\b(?:Atz[a-z]\|\S+|amzn1\.\S+|[A-Za-z0-9+/_=|-]{40,})/g;

/** One entry of Amazon's list of errors; blank where it says nothing. */
export interface AmazonComplaint {
	code: string;
	message: string;
	details: string;
}

/** Whether a body is a web page rather than data. */
export function isPage(body: string): boolean {
	return /^[\s\uFEFF]*</.test(body);
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		return undefined;
	}
}

/**
 * The errors in an answer of the Selling Partner API, `{"errors": [{code, message, details}]}`. Amazon also sends
 * a message of null, although its model requires one.
 */
export function complaintsOf(body: string): AmazonComplaint[] {
	const errors = fieldOf(parseJson(body)?.value, 'errors');
	if (!Array.isArray(errors)) return [];
	return errors.slice(0, 5).map((entry: unknown) => ({
		code: textOf(entry, 'code'),
		message: textOf(entry, 'message'),
		details: textOf(entry, 'details'),
	}));
}

/** What Amazon says, as a sentence to add: ` Amazon says: InvalidInput: …`. Blank when it says nothing. */
export function saidBy(body: string): string {
	const texts = complaintsOf(body).map(({ code, message, details }) =>
		[code, message, details].filter((text) => text !== '').join(': '),
	);
	const said = shown(texts.filter((text) => text !== '').join('; '));
	return said === '' ? '' : ` Amazon says: ${said}`;
}

/** A text property of an object; blank where there is none. */
export function textOf(value: unknown, name: string): string {
	const text = fieldOf(value, name);
	return typeof text === 'string' ? text.trim() : '';
}

/** One text of Amazon's, shortened, without control characters, e-mail addresses and tokens. */
export function shown(text: string): string {
	const printable = text
		.slice(0, 20 * longest)
		.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.replace(emailAddress, '(e-mail address)')
		.replace(tokenLike, '(token)')
		.trim();
	const characters = [...printable];
	return characters.length <= longest ? printable : `${characters.slice(0, longest - 1).join('')}…`;
}

function fieldOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;
}
