// Data Tables that a template makes itself, before it uses them, with the columns it uses.
import type { INode } from 'n8n-workflow';
import { workersOf, type Finding, type Rule, type Template } from '../template.mts';
import { canRunBefore } from './graph.mts';

const type = 'n8n-nodes-base.dataTable';

export const dataTables: Rule = (template) => {
	const find = (where: string, says: string): Finding => ({ rule: 'dataTable', where, says });
	const nodes = workersOf(template).filter((node) => node.type === type);
	const makers = nodes.filter(({ parameters }) => parameters.operation === 'create');
	return [
		...makers
			.filter(({ parameters }) => !(parameters.options as Options | undefined)?.createIfNotExists)
			.map(({ name }) => find(name, 'It stops when the table is there already.')),
		...nodes
			.filter((node) => !makers.includes(node))
			.flatMap((node) => {
				const maker = makerOf(node, makers);
				if (!maker) return [find(node.name, 'Its table is made by no node of this template.')];
				if (!canRunBefore(maker.name, node.name, template)) {
					return [find(node.name, `It does not come after ${maker.name}, which makes its table.`)];
				}
				const made = columnsOf(maker);
				return usedBy(node)
					.filter((column) => !made.includes(column))
					.map((column) => find(node.name, `${maker.name} makes no column ${column}.`));
			}),
		...unused(template, makers).map(([name, column]) =>
			find(name, `Nothing writes the column ${column}.`),
		),
	];
};

interface Options {
	createIfNotExists?: boolean;
}

/** The node whose table it is: named by an expression on that node, or by the table's name. */
function makerOf({ parameters }: INode, makers: readonly INode[]): INode | undefined {
	const { value = '' } = (parameters.dataTableId ?? {}) as { value?: string };
	return makers.find(
		(maker) => value.includes(`$('${maker.name}')`) || value === maker.parameters.tableName,
	);
}

function columnsOf({ parameters }: INode): string[] {
	const { column = [] } = (parameters.columns ?? {}) as { column?: { name: string }[] };
	return column.map(({ name }) => name);
}

/** Columns that n8n itself gives every table. */
const own = ['id', 'createdAt', 'updatedAt'];

function usedBy({ parameters }: INode): string[] {
	const { value, schema = [] } = (parameters.columns ?? {}) as {
		value?: object | null;
		schema?: { id: string }[];
	};
	const { conditions = [] } = (parameters.filters ?? {}) as { conditions?: { keyName: string }[] };
	const used = [
		...Object.keys(value ?? {}),
		...schema.map(({ id }) => id),
		...conditions.map(({ keyName }) => keyName),
	];
	return [...new Set(used)].filter((column) => !own.includes(column));
}

function unused(template: Template, makers: readonly INode[]): [string, string][] {
	return makers.flatMap((maker) => {
		const users = workersOf(template).filter(
			(node) => node.type === type && node !== maker && makerOf(node, makers) === maker,
		);
		const writers = users.filter(({ parameters }) =>
			['upsert', 'insert', 'update', undefined].includes(parameters.operation as string),
		);
		if (writers.length === 0) return [];
		const written = writers.flatMap(usedBy);
		return columnsOf(maker)
			.filter((column) => !written.includes(column))
			.map((column): [string, string] => [maker.name, column]);
	});
}
