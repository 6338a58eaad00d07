// Pagination tokens. One holds the window as it was when the first page was read, where the page ended, and what it was
// asked with: the next page is of the same download or of none.
import type { SearchParameters } from './parameters.mts';
import type { Seal } from './seal.mts';
import type { AmazonSettings } from './settings.mts';

/** How long a token can be used. */
export const tokenLife = 24 * 3_600_000;

export interface PageStart {
	/** Upper end of the window, chosen with the first page. */
	until: number;
	/** The order in which the first page was sorted. */
	sort: AmazonSettings['resultOrder'];
	after: { key: string | number; orderId: string };
}

interface Content extends PageStart {
	/** When the token was given. */
	at: number;
	seller: string;
	/** The parameters of the request that it continues. */
	sent: Record<string, string>;
}

/** Standard base64: it must be encoded to stand in a query string. */
export function paginationToken(
	seal: Seal,
	start: PageStart,
	parameters: SearchParameters,
	seller: string,
	now: number,
): string {
	const { paginationToken: _, ...sent } = parameters.sent;
	const content: Content = { ...start, at: now, seller, sent };
	return seal.close(content).toString('base64');
}

/** Where the page of a token starts, or undefined when the token is none, too old, or of another request. */
export function pageStart(
	seal: Seal,
	parameters: SearchParameters,
	seller: string,
	now: number,
	binds: AmazonSettings['paginationBinds'],
): PageStart | undefined {
	const token = parameters.paginationToken ?? '';
	if (!/^[A-Za-z0-9+/]+=*$/.test(token)) return undefined;
	const content = seal.open(Buffer.from(token, 'base64')) as Partial<Content> | undefined;
	if (content?.sent === undefined || content.at === undefined) return undefined;
	if (content.seller !== seller || now - content.at > tokenLife || content.at > now)
		return undefined;
	const free = ['paginationToken', 'maxResultsPerPage'];
	if (binds === 'allButPageSizeAndData') free.push('includedData');
	const compared = (sent: Record<string, string>) =>
		JSON.stringify(
			Object.entries(sent)
				.filter(([name]) => !free.includes(name))
				.sort(),
		);
	return compared(content.sent) === compared(parameters.sent) ? (content as Content) : undefined;
}
