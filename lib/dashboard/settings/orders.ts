/** The settings of the bots that look after orders in words: what is downloaded, checked and saved. */
import { byExpression, collection, inText, inTexts, isExpression, type Setting } from './setting';

type Parameters = Record<string, unknown>;

/** Of a Download Amazon Orders node. */
export function downloadSettings(parameters: Parameters): Setting[] {
	if (isExpression(parameters.operation)) return [{ label: 'Download', texts: [byExpression] }];
	if (parameters.operation === 'getById') return [];
	const marketplaces = inTexts(parameters.marketplaces);
	const after = inText(parameters.updatedAfter);
	return [
		{ label: 'Orders updated after', texts: [after || 'where the last download stopped'] },
		{
			label: 'Marketplaces',
			texts: [
				marketplaces.length === 0
					? 'all'
					: marketplaces.includes(byExpression)
						? byExpression
						: `${marketplaces.length} chosen`,
			],
		},
		{
			label: 'Names and addresses',
			texts: [
				isExpression(parameters.personalData)
					? byExpression
					: parameters.personalData === true
						? 'downloaded'
						: 'not downloaded',
			],
		},
	];
}

/** Of a Validate Order node. */
export function checkSettings(parameters: Parameters): Setting[] {
	const required = inTexts(parameters.requiredData);
	const texts = required.map((value) => requiredData[value] ?? value);
	return texts.length === 0 ? [] : [{ label: 'Checked for', texts: [texts.join(', ')] }];
}

/** Of a Set Order Stage node. */
export function stageSettings(parameters: Parameters): Setting[] {
	const operation = parameters.operation ?? 'applyDefaults';
	if (operation === 'hold') {
		return [{ label: 'Incomplete orders', texts: ['held as Needs Attention'] }];
	}
	if (operation !== 'applyDefaults') return [];
	const threePl = inText(parameters.defaultThreePlStatus);
	const dispatch = parameters.autoDispatch;
	return [
		{ label: 'Default Stage', texts: [inText(parameters.defaultStage) || 'New'] },
		{
			label: 'Auto Dispatch Orders',
			texts: [isExpression(dispatch) ? byExpression : dispatch === true ? 'yes' : 'no'],
		},
		{ label: 'Default 3PL Status', texts: [threePl || 'left to Cin7'] },
	];
}

/** Of a Settings node (Edit Fields) that says who is told: whether, not whom. */
export function alertSettings(parameters: Parameters): Setting[] {
	const { assignments } = collection(parameters.assignments);
	const given = Array.isArray(assignments) ? assignments.map(collection) : [];
	const address = given.find(({ name }) => name === 'alertEmail' || name === 'emailTo');
	if (address === undefined) return [];
	const to = inText(address.value);
	const text = to === byExpression ? `to an address ${byExpression}` : to === '' ? 'no' : 'yes';
	return [{ label: 'E-mail', texts: [text] }];
}

const requiredData: Record<string, string> = {
	contact: 'name and e-mail',
	deliveryAddress: 'delivery address',
	billingAddress: 'billing address',
	lineItems: 'line items',
};
