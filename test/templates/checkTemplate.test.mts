// The checker itself: it finds nothing in a sound template, and each thing that can be wrong with one.
import { hidden } from './broken/hidden.mts';
import { nodes } from './broken/nodes.mts';
import { reading } from './broken/reading.mts';
import { tellTheOthers, wiring } from './broken/wiring.mts';
import { checkTemplates } from './checkTemplate.mts';
import { soundTemplate } from './soundTemplate.mts';
import type { Finding, Template } from './template.mts';

jest.setTimeout(120_000);

const brokenTemplates = [...nodes, ...wiring, ...hidden, ...reading];
let found: Record<string, Finding[]>;

beforeAll(async () => {
	const upper = soundTemplate();
	tellTheOthers(upper, -200);
	const templates: Record<string, Template> = { sound: soundTemplate(), upper };
	for (const { what, spoil } of brokenTemplates) {
		const template = soundTemplate();
		spoil(template, (name) => {
			const node = template.nodes.find((one) => one.name === name);
			if (!node) throw new Error(`There is no node ${name}.`);
			return node;
		});
		templates[what] = template;
	}
	found = await checkTemplates(templates);
});

it('finds nothing in a sound template', () => {
	expect(found.sound).toEqual([]);
});

it('nor in one that refers to a node on an upper branch, which runs first', () => {
	expect(found.upper).toEqual([]);
});

it.each(brokenTemplates)('finds $what', ({ what, rule, says }) => {
	const texts = found[what].filter((one) => one.rule === rule).map((one) => one.says);
	expect(texts.join('\n')).toContain(says);
});
