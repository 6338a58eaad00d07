// What can be wrong with a template, and two ways to make it so.
import type { Template } from '../template.mts';

/** A node of the template by its name. */
export type Nodes = (name: string) => any;

export interface Broken {
	/** What is wrong. */
	what: string;
	/** The rule that finds it. */
	rule: string;
	/** Part of what it says. */
	says: string;
	spoil(template: Template, node: Nodes): void;
}

/** An expression where a text is. */
export const expression = (value: string) => (_template: Template, node: Nodes) => {
	node('Tell somebody').parameters.text = value;
};

/** Another value of a parameter: `options.path`. */
export const parameter =
	(name: string, path: string, value: unknown) => (_template: Template, node: Nodes) => {
		const keys = path.split('.');
		const last = keys.pop() as string;
		keys.reduce((at, key) => at[key], node(name).parameters)[last] = value;
	};
