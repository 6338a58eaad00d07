/** Answers of Cin7 that are no success, in words: what happened and what to do. */
import { cin7Text, isPage } from './cin7Text';
import { Cin7Failure } from './errors';
import { endpointOf, type Answer, type Exchange } from './transport';

/** Where API connections are in Cin7. */
const connections = 'Integrations > API v1';

const verbs = { GET: 'read', POST: 'create', PUT: 'change', DELETE: 'delete' } as const;

/** `SalesOrders/12` → `Sales Orders`: as Cin7 lists the permissions of a connection. */
function moduleOf({ path }: Exchange): string {
	return path.replace(/\/.*$/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
}

/** What an answer with this status means. Nothing was changed by it. */
export function refusalOf(answer: Answer, exchange: Exchange): Cin7Failure {
	const { status } = answer;
	const details = { endpoint: endpointOf(exchange), status };
	const text = cin7Text(answer.body);
	const said = text === '' ? '' : ` Cin7 says: ${text}`;
	const name = moduleOf(exchange);
	const verb = verbs[exchange.method];
	if (status === 401) {
		return new Cin7Failure('credentials', 'Cin7 did not accept the username and connection key', {
			...details,
			description: `Check Username and Connection Key in the Cin7 Omni API credential against the API connection in Cin7 under ${connections}.${said}`,
		});
	}
	if (status === 403) {
		return new Cin7Failure('permission', `The API connection may not ${verb} ${name}`, {
			...details,
			description: `In Cin7, open the connection under ${connections}, tick the ${name} permission to ${verb}, and save it.${said}`,
		});
	}
	if (status === 404) {
		return new Cin7Failure('notFound', `Cin7 has nothing at ${details.endpoint}`, {
			...details,
			description: `Check the Base URL in the Cin7 Omni API credential; it ends with /api/v1.${said}`,
		});
	}
	if (status >= 300 && status < 400) {
		return new Cin7Failure('unreadable', `${details.endpoint} points to another address`, {
			...details,
			description:
				'Check the Base URL in the Cin7 Omni API credential: https:// and /api/v1 belong to it.',
		});
	}
	const reason = text === '' ? `status ${status}` : text;
	return new Cin7Failure('refused', `Cin7 refused to ${verb} ${name}: ${reason}`, {
		...details,
		description: 'Nothing was changed by this call. Correct what Cin7 names, then run again.',
	});
}

/** No answer, or none of use, however often it was asked. */
export function unavailable(
	exchange: Exchange,
	why: string,
	tries: number,
	status?: number,
): Cin7Failure {
	const endpoint = endpointOf(exchange);
	const times = tries === 1 ? 'once' : `${tries} times`;
	return new Cin7Failure('unavailable', `Cin7 did not answer ${endpoint}, asked ${times}`, {
		description: `${why} Check that Cin7 is up and that n8n can reach the Base URL of the Cin7 Omni API credential, then run again. Nothing was changed by this call.`,
		endpoint,
		status,
	});
}

/** An answer with a good status that is not what the API documents. */
export function unreadable(exchange: Exchange, body: string): Cin7Failure {
	const endpoint = endpointOf(exchange);
	return isPage(body)
		? new Cin7Failure('unreadable', `A web page came back from ${endpoint} instead of data`, {
				description:
					'Check the Base URL in the Cin7 Omni API credential (it ends with /api/v1), and that Cin7 is up.',
				endpoint,
			})
		: new Cin7Failure(
				'unreadable',
				`The answer to ${endpoint} is not the data that Cin7 documents`,
				{
					description:
						'The answer was cut short or is of another kind. Run again; if it stays, check the Base URL in the Cin7 Omni API credential.',
					endpoint,
				},
			);
}

/** The connection never came about, so nothing can have been done. */
export function wasNeverSent(reason: string): boolean {
	return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(reason);
}
