// Amazon's Selling Partner API and Login with Amazon without sockets: takes requests, answers as Amazon would, one
// seller's account behind it.
import type { ApiRequest } from '../cin7/answers.mts';
import type { Clock } from '../cin7/clock.mts';
import { seededRandom } from '../cin7/random.mts';
import { requestLog } from '../cin7/requestLog.mts';
import type { LoggedRequest, RequestLog } from '../cin7/requestLog.mts';
import { realScheduler } from '../cin7/time.mts';
import type { Scheduler } from '../cin7/time.mts';
import type { AmazonRows } from '../scenario/scenario.mts';
import { nobody } from './account.mts';
import type { AmazonAccount, Seller } from './account.mts';
import type { AmazonAnswer } from './answers.mts';
import { exampleApp } from './apps.mts';
import type { App } from './apps.mts';
import { authorisation, rotateSecret } from './authorisation.mts';
import type { Authorisation } from './authorisation.mts';
import { addOrders, changeOrder, checkedOrder } from './edits.mts';
import type { OrderChange } from './edits.mts';
import { amazonOutcomeOf } from './effects.mts';
import { amazonFaultList } from './faults.mts';
import type { AmazonFaultList } from './faults.mts';
import { letIn } from './letIn.mts';
import { giveToken } from './lwa.mts';
import { operationAt, tokenPath } from './operations.mts';
import type { Order } from './order.mts';
import { rateLimits } from './rateLimits.mts';
import { sealWith } from './seal.mts';
import { changedAmazonSettings, defaultAmazonSettings } from './settings.mts';
import type { AmazonSettings } from './settings.mts';
import { openOrderStore } from './store.mts';
import type { OrderStore } from './store.mts';

export interface AmazonOptions {
	/** A path to keep the account in. In memory when left out. */
	file?: string;
	/** The account's date: of token lives, windows and rate limits. Default: real time. */
	clock?: Clock;
	/** How time passes while a call is answered. Default: really. */
	scheduler?: Scheduler;
	/** Decides request ids, latencies and chances of faults. */
	seed?: number;
	settings?: Partial<AmazonSettings>;
	/** Default: one example. */
	apps?: App[];
	/** 32 bytes in hexadecimal that close tokens. Default: the same for all accounts. */
	tokenKey?: string;
	/** Loaded when the account is new; a function is only called then. */
	rows?: AmazonRows | (() => AmazonRows | undefined);
}

/** A request as it is logged. Tokens, secrets and answers are not. */
export interface AmazonRequest extends LoggedRequest {
	requestId: string;
	userAgent: string | null;
}

export interface Amazon {
	/** Answers a request to either service, by its path. */
	handle(request: ApiRequest): Promise<AmazonAnswer>;
	readonly apps: readonly App[];
	readonly store: OrderStore;
	/** Resources are operations: `GET searchOrders`, `POST token`. */
	readonly log: RequestLog;
	readonly faults: AmazonFaultList;
	seller(): Seller;
	settings(): AmazonSettings;
	/** @throws Error that names the setting that does not fit */
	set(changes: Record<string, unknown>): AmazonSettings;
	setRoles(roles: string[]): Seller;
	/** What the seller or the developer does in Seller Central. */
	authorise(change: Authorisation): void;
	/** A new secret for an application; the old one works on for `graceMs` milliseconds. */
	rotateSecret(app: string, graceMs?: number): App;
	/** @throws Error that names the order and what does not fit */
	addOrders(orders: unknown): Order[];
	/** @throws Error that names the order and what does not fit */
	changeOrder(change: OrderChange): Order;
	/** Empties the account and loads other rows. Credentials and settings stay; authorisations are given again. */
	reset(rows: AmazonRows | undefined): void;
	loaded(): boolean;
	/** The account's date and time. */
	now(): string;
	close(): void;
}

/** Opens an account, from its file or new with `rows`. @throws Error when an order does not fit */
export function createAmazon(options: AmazonOptions = {}): Amazon {
	const clock = options.clock ?? { now: Date.now };
	const scheduler = options.scheduler ?? realScheduler;
	const random = seededRandom(options.seed ?? 1);
	const store = openOrderStore(options.file ?? ':memory:');
	const account: AmazonAccount = {
		store,
		seal: sealWith(options.tokenKey ?? '5a'.repeat(32)),
		apps: store.kept<App[]>('apps') ?? (options.apps ?? [exampleApp]).map((app) => ({ ...app })),
		seller: store.kept<Seller>('seller') ?? nobody,
		settings: changedAmazonSettings(defaultAmazonSettings, {
			...store.kept<AmazonSettings>('settings'),
			...options.settings,
		}),
		now: () => clock.now(),
	};
	const log = requestLog();
	const faults = amazonFaultList(random);
	const limits = rateLimits();

	const load = ({ orders, ...seller }: AmazonRows) => {
		const checked = orders.map((order, index) => checkedOrder(order, `amazon.orders[${index}]`));
		store.atomically(() => {
			store.empty();
			for (const order of checked) store.put(order);
			store.keep('loaded', true);
			store.keep('seller', seller);
		});
		account.seller = seller;
	};
	if (store.kept('loaded') !== true) {
		try {
			const rows = typeof options.rows === 'function' ? options.rows() : options.rows;
			load(rows ?? nobody);
		} catch (cause) {
			store.close();
			throw cause;
		}
	}

	async function serve(request: ApiRequest, name: string) {
		const outcome = amazonOutcomeOf(faults.hits(name, request.query), request.query);
		for (const done of outcome.before) {
			if (typeof done === 'object') removeRole(done.removeRole);
			else authorise({ [done === 'revokeToken' ? 'revoked' : 'expireTokens']: true });
		}
		const { min, max } = account.settings.latency;
		const duration = min + random() * Math.max(0, max - min) + outcome.slower;
		if (duration > 0) await scheduler.after(duration);
		if (outcome.instead !== undefined) return { answer: outcome.instead, app: null, rows: 0 };
		const served =
			name === 'token'
				? { answer: giveToken(account, request), app: null, rows: 0 }
				: letIn(account, limits, request);
		return { ...served, answer: outcome.afterwards?.(served.answer) ?? served.answer };
	}

	const setRoles = (roles: string[]) => {
		account.seller = { ...account.seller, roles };
		store.keep('seller', account.seller);
		return account.seller;
	};
	const removeRole = (role: string) =>
		void setRoles(account.seller.roles.filter((name) => name !== role));
	const authorise = (change: Authorisation) => {
		account.apps = authorisation(account.apps, change);
		store.keep('apps', account.apps);
	};

	return {
		async handle(request) {
			const started = scheduler.now();
			const at = new Date(clock.now()).toISOString();
			const isToken = request.path === tokenPath;
			const name = isToken ? 'token' : (operationAt(request.method, request.path)?.name ?? '-');
			const requestId = uuid(random);
			const { answer, app, rows } = await serve(request, name);
			const entry: AmazonRequest = {
				at,
				key: app,
				method: request.method,
				resource: name,
				path: request.path,
				query: request.query,
				status: answer.status,
				ms: Math.round((scheduler.now() - started) * 10) / 10,
				rows,
				requestId,
				userAgent: request.headers['user-agent'] ?? null,
			};
			log.add(entry);
			return { ...answer, headers: { ...answer.headers, 'x-amzn-RequestId': requestId } };
		},
		get apps() {
			return account.apps;
		},
		store,
		log,
		faults,
		seller: () => account.seller,
		settings: () => account.settings,
		set(changes) {
			account.settings = changedAmazonSettings(account.settings, changes);
			store.keep('settings', account.settings);
			return account.settings;
		},
		setRoles,
		authorise,
		rotateSecret(name, graceMs) {
			account.apps = rotateSecret(account.apps, name, clock.now(), graceMs);
			store.keep('apps', account.apps);
			return account.apps.find((app) => app.name === name) as App;
		},
		addOrders: (orders) => addOrders(account, orders),
		changeOrder: (change) => changeOrder(account, change),
		reset(rows) {
			load(rows ?? nobody);
			authorise({ revoked: false });
			log.clear();
			faults.clear();
			limits.clear();
		},
		loaded: () => store.kept('loaded') === true,
		now: () => new Date(clock.now()).toISOString(),
		close: () => store.close(),
	};
}

/** A request id in the usual form. */
function uuid(random: () => number): string {
	const digit = () => Math.floor(random() * 16).toString(16);
	return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', digit);
}
