// The credentials that a sandbox makes for itself once and then keeps: of each service for those who call it.
import { randomBytes } from 'node:crypto';
import { newApp } from './amazon/apps.mts';
import type { App } from './amazon/apps.mts';
import type { ApiKey } from './cin7/keys.mts';
import type { Store } from './cin7/store/store.mts';

export interface Secrets {
	keys: ApiKey[];
	smtp: { user: string; password: string };
	amazon: {
		apps: App[];
		/** Closes access and pagination tokens. */
		tokenKey: string;
	};
}

/** The credentials of the store; what it does not have yet is made and kept. */
export function secretsOf(store: Store): Secrets {
	const kept = store.kept<Partial<Secrets>>('secrets');
	const secrets: Secrets = {
		keys: kept?.keys ?? newKeys(),
		smtp: kept?.smtp ?? { user: 'sandbox', password: key() },
		amazon: kept?.amazon ?? {
			apps: [newApp('amazon', 'account'), newApp('amazonWithoutPersonalData', 'unrestricted')],
			tokenKey: randomBytes(32).toString('hex'),
		},
	};
	store.keep('secrets', secrets);
	return secrets;
}

function newKeys(): ApiKey[] {
	const username = 'sandboxOmniAPI';
	return [
		{ name: 'cin7', username, apiKey: key(), permissions: 'all' },
		{
			name: 'cin7WithoutPayments',
			username,
			apiKey: key(),
			permissions: {
				SalesOrders: ['GET', 'POST', 'PUT'],
				CreditNotes: ['GET', 'POST', 'PUT'],
				Products: ['GET', 'POST', 'PUT'],
				Branches: ['GET', 'POST', 'PUT'],
				Contacts: ['GET', 'POST', 'PUT', 'DELETE'],
				Users: ['GET'],
			},
		},
		{
			name: 'cin7WithoutSalesOrders',
			username,
			apiKey: key(),
			permissions: { Payments: ['GET'], Branches: ['GET'] },
		},
	];
}

function key(): string {
	return randomBytes(16).toString('hex');
}
