// The operations that a node's panel offers, as n8n asks for their schemas.
import type { INodeTypeDescription } from 'n8n-workflow';

/** Version 1 of a node; below it the resource and the operation, where it has them. */
const version = 'v1.0.0';

/** Paths below `__schema__`, without `.json`: `v1.0.0/salesOrder/getAll`. */
export function schemaPaths({ properties }: INodeTypeDescription): string[] {
	const lists = properties.filter(({ name }) => name === 'operation');
	if (lists.length === 0) return [version];
	return lists.flatMap(({ options = [], displayOptions }) => {
		const resources = (displayOptions?.show?.resource ?? []) as string[];
		const folders =
			resources.length === 0 ? [version] : resources.map((one) => `${version}/${one}`);
		return folders.flatMap((folder) =>
			options.map((option) => `${folder}/${'value' in option ? String(option.value) : ''}`),
		);
	});
}
