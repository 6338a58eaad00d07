/** Cin7's own words out of its answers, made fit to be shown: short, printable, without e-mail addresses. */

const longest = 300;
const speakingKeys = /^(message|messageDetail|exceptionMessage|errors?|modelState|title|detail)$/i;
const emailAddress = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[a-z]{2,}/gi;

/** Whether a body is a web page rather than data. */
export function isPage(body: string): boolean {
	return /^[\s\uFEFF]*</.test(body);
}

/**
 * What Cin7 says in the body of a refusal: a JSON text, `{"message": …}`, `{"errors": […]}`, an array of results, or
 * plain text. Blank when it says nothing, or sent a page.
 */
export function cin7Text(body: string): string {
	if (isPage(body)) return '';
	const parsed = parseJson(body);
	if (parsed === undefined) return shown(body);
	const texts = new Set<string>();
	collect(parsed.value, typeof parsed.value === 'string', texts, 0);
	return shown([...texts].join('; '));
}

/** One text of Cin7's, shortened, without control characters and e-mail addresses. */
export function shown(text: string): string {
	const printable = text
		.slice(0, 20 * longest)
		.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.replace(emailAddress, '(e-mail address)')
		.trim();
	const characters = [...printable];
	return characters.length <= longest ? printable : `${characters.slice(0, longest - 1).join('')}…`;
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		return undefined;
	}
}

function collect(value: unknown, speaking: boolean, texts: Set<string>, depth: number): void {
	if (depth > 4 || texts.size >= 10) return;
	if (typeof value === 'string') {
		if (speaking && value.trim() !== '') texts.add(value.trim());
	} else if (Array.isArray(value)) {
		for (const entry of value) collect(entry, speaking, texts, depth + 1);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, entry] of Object.entries(value)) {
			collect(entry, speaking || speakingKeys.test(key), texts, depth + 1);
		}
	}
}
