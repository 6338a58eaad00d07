// Output schemas are made from what the nodes give, and say nothing else. After a change of a node's items:
// `npm run schemas` writes them anew; look at the difference before it is committed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import type { INodeType } from 'n8n-workflow';

import type { Observed } from './observation.mts';
import { now, observed } from './observed.mts';
import { schemaPaths } from './operations.mts';
import { strict } from './schema.mts';

jest.setTimeout(120_000);
// Runs wait between writing and reading back; here nothing comes later.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual('n8n-workflow'),
	sleep: () => Promise.resolve(),
}));

const nodes = join(import.meta.dirname, '../../../nodes');
const fileOf = ({ node, path }: Observed) => join(nodes, node, '__schema__', `${path}.json`);
/** `--updateSnapshot` has its usual meaning here. */
const isWriting = process.argv.includes('--updateSnapshot');

let all: Observed[];

beforeAll(async () => {
	const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.parse(now));
	all = await observed();
	clock.mockRestore();
	if (isWriting) all.forEach(write);
});

function write(one: Observed): void {
	mkdirSync(dirname(fileOf(one)), { recursive: true });
	writeFileSync(fileOf(one), `${JSON.stringify(one.schema, null, '\t')}\n`);
}

const read = (one: Observed) => JSON.parse(readFileSync(fileOf(one), 'utf8'));

it('there is one for every operation of every node, and no other', async () => {
	const folders = readdirSync(nodes).filter((folder) =>
		existsSync(join(nodes, folder, `${folder}.node.ts`)),
	);
	const wanted: string[] = [];
	const files: string[] = [];
	for (const folder of folders) {
		const module = await import(join(nodes, folder, `${folder}.node`));
		const { description } = new module[folder]() as INodeType;
		wanted.push(...schemaPaths(description).map((path) => `${folder}/${path}.json`));
		const schemas = join(nodes, folder, '__schema__');
		if (!existsSync(schemas)) continue;
		const entries = readdirSync(schemas, { recursive: true, encoding: 'utf8' });
		const own = entries.filter((file) => file.endsWith('.json'));
		files.push(...own.map((file) => `${folder}/${file.replaceAll('\\', '/')}`));
	}
	expect(files.sort()).toEqual(wanted.sort());
	expect(all.map(({ node, path }) => `${node}/${path}.json`).sort()).toEqual(wanted);
});

it('they say what the nodes give', () => {
	for (const one of all) expect({ [one.path]: read(one) }).toEqual({ [one.path]: one.schema });
});

it('every item of every output fits its schema, which knows all its fields', () => {
	const ajv = new Ajv({ allowUnionTypes: true });
	for (const one of all) {
		const fits = ajv.compile(strict(read(one)));
		for (const [output, items] of Object.entries(one.outputs)) {
			expect([one.node, one.path, output, items.length > 0]).toEqual([
				one.node,
				one.path,
				output,
				true,
			]);
			const unfit = items.find((item) => !fits(item));
			expect(unfit && [one.path, output, fits.errors]).toBeUndefined();
		}
	}
});

it('the editor can show them: an object with fields, and no field that it cannot tell', () => {
	for (const one of all) {
		expect(read(one)).toMatchObject({ type: 'object', properties: expect.any(Object) });
		expect(oddIn(read(one), one.path)).toEqual([]);
	}
});

/** The editor takes a list of types by its first one, and an object within such a list shows no fields. */
function oddIn(schema: any, place: string): string[] {
	const types = [schema.type].flat();
	const scalars = types.filter((type: string) => type !== 'null');
	const odd = types.length > 1 && (types.length > 2 || /object|array/.test(scalars.join()));
	return [
		...(odd || types.includes(undefined) ? [`${place}: ${types.join()}`] : []),
		...(schema.items ? oddIn(schema.items, `${place}[]`) : []),
		...Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
			oddIn(field, `${place}.${name}`),
		),
	];
}
