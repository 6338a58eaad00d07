// A mail server that takes every message of the one who knows the password, and sends none on.
import { timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Listening } from '../cin7/listen.mts';
import type { Mailbox } from './mailbox.mts';

export interface SmtpLogin {
	user: string;
	password: string;
}

const longestMessage = 10 * 1024 * 1024;

/** Serves SMTP on the loopback address, without TLS. `port` 0 takes a free one. */
export async function listenMail(
	mailbox: Mailbox,
	login: SmtpLogin,
	port: number,
): Promise<Listening> {
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS'],
		disableReverseLookup: true,
		authMethods: ['PLAIN', 'LOGIN'],
		allowInsecureAuth: true,
		// How long a stop waits for conversations under way, in milliseconds.
		closeTimeout: 200,
		size: longestMessage,
		onAuth(auth, _session, answer) {
			const known = same(auth.username, login.user) && same(auth.password, login.password);
			if (known) answer(null, { user: login.user });
			else answer(new Error('The user name or password is not the one the sandbox printed.'));
		},
		onData(stream, session, answer) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const to = session.envelope.rcptTo.map((recipient) => recipient.address);
				mailbox.receive(Buffer.concat(chunks), to).then(
					() => answer(null),
					(cause: Error) => answer(cause),
				);
			});
		},
	});
	// A client that goes away mid-sentence is no concern of the mailbox.
	server.on('error', () => {});
	await new Promise<void>((resolve, reject) => {
		server.server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		port: (server.server.address() as AddressInfo).port,
		stop: () => new Promise((resolve) => void server.close(() => resolve())),
	};
}

function same(given: string | null | undefined, wanted: string): boolean {
	const [a, b] = [Buffer.from(given ?? ''), Buffer.from(wanted)];
	return a.length === b.length && timingSafeEqual(a, b);
}
