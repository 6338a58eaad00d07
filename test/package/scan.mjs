// `npm run scan`: n8n's own scanner of community packages, without its downloads: on the sources as n8n lints those that a
// package was built from, and on the build as it is packed. Prints what it finds; ends with 1 when that is anything.
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { checkout, packedPackage } from './packed.mts';

const packed = await packedPackage();
try {
	report('sources', await analyzePackage(checkout, SOURCE_FILE_PATTERNS));
	report('packed build', await analyzePackage(packed.folder, ['**/*.js', 'package.json']));
} finally {
	await packed.remove();
}

/**
 * A message without a finding means that there was nothing to look at.
 * @param {string} what
 * @param {{ passed: boolean, message?: string, details?: string }} outcome
 */
function report(what, { passed, message, details = '' }) {
	const isClean = passed && message === undefined;
	if (!isClean) process.exitCode = 1;
	process.stdout.write(`${isClean ? '✔' : '✖'} ${what}: ${message ?? 'no findings'}\n${details}`);
}
