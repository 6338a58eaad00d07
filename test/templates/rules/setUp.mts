// What a person has to choose is named in the notes: the overview has numbered steps, each with the nodes or the labels it
// is about, and every node that needs a credential, or has something required left blank, is among them.
import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import type { Definitions } from '../n8nDefinitions.mts';
import {
	notesOf,
	noteText,
	workersOf,
	type Finding,
	type Rule,
	type Template,
} from '../template.mts';
import { shown } from './parameters.mts';

const longest = 2000;

export function setUp({ at, credentials }: Definitions): Rule {
	return (template) => {
		const find = (where: string, says: string): Finding => ({ rule: 'setUp', where, says });
		const overview = notesOf(template).filter((note) => /^1\. /m.test(noteText(note)));
		if (overview.length !== 1) {
			return [find('workflow', 'It has no overview, one note with numbered steps to set it up.')];
		}
		const steps = noteText(overview[0])
			.split('\n')
			.filter((line) => /^\d+\. /.test(line));
		const names = new Set(workersOf(template).map(({ name }) => name));
		const named = steps.flatMap(boldIn);
		const isNamed = ({ name }: INode) => named.includes(name);
		const descriptionOf = (node: INode) => at(node.type, node.typeVersion);
		const everything = notesOf(template).map(noteText).join('\n');
		return [
			...steps
				.filter((step) => !/\*.+?\*/.test(step))
				.map((step) => find(overview[0].name, `A step names no node or label: ${step}`)),
			...workersOf(template).flatMap((node) =>
				credentialsOf(node, descriptionOf(node))
					.filter((type) => !isNamed(node) && !isForEvery(steps, credentials.get(type)))
					.map((type) => find(node.name, `It needs ${type}, and no step of the overview says so.`)),
			),
			...workersOf(template).flatMap((node) =>
				blank(node, descriptionOf(node))
					.filter((label) => !everything.includes(label) && !isNamed(node))
					.map((label) => find(node.name, `${label} is required and blank, and no note says so.`)),
			),
			...notesOf(template)
				.filter((note) => noteText(note).length > longest)
				.map(({ name }) => find(name, `The note is longer than ${longest} letters.`)),
			...namedNowhere(template, names, find),
		];
	};
}

function boldIn(text: string): string[] {
	return [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, bold]) => bold);
}

/** Bold names that read like a node's and are none: of a node that was renamed. */
function namedNowhere(
	template: Template,
	names: Set<string>,
	find: (where: string, says: string) => Finding,
): Finding[] {
	const inSteps = notesOf(template).flatMap((note) =>
		noteText(note)
			.split('\n')
			.filter((line) => /^\d+\. \*\*/.test(line))
			.map((line) => ({ note, first: boldIn(line)[0] })),
	);
	return inSteps
		.filter(({ first }) => !names.has(first))
		.map(({ note, first }) => find(note.name, `There is no node ${first}.`));
}

/** Credentials that it does not work without. */
function credentialsOf(node: INode, description: INodeTypeDescription | undefined): string[] {
	if (!description) return [];
	return (description.credentials ?? [])
		.filter(
			(credential) =>
				credential.required &&
				NodeHelpers.displayParameter(shown(node, description), credential, node, description),
		)
		.map(({ name }) => name);
}

/** A step may say it of many nodes at once: "Every node with the Cin7 sign". */
function isForEvery(steps: readonly string[], credential = ''): boolean {
	return steps.some((step) => /^\d+\. Every node/.test(step) && step.includes(credential));
}

/** Labels of required parameters that are left to the person. */
function blank(node: INode, description: INodeTypeDescription | undefined): string[] {
	if (!description) return [];
	const filled = { ...node, parameters: shown(node, description) };
	const issues = NodeHelpers.getNodeParametersIssues(description.properties, filled, description);
	return Object.values(issues?.parameters ?? {})
		.flat()
		.map((text) => /"(.+?)"/.exec(text)?.[1] ?? text);
}
