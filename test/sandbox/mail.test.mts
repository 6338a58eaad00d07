// The mailbox over SMTP: the mail of the one who knows the password is kept.
import { connect } from 'node:net';
import { startSandbox } from '../../sandbox/sandbox.mts';
import { emptyScenario } from '../../sandbox/scenario/scenario.mts';
import { start } from './openAccount.mts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
	const scenario = () => emptyScenario(start);
	sandbox = await startSandbox({ scenario, port: 0, limits: 'off', seed: 1 });
});
afterAll(() => sandbox.stop());

async function mail(): Promise<unknown[]> {
	const answer = await fetch(`${sandbox.line.control}/mail`);
	return ((await answer.json()) as { mail: unknown[] }).mail;
}

it('keeps the mail of the one who knows the password', async () => {
	const { port, user, password } = sandbox.line.credentials.smtp;
	const login = (secret: string) =>
		`AUTH PLAIN ${Buffer.from(`\0${user}\0${secret}`).toString('base64')}`;
	const message = [
		'Subject: =?utf-8?q?Batches_=E2=9C=93?=',
		'From: Bot <bot@example.com>',
		'Content-Type: text/html; charset=utf-8',
		'',
		'<p>Two batches</p>',
		'.',
	].join('\r\n');
	const said = await converse(port, [
		'EHLO here',
		login(password),
		'MAIL FROM:<bot@example.com>',
		'RCPT TO:<ada@example.com>',
		'DATA',
		message,
		'QUIT',
	]);
	expect(said).toContain('235');
	expect(await mail()).toEqual([
		{
			at: expect.any(String),
			from: 'bot@example.com',
			to: ['ada@example.com'],
			subject: 'Batches ✓',
			text: '',
			html: expect.stringContaining('<p>Two batches</p>'),
			attachments: [],
		},
	]);
	expect(await converse(port, ['EHLO here', login('wrong'), 'QUIT'])).toContain('535');
	expect(await converse(port, ['EHLO here', 'MAIL FROM:<bot@example.com>', 'QUIT'])).toContain(
		'530',
	);
});

/** Says these lines to an SMTP server, each after an answer to the one before. */
function converse(port: number, lines: string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		const left = [...lines];
		const socket = connect(port, '127.0.0.1');
		socket.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const last = said.trimEnd().split('\r\n').at(-1) ?? '';
			if (/^\d{3} /.test(last) && said.endsWith('\r\n')) {
				const next = left.shift();
				if (next !== undefined) socket.write(`${next}\r\n`);
			}
		});
		socket.on('close', () => resolve(said));
		socket.on('error', reject);
	});
}
