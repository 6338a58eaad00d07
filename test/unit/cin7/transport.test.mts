import { cin7ClientFor } from '../../../nodes/shared/cin7/client';
import { nodeErrorFrom } from '../../../nodes/shared/errors';
import { transportFor } from '../../../nodes/shared/cin7/transport';
import { Cin7Failure } from '../../../lib/cin7/errors';
import { branches } from '../../../lib/cin7/resources';
import { refusalOf } from './fakeCin7.mts';

const node = {
	id: '1',
	name: 'Batch',
	type: 'x',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

/** What of n8n's context the adaptor uses. */
function context(answer: (options: any) => unknown, credential: object = {}): any {
	return {
		getNode: () => node,
		getCredentials: async () => ({
			username: 'user',
			apiKey: 'key',
			baseUrl: 'https://api.example.com/api/v1/',
			requestsPerSecond: 0,
			requestsPerMinute: 0,
			requestsPerDay: 0,
			...credential,
		}),
		helpers: {
			httpRequestWithAuthentication: async (type: string, options: unknown) => {
				expect(type).toBe('cin7OmniApi');
				return answer(options);
			},
		},
	};
}

const answered = (body: string, statusCode = 200) => ({
	statusCode,
	headers: { 'Retry-After': 3 },
	body,
});

describe("the transport over n8n's requests", () => {
	it('sends the address as it is built, and asks for status, headers and raw text', async () => {
		let asked: any;
		const transport = transportFor(
			context((options) => {
				asked = options;
				return answered('[1]', 429);
			}),
			'https://api.example.com/api/v1',
		);
		const answer = await transport({
			method: 'GET',
			path: 'SalesOrders',
			query: 'fields=id&rows=1',
		});
		expect(answer).toEqual({ status: 429, headers: { 'retry-after': '3' }, body: '[1]' });
		expect(asked).toMatchObject({
			url: 'https://api.example.com/api/v1/SalesOrders?fields=id&rows=1',
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 60_000,
		});
		expect(asked.headers['User-Agent']).toContain('n8n-nodes-cin7-omni');
		expect(asked).not.toHaveProperty('body');
		await transport({ method: 'POST', path: 'Payments', body: [{ amount: 1 }] });
		expect(asked).toMatchObject({ method: 'POST', body: '[{"amount":1}]' });
		expect(asked.headers['Content-Type']).toBe('application/json');
	});

	it('gives the code of what stood in the way, never an address or key', async () => {
		const reasons: unknown[] = [];
		const failures = [
			Object.assign(new Error('x'), {
				cause: Object.assign(new Error('y'), { code: 'ECONNREFUSED' }),
			}),
			Object.assign(new Error('x'), { code: 'ETIMEDOUT' }),
			new Error('Domain not allowed: https://user:key@api.example.com/?x=1 for ada@example.com'),
			'odd',
		];
		for (const failure of failures) {
			const refusing = context(() => {
				throw failure;
			});
			reasons.push(await transportFor(refusing, 'https://x')({ method: 'GET', path: 'A' }));
		}
		expect(reasons).toEqual([
			{ noAnswer: 'ECONNREFUSED' },
			{ noAnswer: 'ETIMEDOUT' },
			{ noAnswer: 'Domain not allowed: the address for (e-mail address)' },
			{ noAnswer: 'no answer' },
		]);
	});

	it('passes on the signal that stops the execution', async () => {
		const abort = new AbortController();
		const stopping = context((options) => {
			expect(options.abortSignal).toBe(abort.signal);
			return answered('[]');
		});
		stopping.getExecutionCancelSignal = () => abort.signal;
		const client = await cin7ClientFor(stopping);
		expect(await client.all(branches)).toEqual([]);
		abort.abort();
		expect((await refusalOf(client.all(branches))).kind).toBe('cancelled');
	});
});

describe('the client of a node', () => {
	it.each(['', 'api.cin7.com', 'ftp://x', 'https://x/?a=1', undefined])(
		'refuses %p for a base URL',
		async (baseUrl) => {
			const failure = await refusalOf(cin7ClientFor(context(() => answered('[]'), { baseUrl })));
			expect(failure.message).toContain('Base URL');
		},
	);

	// Cin7 counts per key; an account's connections may have the same username.
	it('shares limits between clients of the same connection, and with no other', async () => {
		const limits = { requestsPerDay: 2 };
		const ask = async (credential: object) =>
			await (
				await cin7ClientFor(context(() => answered('[]'), { ...limits, ...credential }))
			).all(branches);
		await ask({ username: 'shared' });
		await ask({ username: 'shared' });
		await ask({ username: 'shared', apiKey: 'another' });
		await ask({ username: 'other' });
		expect((await refusalOf(ask({ username: 'shared' }))).kind).toBe('limit');
	});
});

describe("n8n's errors", () => {
	const failure = new Cin7Failure('refused', 'Cin7 refused: ReferenceExists ECONNRESET', {
		description: 'What to do.',
		endpoint: 'POST SalesOrders',
		status: 400,
	});

	it('keep message, description and status as they are', () => {
		const error = nodeErrorFrom(failure, node, 3);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: failure.message,
			description: 'What to do.',
			httpCode: '400',
			context: { itemIndex: 3 },
		});
	});

	it('pass through as they are, and take in nothing of others but the message', () => {
		const known = nodeErrorFrom(failure, node);
		expect(nodeErrorFrom(known, node)).toBe(known);
		const foreign = Object.assign(new Error('Odd'), { config: { auth: { password: 'secret' } } });
		const error = nodeErrorFrom(foreign, node);
		expect(error.message).toBe('Odd');
		expect(JSON.stringify(error)).not.toContain('secret');
	});
});
