// Names: each once, and each says what happens there.
import { NodeHelpers } from 'n8n-workflow';
import type { Definitions } from '../n8nDefinitions.mts';
import { workersOf, type Finding, type Rule } from '../template.mts';

const longest = 32;

export function names({ at }: Definitions): Rule {
	return (template) => {
		const find = (where: string, says: string): Finding => ({ rule: 'name', where, says });
		const all = template.nodes.map(({ name }) => name);
		const ids = template.nodes.map(({ id }) => id);
		return [
			...template.nodes
				.filter(({ id }, at) => ids.indexOf(id) !== at)
				.map(({ name }) => find(name, 'Its id is that of another node.')),
			...all
				.filter((name, at) => all.indexOf(name) !== at)
				.map((name) => find(name, 'Two nodes have this name.')),
			...workersOf(template).flatMap((node) => {
				const { name, type, typeVersion, parameters } = node;
				const description = at(type, typeVersion);
				const isDefault =
					name === description?.defaults.name ||
					(description && NodeHelpers.isDefaultNodeName(name, description, parameters));
				return [
					...(isDefault ? [find(name, 'This is the name of any such node.')] : []),
					...(/[a-z]\d+$/i.test(name) && !name.endsWith('Cin7')
						? [find(name, 'It was numbered by the editor.')]
						: []),
					...(/^[A-Z0-9]/.test(name) ? [] : [find(name, 'It does not begin as a sentence.')]),
					...(name.length > longest ? [find(name, `It is longer than ${longest} letters.`)] : []),
				];
			}),
		];
	};
}
