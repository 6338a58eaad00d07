/** Filters as data: what the panel shows, and the condition that Cin7 gets. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { compare, contains, inList, or } from '../../../lib/cin7/where';
import { isoSeconds } from '../../../lib/stages/findOrders';
import { instantIn } from '../../shared/instantIn';

export interface Filter {
	property: INodeProperties;
	/** Blank when the value asks for nothing. */
	condition(value: unknown, context: IExecuteFunctions, item: number): string;
}

type Shown = Pick<INodeProperties, 'displayName' | 'name' | 'description'> & {
	placeholder?: string;
};

/** From or up to a moment. */
export function dateFilter(field: string, comparison: '>=' | '<', shown: Shown): Filter {
	return {
		property: { type: 'dateTime', default: '', ...shown },
		condition(value, context, item) {
			const instant = instantIn(context, value, shown.displayName, item);
			return instant === null ? '' : compare(field, comparison, isoSeconds(instant));
		},
	};
}

/** Texts separated by commas, any of which the field may be. */
export function anyOfFilter(field: string, shown: Shown): Filter {
	return {
		property: { type: 'string', default: '', ...shown },
		condition: (value) => {
			const texts = String(value ?? '')
				.split(',')
				.map((text) => text.trim())
				.filter((text) => text !== '');
			if (texts.length === 1) return compare(field, '=', texts[0]);
			return or(...inList(field, texts));
		},
	};
}

/** A whole number that the field must be. */
export function numberFilter(field: string, shown: Shown): Filter {
	return {
		property: { type: 'number', default: 0, ...shown },
		condition: (value) => (Number(value) > 0 ? compare(field, '=', Number(value)) : ''),
	};
}

/** Text somewhere in any of the fields. */
export function searchFilter(fields: readonly string[], shown: Shown): Filter {
	return {
		property: { type: 'string', default: '', ...shown },
		condition: (value) => {
			const part = String(value ?? '').trim();
			return part === '' ? '' : or(...fields.map((field) => contains(field, part)));
		},
	};
}

/** Created and modified, both ways. */
export const changeDates: Filter[] = [
	dateFilter('createdDate', '>=', {
		displayName: 'Created After',
		name: 'createdAfter',
		description: 'Records created at this moment or later',
	}),
	dateFilter('createdDate', '<', {
		displayName: 'Created Before',
		name: 'createdBefore',
		description: 'Records created before this moment',
	}),
	dateFilter('modifiedDate', '>=', {
		displayName: 'Modified After',
		name: 'modifiedAfter',
		description: 'Records changed at this moment or later',
	}),
	dateFilter('modifiedDate', '<', {
		displayName: 'Modified Before',
		name: 'modifiedBefore',
		description: 'Records last changed before this moment',
	}),
];
