import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Cin7OmniApi } from '../../../credentials/Cin7OmniApi.credentials';

const credential = new Cin7OmniApi();

function textFor(status: number): string {
	const rule = credential.test.rules?.find(
		({ properties }) => 'value' in properties && properties.value === status,
	);
	return rule?.properties.message ?? '';
}

describe('the Cin7 Omni API credential', () => {
	it('asks for what it needs, with the limits that Cin7 has', () => {
		const defaults = Object.fromEntries(
			credential.properties.map(({ name, default: value }) => [name, value]),
		);
		expect(defaults).toEqual({
			username: '',
			apiKey: '',
			baseUrl: 'https://api.cin7.com/api/v1',
			requestsPerSecond: 3,
			requestsPerMinute: 60,
			requestsPerDay: 5000,
			doNotTransferStatus: '',
		});
		const key = credential.properties.find(({ name }) => name === 'apiKey');
		expect(key?.typeOptions).toEqual({ password: true });
	});

	it('tests itself by reading one sales order', () => {
		expect(credential.test.request).toMatchObject({
			url: '/SalesOrders',
			qs: { fields: 'id', rows: 1 },
		});
	});

	it('says what is wrong, and where to put it right', () => {
		expect(textFor(401)).toMatch(/Username and Connection Key.*Integrations > API v1/);
		expect(textFor(403)).toMatch(/may not read Sales Orders.*Integrations > API v1/);
		expect(textFor(404)).toContain('Base URL');
		for (const { properties } of credential.test.rules ?? []) {
			expect(properties.message).not.toMatch(/error|problem|failure|mistake/i);
		}
	});

	it('has its icons beside it', () => {
		for (const file of Object.values(credential.icon)) {
			const name = file.replace('file:', '');
			expect(existsSync(join(import.meta.dirname, '../../../credentials', name))).toBe(true);
		}
	});
});
