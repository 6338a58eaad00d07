// `npm run test:matrix`: tries the package on several versions of n8n and writes docs/compatibility.md.
// `-- --only 2.35.7` tries one and writes nothing; `--json FILE` writes the outcomes.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packPackage } from '../../sandbox/n8n/nodePackage.mts';
import { stopServices } from '../../sandbox/n8n/service.mts';
import { installVersion } from './install.mts';
import { tableOf, writeTable, type Row } from './table.mts';
import { tryOut } from './tryOut.mts';
import { versions, type MatrixVersion } from './versions.mts';

const checkout = resolve(import.meta.dirname, '../..');

const { values } = parseArgs({
	options: {
		only: { type: 'string', multiple: true, default: [] },
		json: { type: 'string' },
	},
});

/** Needs dist/ (npm run build). */
async function main(): Promise<number> {
	const chosen = versions.filter(
		({ n8n }) => values.only.length === 0 || values.only.includes(n8n),
	);
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-matrix-'));
	try {
		const packageFile = await packPackage(checkout, join(folder, 'package'));
		const rows: Row[] = [];
		for (const version of chosen) rows.push(await rowOf(version, packageFile, folder));
		if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, '\t')}\n`);
		if (values.only.length === 0)
			await writeTable(join(checkout, 'docs', 'compatibility.md'), rows);
		process.stdout.write(`\n${tableOf(rows)}\n`);
		return rows.every(isRight) ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function rowOf(version: MatrixVersion, packageFile: string, folder: string): Promise<Row> {
	process.stderr.write(`— n8n ${version.n8n}\n`);
	const installation = await installVersion(version);
	if ('missing' in installation) return { version, missing: installation.missing };
	const place = join(folder, version.n8n);
	try {
		return { version, outcome: await tryOut(checkout, installation.folder, packageFile, place) };
	} catch (error) {
		process.stderr.write(`${(error as Error).message}\n`);
		return { version, failure: (error as Error).message.split('\n')[0] };
	} finally {
		await rm(place, { recursive: true, force: true });
	}
}

/** A version that cannot be installed is no fault of the package, nor is a template that needs a newer n8n. */
function isRight(row: Row): boolean {
	if ('missing' in row) return true;
	return 'outcome' in row && row.outcome.notLoaded.length === 0 && row.outcome.batch.length === 0;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => void stopServices().then(() => process.exit(130)));
}

try {
	process.exitCode = await main();
} catch (error) {
	process.stderr.write(`${(error as Error).message}\n`);
	await stopServices();
	process.exitCode = 1;
}
