/** One setting of a bot as the dashboard shows it, and how parameters of n8n nodes become words. */

export interface Setting {
	label: string;
	/** One text, or several that make a list. */
	texts: string[];
}

/** What an expression gives is known only when the bot runs. */
export const byExpression = 'worked out by an expression';

/** A text, number or resource locator in words; empty for nothing chosen. */
export function inText(value: unknown): string {
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string') return isExpression(value) ? byExpression : value.trim();
	if (typeof value !== 'object' || value === null || !('value' in value)) return '';
	const chosen = inText(value.value);
	const name = 'cachedResultName' in value ? inText(value.cachedResultName) : '';
	return chosen === '' || chosen === byExpression || name === '' ? chosen : name;
}

/** A choice of several; an expression stands for them all. */
export function inTexts(value: unknown): string[] {
	if (Array.isArray(value)) return value.map(inText).filter((text) => text !== '');
	const text = inText(value);
	return text === '' ? [] : text.split(',').map((part) => part.trim());
}

export function isExpression(value: unknown): boolean {
	return typeof value === 'string' && value.startsWith('=');
}

/** A collection of parameters, such as Options. */
export function collection(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}
