// @ts-check
// `npm run faults -- --seeds N`: see main.mts.
import './resolve.mjs';

const { faults } = await import('./main.mts');
process.exitCode = await faults(process.argv.slice(2));
