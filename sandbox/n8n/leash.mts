// Runs a command that ends together with whoever started it, however that ends: `node leash.mts GRACE_MS COMMAND ARGS…`.
// The starter holds the other end of this program's message channel, which closes even when the starter is killed.

import { spawn } from 'node:child_process';

const [graceMs = '10000', command = '', ...args] = process.argv.slice(2);

// The starter may be gone before this program has come up.
if (!process.connected) process.exit(143);

// A process group of its own, so that the command's own children (n8n's task runner) end with it.
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
let stopping = false;

function signalGroup(signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		// Nobody of the group is left.
	}
}

function stop(): void {
	if (stopping) return;
	stopping = true;
	signalGroup('SIGTERM');
	setTimeout(() => signalGroup('SIGKILL'), Number(graceMs));
}

process.on('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

child.on('spawn', () => {
	// A starter that goes just now cannot be told; its going stops the command.
	if (process.connected) process.send?.({ pid: child.pid }, () => undefined);
	else stop();
});
child.on('error', (error) => {
	process.stderr.write(`${command} could not be started: ${error.message}\n`);
	process.exit(127);
});
child.on('exit', (code, signal) => {
	signalGroup('SIGKILL');
	process.exit(code ?? (signal === 'SIGKILL' ? 137 : 143));
});
