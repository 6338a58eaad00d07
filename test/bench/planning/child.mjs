// @ts-check
// One task of the planning bench, in a process of its own: see child.mts.
import '../../faults/resolve.mjs';

const { perform } = await import('./child.mts');
const result = await perform(JSON.parse(process.argv[2]));
await new Promise((sent) => process.send?.(result, sent));
process.disconnect?.();
