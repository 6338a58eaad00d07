// Whether a value fits its parameter, for what n8n's own check of an open panel passes over.
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** What does not fit, as sentences; expressions fit where the parameter takes them. */
export function misfits(property: INodeProperties, value: unknown, path: string): string[] {
	if (typeof value === 'string' && value.startsWith('=')) {
		return property.noDataExpression ? [`${path} takes no expression.`] : [];
	}
	if (property.typeOptions?.multipleValues && property.type !== 'fixedCollection') {
		if (property.type === 'collection') return [];
		return Array.isArray(value) ? [] : [`${path} is no list.`];
	}
	return checks[property.type]?.(property, value, path) ?? [];
}

type Check = (property: INodeProperties, value: unknown, path: string) => string[];

const ofType =
	(type: 'string' | 'number' | 'boolean'): Check =>
	(_property, value, path) =>
		typeof value === type ? [] : [`${path} is no ${type}.`];

const checks: Partial<Record<INodeProperties['type'], Check>> = {
	boolean: ofType('boolean'),
	number: ofType('number'),
	string: ofType('string'),
	options: (property, value, path) => oneOf(property, value, path),
	multiOptions: (property, value, path) =>
		Array.isArray(value)
			? value.flatMap((entry) => oneOf(property, entry, path))
			: [`${path} is no list.`],
	collection: (property, value, path) =>
		fieldsIn(property.options as INodeProperties[], value, path),
	fixedCollection: (property, value, path) => {
		const groups = (property.options ?? []) as INodePropertyCollection[];
		return entries(value).flatMap(([name, group]) => {
			const known = groups.find((one) => one.name === name);
			if (!known) return [`${path} has no ${name}.`];
			return [group].flat().flatMap((row) => fieldsIn(known.values, row, `${path}.${name}`));
		});
	},
	resourceLocator: (property, value, path) => {
		const { mode, __rl: isLocator } = (value ?? {}) as { mode?: string; __rl?: boolean };
		if (isLocator !== true) return [`${path} is no choice from a list.`];
		return property.modes?.some(({ name }) => name === mode)
			? []
			: [`${path} cannot be chosen by ${mode}.`];
	},
};

function fieldsIn(properties: INodeProperties[], value: unknown, path: string): string[] {
	if (typeof value !== 'object' || value === null) return [`${path} has no fields.`];
	return entries(value).flatMap(([name, entry]) => {
		const same = properties.filter((one) => one.name === name);
		if (same.length === 0) return [`${path} has no ${name}.`];
		const each = same.map((one) => misfits(one, entry, `${path}.${name}`));
		return each.some((found) => found.length === 0) ? [] : each[0];
	});
}

/** Lists that come from the account, or that n8n fills in, hold anything. */
function oneOf(property: INodeProperties, value: unknown, path: string): string[] {
	const { typeOptions, options } = property;
	if (typeOptions?.loadOptionsMethod ?? typeOptions?.loadOptions) return [];
	const values = ((options ?? []) as INodePropertyOptions[]).map((option) => option.value);
	return values.length === 0 || values.includes(value as string)
		? []
		: [`${path} cannot be ${JSON.stringify(value)}.`];
}

function entries(value: unknown): [string, unknown][] {
	return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
