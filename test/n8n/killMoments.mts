// The moments at which n8n dies during a Run, drawn from a seed: at which call to Cin7, and what becomes of that call.
import type { Random } from '../../sandbox/scenario/random.mts';

/** Never carried out; carried out, and not answered; or carried out when n8n is dead already. */
export type Fate = 'never done' | 'done, not answered' | 'done after the death';

export interface KillMoment {
	/** Which call of the Run, from 1. */
	call: number;
	fate: Fate;
}

/**
 * Moments in order: one while the Run only reads, the others spread from its first write to its last call.
 * @param calls of the same Run when nothing interrupts it, as `GET Payments`
 * @param count how many; at least 2
 */
export function killMoments(random: Random, calls: string[], count: number): KillMoment[] {
	const firstWrite = calls.findIndex((call) => !call.startsWith('GET')) + 1;
	const writing = count - 1;
	const step = (calls.length - firstWrite + 1) / writing;
	const from = (part: number) => firstWrite + Math.floor(part * step);
	const fates: Fate[] = ['never done', 'done, not answered', 'done after the death'];
	const places = [
		random.int(1, firstWrite - 1),
		...Array.from({ length: writing }, (_, part) => random.int(from(part), from(part + 1) - 1)),
	];
	return places.map((call) => ({ call, fate: random.pick(fates) }));
}

/** What makes the stand-in hold a call back, so that n8n can be killed within it. */
export function holdBack({ call, fate }: KillMoment) {
	const effect =
		fate === 'done after the death'
			? { type: 'slow', ms: 6_000 }
			: { type: 'timeout', committed: fate === 'done, not answered' };
	return {
		settings: { commitPoint: { min: effect.type === 'slow' ? 1 : 0, max: 1 } },
		fault: { match: { nth: call }, effect },
	};
}
