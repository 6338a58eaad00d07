// The sandbox as one thing: the account, its API, its mailbox, its control API and its page.
import { randomBytes } from 'node:crypto';
import { createCin7 } from './cin7/cin7.mts';
import type { Cin7 } from './cin7/cin7.mts';
import { accountClock } from './cin7/clock.mts';
import type { AccountClock, ClockState } from './cin7/clock.mts';
import type { ApiKey } from './cin7/keys.mts';
import { realLimits } from './cin7/limits.mts';
import { listenCin7 } from './cin7/listen.mts';
import { openStore } from './cin7/store/store.mts';
import type { Store } from './cin7/store/store.mts';
import { listenControl } from './control/listen.mts';
import { listenMail } from './mail/smtp.mts';
import { mailbox } from './mail/mailbox.mts';
import type { Mailbox } from './mail/mailbox.mts';
import type { Scenario } from './scenario/scenario.mts';

export interface SandboxOptions {
	/** Loaded when the state is new. */
	scenario: () => Scenario;
	/** The instant at which the account's clock starts. Default: as kept, or the scenario's `now`. */
	now?: string;
	/** The API's port, the others follow; 0 takes free ones. */
	port: number;
	limits: 'real' | 'off';
	/** SQLite file to keep everything in, or undefined to keep nothing. */
	state?: string;
	seed: number;
}

/** What a running sandbox consists of, for its control API and page. */
export interface Sandbox {
	cin7: Cin7;
	clock: AccountClock;
	mailbox: Mailbox;
	/** The scenario a reset goes back to. */
	scenario: () => Scenario;
}

interface Secrets {
	keys: ApiKey[];
	smtp: { user: string; password: string };
}

/** Starts everything. `line` is what the first line of output says. */
export async function startSandbox(options: SandboxOptions) {
	const store = openStore(options.state ?? ':memory:');
	const secrets = store.kept<Secrets>('secrets') ?? newSecrets(store);
	const isNew = !store.loaded();
	const scenario = isNew ? options.scenario() : undefined;
	const clock = clockFrom(store, options.now ?? scenario?.now);
	const limits = options.limits === 'real' ? realLimits : undefined;
	const rows = scenario?.cin7;
	const cin7 = createCin7({ store, clock, seed: options.seed, limits, keys: secrets.keys, rows });
	if (isNew) cin7.set({ latency: { min: 2, max: 12 } });
	const sandbox: Sandbox = {
		cin7,
		clock,
		mailbox: mailbox(store, () => cin7.now()),
		scenario: scenario ? () => scenario : options.scenario,
	};
	const port = (n: number) => (options.port === 0 ? 0 : options.port + n);
	const api = await listenCin7(cin7, port(0));
	const smtp = await listenMail(sandbox.mailbox, secrets.smtp, port(1));
	const control = await listenControl(sandbox, port(2));
	const most = (count: number | undefined) => count ?? 0;
	const credential = ({ username, apiKey }: ApiKey) => ({
		username,
		apiKey,
		baseUrl: api.url,
		requestsPerSecond: most(limits?.perSecond),
		requestsPerMinute: most(limits?.perMinute),
		requestsPerDay: most(limits?.perDay),
	});
	return {
		line: {
			cin7: api.url,
			amazon: null,
			lwa: null,
			smtp: `smtp://127.0.0.1:${smtp.port}`,
			control: `${control.url}/control`,
			page: `${control.url}/`,
			credentials: {
				cin7: credential(secrets.keys[0]),
				cin7WithoutPayments: credential(secrets.keys[1]),
				cin7WithoutSalesOrders: credential(secrets.keys[2]),
				smtp: { ...secrets.smtp, host: '127.0.0.1', port: smtp.port, secure: false },
			},
		},
		async stop() {
			store.keep('clock', clock.state());
			await Promise.all([api.stop(), smtp.stop(), control.stop()]);
			store.close();
		},
	};
}

function newSecrets(store: Store): Secrets {
	const key = () => randomBytes(16).toString('hex');
	const username = 'sandboxOmniAPI';
	const secrets: Secrets = {
		keys: [
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
		],
		smtp: { user: 'sandbox', password: key() },
	};
	store.keep('secrets', secrets);
	return secrets;
}

function clockFrom(store: Store, now: string | undefined): AccountClock {
	const clock = accountClock(now === undefined ? Date.now() : Date.parse(now), true);
	const kept = store.kept<ClockState>('clock');
	if (kept !== undefined && now === undefined) clock.restore(kept);
	else store.keep('clock', clock.state());
	return clock;
}
