// The lab can fail: with any one safeguard taken out it finds what that safeguard is there for, soon, and by the invariant
// that names it. With the safeguard in its place the same experiments find nothing of the kind.
import { labWithout } from './mutants/labWithout.mts';
import type { Lab } from './mutants/labWithout.mts';
import type { Safeguard } from './mutants/safeguards.mts';
import { safeguards } from './mutants/safeguards.mts';

/** Thrown to end a search. */
class Enough extends Error {}

interface Search {
	tried: number;
	/** The experiment that broke the invariant, and how. */
	found: string | undefined;
}

/** Tries a safeguard's experiments until its invariant is broken, or so many were tried. */
async function searched(
	{ finds, search, weaken }: Safeguard,
	lab: Lab,
	most: number,
): Promise<Search> {
	let tried = 0;
	let found: string | undefined;
	const trying = search(lab, async (experiment, title) => {
		if (tried === most) throw new Enough();
		tried += 1;
		const { violations } = await lab.judge({ ...experiment, ...weaken?.(lab) });
		const broken = violations.find(({ invariant }) => invariant === finds);
		if (broken) found = `${title}: ${broken.what}`;
		if (broken) throw new Enough();
	});
	await trying.catch((cause: unknown) => {
		if (!(cause instanceof Enough)) throw cause;
	});
	return { tried, found };
}

describe.each(safeguards)('without this: $name', (safeguard) => {
	it(`the lab finds "${safeguard.finds}" broken, and with it does not`, async () => {
		const without = await searched(safeguard, labWithout(safeguard.cut), Infinity);
		expect(without.found).toBeDefined();
		const whole = { ...safeguard, weaken: undefined };
		const { tried, found } = await searched(whole, labWithout(undefined), without.tried);
		expect(found).toBeUndefined();
		expect(tried).toBe(without.tried);
	}, 60_000);
});
