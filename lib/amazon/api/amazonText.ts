/** Amazon's own words out of its answers, made fit to be shown; see masked.ts for what is taken out of them. */
import { masked } from './masked';

const longest = 300;

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

/**
 * What Amazon says, as a sentence to add: ` Amazon says: InvalidInput: …`. Blank when it says nothing.
 * @param secrets what was sent and is not to be seen
 */
export function saidBy(body: string, secrets: readonly string[]): string {
	const texts = complaintsOf(body).map(({ code, message, details }) =>
		[code, message, details].filter((text) => text !== '').join(': '),
	);
	const said = shown(texts.filter((text) => text !== '').join('; '), secrets);
	return said === '' ? '' : ` Amazon says: ${said}`;
}

/** A text property of an object; blank where there is none. */
export function textOf(value: unknown, name: string): string {
	const text = fieldOf(value, name);
	return typeof text === 'string' ? text.trim() : '';
}

/**
 * One text of Amazon's, shortened, without control characters, secrets and what may be somebody's.
 * @param secrets what was sent and is not to be seen
 */
export function shown(text: string, secrets: readonly string[] = []): string {
	const plain = text
		.slice(0, 20 * longest)
		.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.trim();
	const printable = masked(plain, secrets);
	const characters = [...printable];
	return characters.length <= longest ? printable : `${characters.slice(0, longest - 1).join('')}…`;
}

function fieldOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;
}
