// The sandbox as one thing: the accounts, their APIs, the mailbox, the control API and the page.
import { createAmazon } from './amazon/amazon.mts';
import type { Amazon } from './amazon/amazon.mts';
import type { App } from './amazon/apps.mts';
import { listenLwa, listenSpApi } from './amazon/listen.mts';
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
import { secretsOf } from './secrets.mts';

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
	amazon: Amazon;
	clock: AccountClock;
	mailbox: Mailbox;
	/** The scenario a reset goes back to. */
	scenario: () => Scenario;
}

/** Starts everything. `line` is what the first line of output says. */
export async function startSandbox(options: SandboxOptions) {
	const store = openStore(options.state ?? ':memory:');
	const secrets = secretsOf(store);
	const isNew = !store.loaded();
	const scenario = isNew ? options.scenario() : undefined;
	const clock = clockFrom(store, options.now ?? scenario?.now);
	const limits = options.limits === 'real' ? realLimits : undefined;
	const rows = scenario?.cin7;
	const cin7 = createCin7({ store, clock, seed: options.seed, limits, keys: secrets.keys, rows });
	const amazon = createAmazon({
		...secrets.amazon,
		file: options.state,
		clock,
		seed: options.seed,
		settings: { limits: options.limits },
		// An account kept by a sandbox without Amazon gets it now.
		rows: () => (scenario ?? options.scenario()).amazon,
	});
	if (isNew) {
		cin7.set({ latency: { min: 2, max: 12 } });
		amazon.set({ latency: { min: 2, max: 12 } });
	}
	const sandbox: Sandbox = {
		cin7,
		amazon,
		clock,
		mailbox: mailbox(store, () => cin7.now()),
		scenario: scenario ? () => scenario : options.scenario,
	};
	const port = (n: number) => (options.port === 0 ? 0 : options.port + n);
	const api = await listenCin7(cin7, port(0));
	const smtp = await listenMail(sandbox.mailbox, secrets.smtp, port(1));
	const control = await listenControl(sandbox, port(2));
	const spApi = await listenSpApi(amazon, port(3));
	const lwa = await listenLwa(amazon, port(4));
	const seller = ({ clientId, clientSecret, refreshToken }: App) => ({
		clientId,
		clientSecret,
		refreshToken,
		region: 'custom',
		spApiUrl: spApi.url,
		lwaUrl: lwa.url,
	});
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
			amazon: spApi.url,
			lwa: lwa.url,
			smtp: `smtp://127.0.0.1:${smtp.port}`,
			control: `${control.url}/control`,
			page: `${control.url}/`,
			credentials: {
				cin7: credential(secrets.keys[0]),
				cin7WithoutPayments: credential(secrets.keys[1]),
				cin7WithoutSalesOrders: credential(secrets.keys[2]),
				amazon: seller(amazon.apps[0]),
				amazonWithoutPersonalData: seller(amazon.apps[1]),
				smtp: { ...secrets.smtp, host: '127.0.0.1', port: smtp.port, secure: false },
			},
		},
		async stop() {
			store.keep('clock', clock.state());
			const services = [api, smtp, control, spApi, lwa];
			await Promise.all(services.map((service) => service.stop()));
			amazon.close();
			store.close();
		},
	};
}

function clockFrom(store: Store, now: string | undefined): AccountClock {
	const clock = accountClock(now === undefined ? Date.now() : Date.parse(now), true);
	const kept = store.kept<ClockState>('clock');
	if (kept !== undefined && now === undefined) clock.restore(kept);
	else store.keep('clock', clock.state());
	return clock;
}
