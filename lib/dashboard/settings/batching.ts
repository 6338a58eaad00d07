/** The settings of a Batch Ecommerce Orders bot in words, in the order of its panel. */
import { byExpression, collection, inText, inTexts, isExpression, type Setting } from './setting';

/** @param parameters of its Batch Ecommerce Orders node; what stands at its default may be absent */
export function batchingSettings(parameters: Record<string, unknown>): Setting[] {
	const options = collection(parameters.options);
	const days = inText(options.lookBackDays) || '30';
	return [
		{ label: 'On schedule', texts: [onSchedule(parameters)] },
		{ label: 'Payments and cut-offs', texts: rows(parameters.batchingOptions) },
		{ label: 'Branches', texts: [branches(parameters.branches)] },
		{ label: 'Booked in', texts: [posting(parameters.posting)] },
		{
			label: 'Batches',
			texts: [options.batchPer === 'run' ? 'one for everything due in a run' : 'one per day'],
		},
		{ label: 'Look-back', texts: [days === byExpression ? days : `${days} days`] },
		{ label: 'Summary e-mail', texts: [summaryEmail(parameters.summaryEmail)] },
	];
}

/** What it does when nobody asks for anything else: a fixed On Demand goes before the operation. */
function onSchedule({ operation, onDemand }: Record<string, unknown>): string {
	const fixed = isExpression(onDemand) ? '' : inText(onDemand).toLowerCase();
	const does = fixed === '' ? operation : fixed;
	if (isExpression(does)) return byExpression;
	return does === 'run' ? 'Run: makes the batches in Cin7' : 'Preview: changes nothing in Cin7';
}

function rows(batchingOptions: unknown): string[] {
	if (isExpression(batchingOptions)) return [byExpression];
	const { rows: given } = collection(batchingOptions);
	if (isExpression(given)) return [byExpression];
	const texts = Array.isArray(given) ? given.map(rowInWords) : [];
	return texts.length === 0 ? ['none chosen yet'] : texts;
}

function rowInWords(given: unknown): string {
	const { channel, paymentType, cutOff, cutOffTime } = collection(given);
	const who = `${inText(channel) || 'no channel yet'}, ${inText(paymentType) || 'no payment type yet'}`;
	return `${who}: ${cutOffInWords(cutOff, cutOffTime)}`;
}

function cutOffInWords(cutOff: unknown, time: unknown): string {
	if (cutOff === 'ignore') return 'ignored';
	if (cutOff === 'endOfDay') return 'end of day';
	if (isExpression(cutOff)) return byExpression;
	return `before ${time === undefined ? '11:00' : inText(time)}`;
}

/** Branches are chosen by name and kept by ID, so their names are not at hand here. */
function branches(chosen: unknown): string {
	const ids = inTexts(chosen);
	if (ids.length === 0) return 'every branch';
	if (ids.includes(byExpression)) return byExpression;
	return `${ids.length === 1 ? 'only the branch' : 'only the branches'} with ID ${ids.join(', ')}`;
}

function posting(value: unknown): string {
	if (isExpression(value)) return byExpression;
	return value === 'external'
		? 'external accounting, by the nodes that follow'
		: 'Cin7, as a batch order';
}

/** Whose address it is stays in n8n. */
function summaryEmail(value: unknown): string {
	const to = inText(value);
	if (to === byExpression) return `to an address ${byExpression}`;
	return to === '' ? 'no' : 'yes';
}
