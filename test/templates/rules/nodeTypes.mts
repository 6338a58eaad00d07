// Nodes that the n8n of the lock and the oldest one can load, with nothing on them that n8n does not know.
import type { Definitions } from '../n8nDefinitions.mts';
import { missingInOldest } from '../oldestN8n.mts';
import { workersOf, type Finding, type Rule } from '../template.mts';

const known = new Set([
	...['id', 'name', 'type', 'typeVersion', 'position', 'parameters', 'credentials', 'webhookId'],
	...['executeOnce', 'alwaysOutputData', 'retryOnFail', 'maxTries', 'waitBetweenTries', 'onError'],
]);

/** n8n cuts both off without a word. */
const most = { maxTries: 5, waitBetweenTries: 5000 };

const onError = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

export function nodeTypes({ isKnown, at, version }: Definitions): Rule {
	return (template) =>
		template.nodes.flatMap((node) => {
			const { name, type, typeVersion } = node;
			const find = (says: string): Finding => ({ rule: 'nodeType', where: name, says });
			if (!isKnown(type)) return [find(`There is no node type ${type}.`)];
			const description = at(type, typeVersion);
			if (!description) {
				return [find(`${type} has no version ${typeVersion} in n8n ${version}.`)];
			}
			const missing = missingInOldest(type, typeVersion);
			return [
				...(missing === undefined ? [] : [find(missing)]),
				...(description.hidden ? [find(`${type} is hidden: n8n is giving it up.`)] : []),
				...Object.keys(node)
					.filter((key) => !known.has(key))
					.map((key) => find(`A template's node has no "${key}".`)),
				...(['maxTries', 'waitBetweenTries'] as const)
					.filter((key) => Number(node[key] ?? 0) > most[key])
					.map((key) => find(`n8n takes ${most[key]} as ${key} at the most.`)),
				...(node.onError !== undefined && !onError.includes(node.onError)
					? [find(`${node.onError} is no way to go on.`)]
					: []),
			];
		});
}

/** A node that takes all items at once loses all but the first when it is executed once. */
const takesAll = [
	...['n8n-nodes-cin7-omni.setOrderStage', 'n8n-nodes-cin7-omni.validateOrder'],
	...['n8n-nodes-base.filter', 'n8n-nodes-base.sort', 'n8n-nodes-base.aggregate'],
	...['n8n-nodes-base.merge', 'n8n-nodes-base.convertToFile'],
];

export const executedOnce: Rule = (template) =>
	workersOf(template)
		.filter(({ executeOnce, type }) => executeOnce && takesAll.includes(type))
		.map(({ name }) => ({
			rule: 'executeOnce',
			where: name,
			says: 'It is there for all items, and Execute Once leaves all but the first out.',
		}));
