// The account's clock: what date and time it is in Cin7. It can be set, moved on, stopped and
// started, whatever the real time is.

export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
}

/** How the clock stands, as it is kept with the state of an account. */
export interface ClockState {
	running: boolean;
	/** Distance from real time in milliseconds while running. */
	offset: number;
	/** The instant shown while stopped, in milliseconds since 1970. */
	stoppedAt: number;
}

export interface AccountClock extends Clock {
	set(now: number): void;
	advance(ms: number): void;
	run(running: boolean): void;
	state(): ClockState;
	restore(state: ClockState): void;
}

/** A clock that shows `now` at first. `real` gives the real time and is replaced in tests. */
export function accountClock(
	now: number,
	running: boolean,
	real: () => number = Date.now,
): AccountClock {
	let state: ClockState = { running, offset: now - real(), stoppedAt: now };
	const show = () => (state.running ? real() + state.offset : state.stoppedAt);
	return {
		now: show,
		set(instant) {
			state = { ...state, offset: instant - real(), stoppedAt: instant };
		},
		advance(ms) {
			state = { ...state, offset: state.offset + ms, stoppedAt: state.stoppedAt + ms };
		},
		run(on) {
			const instant = show();
			state = { running: on, offset: instant - real(), stoppedAt: instant };
		},
		state: () => ({ ...state }),
		restore(kept) {
			state = { ...kept };
		},
	};
}
