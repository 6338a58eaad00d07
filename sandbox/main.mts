// `npm run sandbox`: starts the stand-ins and says where they are in one line of JSON.
import { readArguments, usage } from './arguments.mts';
import type { Arguments } from './arguments.mts';
import { startSandbox } from './sandbox.mts';
import { loadScenario } from './scenario/load.mts';
import type { Scenario } from './scenario/scenario.mts';

async function main(): Promise<void> {
	const given = readArguments(process.argv.slice(2));
	const sandbox = await startSandbox({ ...given, scenario: await scenarioFor(given) });
	process.stdout.write(`${JSON.stringify(sandbox.line)}\n`);
	let stopping = false;
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => {
			if (stopping) return;
			stopping = true;
			sandbox.stop().then(
				() => process.exit(0),
				() => process.exit(1),
			);
		});
	}
}

/** The scenario of the file, or the generated one; made when it is needed. */
async function scenarioFor({ scenario, seed, now }: Arguments): Promise<() => Scenario> {
	if (scenario !== undefined) return () => loadScenario(scenario);
	const { defaultScenario } = await import('./scenario/default.mts');
	const start = now ?? new Date().toISOString();
	return () => defaultScenario({ seed, now: start });
}

main().catch((cause: Error) => {
	process.stderr.write(`${cause.message}\n\n${usage}\n`);
	process.exit(1);
});
