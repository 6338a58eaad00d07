// Something that calls Cin7 and is let through one call at a time: a run of a bot, an Undo. It stops before each call
// until the lab lets that call pass, and sleeps in the lab's time.
import type { Answer, Exchange, NoAnswer, Sleep, Transport } from '../../../lib/cin7/transport';

/** What a process is given of the outside. */
export interface Outside {
	transport: Transport;
	sleep: Sleep;
	now(): number;
}

interface WaitingCall {
	exchange: Exchange;
	answer: (answer: Answer | NoAnswer) => void;
}

export interface Process<T = unknown> {
	readonly name: string;
	/** The call it wants to make; undefined while it sleeps or when it is over. */
	call(): Exchange | undefined;
	/** When it wakes, where it sleeps; undefined otherwise. */
	wakesAt(): number | undefined;
	/** Over: it came to its end, threw, or was killed. */
	over(): boolean;
	/** Runs it to its first call. */
	begin(): Promise<void>;
	/** Gives its call an answer, and runs it to the next call, sleep or end. */
	answered(answer: Answer | NoAnswer): Promise<void>;
	/** Ends its sleep. */
	wake(): Promise<void>;
	/** As `kill -9`: nothing of it goes on, not even what it would do on the way out. */
	kill(): void;
	result(): { value: T } | { thrown: unknown } | undefined;
	killed(): boolean;
}

export function processOf<T>(
	name: string,
	now: () => number,
	body: (outside: Outside) => Promise<T>,
): Process<T> {
	const calls: WaitingCall[] = [];
	const sleepers: { until: number; wake: () => void }[] = [];
	let result: { value: T } | { thrown: unknown } | undefined;
	let killed = false;
	let parked: (() => void) | undefined;
	const park = () => {
		parked?.();
		parked = undefined;
	};
	/** Until it waits for the lab again. Calls made side by side pass one after the other. */
	const untilParked = async () => {
		if (calls.length > 0 || sleepers.length > 0 || result !== undefined) return;
		await new Promise<void>((resolve) => (parked = resolve));
	};
	const outside: Outside = {
		transport: (exchange) =>
			new Promise((answer) => {
				calls.push({ exchange, answer });
				park();
			}),
		sleep: (ms) =>
			new Promise((wake) => {
				sleepers.push({ until: now() + Math.max(0, ms), wake });
				park();
			}),
		now,
	};
	return {
		name,
		call: () => (killed ? undefined : calls[0]?.exchange),
		wakesAt: () => (killed || calls.length > 0 ? undefined : sleepers[0]?.until),
		over: () => killed || (result !== undefined && calls.length === 0),
		killed: () => killed,
		async begin() {
			body(outside).then(
				(value) => {
					result = { value };
					park();
				},
				(thrown: unknown) => {
					result = { thrown };
					park();
				},
			);
			await untilParked();
		},
		async answered(answer) {
			calls.shift()?.answer(answer);
			await untilParked();
		},
		async wake() {
			sleepers.sort((a, b) => a.until - b.until);
			sleepers.shift()?.wake();
			await untilParked();
		},
		kill() {
			killed = true;
		},
		result: () => result,
	};
}
