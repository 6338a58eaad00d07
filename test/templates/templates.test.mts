// Every template that is shipped can be imported by itself, and works with nothing but credentials chosen.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkTemplates } from './checkTemplate.mts';
import { oldestN8n } from './oldestN8n.mts';
import { shippedTemplates, type Finding } from './template.mts';

jest.setTimeout(120_000);

const shipped = shippedTemplates();
const read = (file: string) => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');
let found: Record<string, Finding[]>;

beforeAll(async () => {
	found = await checkTemplates(Object.fromEntries(shipped));
});

it.each(shipped.map(([file]) => file))('%s', (file) => {
	expect(found[file].map(({ rule, where, says }) => `${rule} · ${where} · ${says}`)).toEqual([]);
});

it.each(['README.md', 'docs/compatibility.md', 'docs/guide/install.md'])(
	'%s names the oldest n8n they are made for',
	(file) => expect(read(file)).toContain(`n8n ${oldestN8n} or newer`),
);

it.each(shipped.map(([file]) => file))('workflows/README.md says what %s is for', (file) => {
	expect(read('workflows/README.md')).toContain(`\`${file}.json\``);
});
