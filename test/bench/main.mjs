// @ts-check
// `npm run bench -- --json FILE`: see main.mts.
import '../faults/resolve.mjs';

const { bench } = await import('./main.mts');
process.exitCode = await bench(process.argv.slice(2));
