// The same experiments over real HTTP: every call and every answer is the same, to the letter.
import { conduct } from './lab/experiment.mts';
import { overHttp } from './lab/http.mts';
import { experimentOf } from './lab/seeds.mts';

const seeds = 200;

it(`${seeds} seeds go the same way over HTTP`, async () => {
	for (let seed = 1; seed <= seeds; seed += 1) {
		const inMemory = await conduct(experimentOf(seed));
		await inMemory.world.close();
		const carried = await conduct({ ...experimentOf(seed), reach: overHttp });
		await carried.world.close();
		expect([seed, carried.log.text()]).toEqual([seed, inMemory.log.text()]);
		expect([seed, carried.log.digest()]).toEqual([seed, inMemory.log.digest()]);
	}
}, 300_000);
