// Random faults, seeds 15001 to 20000: a file of their own, so that several run side by side.
import { seedsHold } from './suite.mts';

it('5,000 seeds of random faults', async () => {
	const { calls } = await seedsHold(15001, 5_000);
	expect(calls).toBeGreaterThan(100_000);
}, 600_000);
