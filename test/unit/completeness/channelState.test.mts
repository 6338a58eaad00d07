import { anOrder, attentionOf, labelsOf, verdictOf } from './anOrder.mts';

describe('orders that Amazon sends', () => {
	const bare = (fulfilledBy: string) => ({
		reference: 'A-1',
		lineItems: [],
		amazon: { status: 'SHIPPED', fulfilledBy },
	});

	it('are checked like others, as in Cin7', () => {
		expect(labelsOf(bare('AMAZON'))).toHaveLength(18);
	});

	it('may be checked for what Amazon does not know better', () => {
		const settings = {
			amazonFulfilled: 'skipDetails' as const,
			alsoRequired: ['phone', 'projectName'],
		};
		expect(labelsOf(bare('AMAZON'), settings)).toEqual(['Line Items', 'Project Name']);
		expect(labelsOf(bare('MERCHANT'), settings)).toHaveLength(20);
	});
});

describe('orders that are not to be sent', () => {
	const amazon = (status: string) => anOrder({ amazon: { status } });

	it.each([
		amazon('CANCELLED'),
		amazon('Canceled'),
		anOrder({ amazon: { fulfillment: { fulfillmentStatus: 'CANCELLED' } } }),
		anOrder({ isVoid: true }),
		anOrder({ status: 'VOID' }),
	])('are cancelled and never complete: %#', (order) => {
		expect(attentionOf(order)).toEqual({
			reason: 'cancelled',
			missing: [],
			summary: 'Order 114-1234567-1234567 is cancelled and is not to be sent.',
		});
		expect(verdictOf(order, { cancelled: 'leaveOut' })).toEqual({
			is: 'leftOut',
			reason: 'cancelled',
		});
		expect(verdictOf(order, { cancelled: 'check' })).toEqual({ is: 'complete' });
	});

	it.each(['PENDING', 'PENDING_AVAILABILITY', 'PendingAvailability'])('are %s', (status) => {
		expect(attentionOf(amazon(status))).toMatchObject({ reason: 'pending', missing: [] });
		expect(attentionOf({ ...amazon(status), email: '' }).summary).toBe(
			'Order 114-1234567-1234567 is not confirmed by Amazon yet and is not to be sent; it lacks Email Address.',
		);
		expect(verdictOf(amazon(status), { pending: 'leaveOut' })).toEqual({
			is: 'leftOut',
			reason: 'pending',
		});
		expect(verdictOf(amazon(status), { pending: 'check' })).toEqual({ is: 'complete' });
	});

	it.each(['UNSHIPPED', 'SHIPPED', ''])('are not %p', (status) => {
		expect(verdictOf(amazon(status))).toEqual({ is: 'complete' });
	});
});

describe('the link to Seller Central', () => {
	const linked = (sellerCentralUrl: unknown) =>
		attentionOf(anOrder({ email: '', amazon: { sellerCentralUrl } })).sellerCentralUrl;

	it.each([
		'https://sellercentral.amazon.com/orders-v3/order/114-1234567-1234567',
		'https://sellercentral-europe.amazon.com/orders-v3/order/114-1234567-1234567',
		'https://sellercentral.amazon.co.uk/orders-v3/order/1',
		'https://sellercentral.amazon.com.au/orders-v3/order/1',
	])('is handed on: %s', (url) => {
		expect(linked(url)).toBe(url);
	});

	it.each([
		'javascript:alert(1)',
		'http://sellercentral.amazon.com/orders-v3/order/1',
		'https://sellercentral.amazon.com.example.com/orders-v3/order/1',
		'https://example.com/https://sellercentral.amazon.com/',
		'https://sellercentral.amazon.com/"onclick="x',
		`https://sellercentral.amazon.com/${'a'.repeat(400)}`,
		7,
		null,
	])('is left out when it leads anywhere else: %p', (url) => {
		expect(linked(url)).toBeUndefined();
	});
});
