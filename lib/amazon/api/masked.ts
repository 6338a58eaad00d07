/**
 * Takes out of Amazon's words what nobody is to see in a message: credentials and tokens, and what may be of a customer.
 * Order ids, dates and names of parameters stay, because they are what a message is about.
 */

const emailAddress = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[a-z]{2,}/gi;

/** `Atza|…`, `Atzr|…`, `amzn1.oa2-cs.v1.…`, however short; what is called a token; long runs that no sentence has. */
const tokens = [
	/\bAtz[a-z](?:\||%7C)\S*/gi,
	/\bamzn1\.\S+/gi,
	/\b(?<=(?:token|secret|password)["']?\s?[=:]\s?["']?)[^\s"',;]*\d[^\s"',;]*/gi,
	/[A-Za-z0-9+/_=|-]{40,}/g,
	/(?=[A-Za-z+/_=|-]*\d)(?=[\d+/_=|-]*[A-Za-z])[A-Za-z0-9+/_=|-]{24,}/g,
];

/** An order id or a date, which are left alone, or else seven digits and more, as phone numbers have. */
const digits =
	/(\b[A-Z\d]\d{2}-\d{7}-\d{7}\b|\b\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))|\+?\d(?:[\s()./-]{0,2}\d){6,}/g;

/** In quotation marks; an apostrophe within a word opens none. What is not closed goes on to the end. */
const quoted =
	/"[^"]*(?:"|$)|[“„][^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|(?<![\p{L}\p{N}])['‘‚][^'’]*(?:['’]|$)/gu;

/** Names of our own parameters: the only texts that are shown in their quotation marks. */
const ownNames =
	/^.(?:lastUpdated(?:After|Before)|marketplaceIds|fulfilledBy|fulfillmentStatuses|includedData|maxResultsPerPage|paginationToken|orderId|grant_type|refresh_token|client_id|client_secret).?$/;

/** Shorter ones would take ordinary words out. */
const shortestSecret = 4;

/**
 * The text with a word in brackets in place of each.
 * @param secrets what was sent and is not to come back
 */
export function masked(text: string, secrets: readonly string[]): string {
	let left = text;
	for (const secret of secrets) {
		if (secret.length < shortestSecret) continue;
		left = left.replaceAll(secret, '(token)').replaceAll(encodeURIComponent(secret), '(token)');
	}
	left = left.replace(emailAddress, '(e-mail address)');
	for (const token of tokens) left = left.replace(token, '(token)');
	return left
		.replace(quoted, (all) => (ownNames.test(all) ? all : '(text)'))
		.replace(digits, (_all, kept: string | undefined) => kept ?? '(number)');
}
