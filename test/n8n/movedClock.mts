// Loaded into n8n before its own code: its clock is ahead of this machine's by the milliseconds that a file says, and
// jumps when the file changes. Only what asks for the time is moved; timers run as they do.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.MOVED_CLOCK_FILE;
if (file !== undefined) {
	const RealDate = Date;
	const realNow = Date.now;
	let ahead = 0;
	const now = () => realNow() + ahead;
	const look = () => {
		const said = Number(readFileSync(file, 'utf8'));
		if (said === ahead) return;
		ahead = said;
		writeFileSync(`${file}.${process.pid}`, String(ahead));
	};
	look();
	setInterval(look, 50).unref();
	globalThis.Date = new Proxy(RealDate, {
		construct: (target, args, caller) =>
			Reflect.construct(target, args.length === 0 ? [now()] : args, caller) as Date,
		apply: () => new RealDate(now()).toString(),
		get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
	});
}
