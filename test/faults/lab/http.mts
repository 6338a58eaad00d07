// The same account over real HTTP: a listener on the loopback address, and Node's own client in front of it.
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { listenCin7 } from '../../../sandbox/cin7/listen.mts';
import type { Answer, Exchange, NoAnswer } from '../../../lib/cin7/transport';
import type { Carrier, Reach } from './world.mts';
import { authorization } from './world.mts';

type Carried = Answer | NoAnswer;

/** For `reach` of an experiment. One call is under way at a time. */
export const overHttp: Reach = (cin7) => {
	/** Gives up the call under way; nobody waits for a minute here. */
	let giveUp: (() => void) | undefined;
	const handle: typeof cin7.handle = async (asked) => {
		const answer = await cin7.handle(asked);
		if (answer.transport === 'timeout') setImmediate(() => giveUp?.());
		return answer;
	};
	const listening = listenCin7({ ...cin7, handle }, 0);
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const carry: Carrier = async (exchange) => {
		const { url } = await listening;
		return await new Promise<Carried>((resolve) => {
			const call = send(agent, url, exchange, resolve);
			giveUp = () => {
				resolve({ noAnswer: 'timeout' });
				call.destroy();
			};
		});
	};
	const close = async () => {
		agent.destroy();
		await (await listening).stop();
	};
	return { carry, close };
};

function send(
	agent: Agent,
	url: string,
	{ method, path, query, body }: Exchange,
	end: (answer: Carried) => void,
) {
	const text = body === undefined ? '' : JSON.stringify(body);
	const headers = {
		authorization,
		...(text !== '' && {
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(text),
		}),
	};
	const address = `${url}/${path}${query ? `?${query}` : ''}`;
	const call = request(address, { method, headers, agent }, (response) => {
		answerOf(response).then(end, () => end({ noAnswer: 'reset' }));
	});
	call.on('error', ({ code = 'error' }: NodeJS.ErrnoException) => {
		end({ noAnswer: code === 'ECONNRESET' ? 'reset' : code });
	});
	call.end(text);
	return call;
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
	const chunks: Buffer[] = [];
	for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
	const headers = Object.fromEntries(
		Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
	);
	return {
		status: response.statusCode ?? 0,
		headers,
		body: Buffer.concat(chunks).toString('utf8'),
	};
}
