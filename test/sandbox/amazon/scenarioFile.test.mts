// What is said of the Amazon part of a scenario file that does not fit.
import { checkScenario } from '../../../sandbox/scenario/load.mts';
import { emptyScenario } from '../../../sandbox/scenario/scenario.mts';
import { plainOrder, rowsWith, start } from './openSeller.mts';

it.each<[unknown, string]>([
	[[], 'amazon must be an object.'],
	[{ ...rowsWith([]), shop: 1 }, 'amazon.shop is not a part of it.'],
	[{ ...rowsWith([]), sellerId: '' }, 'amazon.sellerId must be a text.'],
	[{ ...rowsWith([]), roles: [1] }, 'amazon.roles must be an array of role names.'],
	[
		{ ...rowsWith([]), marketplaceParticipations: [{}] },
		'marketplaceParticipations[0].marketplace.id',
	],
	[{ ...rowsWith([]), orders: {} }, 'amazon.orders must be an array.'],
	[
		rowsWith([plainOrder(1), plainOrder(1)]),
		'amazon.orders[1].orderId 503-0000000-0000001 is given twice.',
	],
	[
		rowsWith([plainOrder(1, { createdTime: '2026-06-01' })]),
		'amazon.orders[0].createdTime must be a time',
	],
	[
		rowsWith([plainOrder(1, { createdTime: start })]),
		'lastUpdatedTime must not be before createdTime.',
	],
	[rowsWith([plainOrder(1, { orderItems: [{}] })]), 'orderItems[0].quantityOrdered'],
	[rowsWith([plainOrder(1, { fulfillment: {} })]), 'fulfillment.fulfillmentStatus must be a text.'],
])('refuses a scenario: %#', (amazon, message) => {
	expect(() => checkScenario({ ...emptyScenario(start), amazon })).toThrow(message);
});
