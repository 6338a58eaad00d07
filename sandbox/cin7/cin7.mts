// Cin7 Omni's API v1 without sockets: takes requests, answers as Cin7 would, one account behind it.
import { openAccount } from './account.mts';
import type { Account } from './account.mts';
import * as answers from './answers.mts';
import type { Answer, ApiRequest } from './answers.mts';
import type { Clock } from './clock.mts';
import { outcomeOf } from './effects.mts';
import { execute } from './execute.mts';
import { faultList } from './faults.mts';
import type { FaultList } from './faults.mts';
import { history } from './history.mts';
import { keyOf, mayUse } from './keys.mts';
import type { ApiKey } from './keys.mts';
import { refusalMessage, throttle } from './limits.mts';
import type { Limits } from './limits.mts';
import { loadRows } from './load.mts';
import { editAsPerson, ledgerOf } from './person.mts';
import type { Ledger, PersonEdit } from './person.mts';
import type { Wire } from './present.mts';
import { seededRandom } from './random.mts';
import { requestLog } from './requestLog.mts';
import type { RequestLog } from './requestLog.mts';
import type { Method } from './resources/resource.mts';
import { methodsAt, routeOf } from './route.mts';
import type { Route } from './route.mts';
import { changedSettings, defaultSettings } from './settings.mts';
import type { Settings } from './settings.mts';
import { openStore } from './store/store.mts';
import type { Store } from './store/store.mts';
import { realScheduler } from './time.mts';
import type { Scheduler } from './time.mts';
import type { Cin7Rows } from '../scenario/scenario.mts';

/** IIS refuses longer ones by itself (404.15). Counted in characters, without the question mark. */
export const longestQuery = 2048;

export interface Cin7Options {
	/** A path to keep the account in, or a store that is open. In memory when left out. */
	store?: string | Store;
	/** The account's date. Default: real time. */
	clock?: Clock;
	/** How time passes. Default: really. */
	scheduler?: Scheduler;
	/** Decides latencies, commit points and chances of faults. */
	seed?: number;
	/** Default: no limits. */
	limits?: Limits;
	settings?: Partial<Settings>;
	/** Default: one key that may do everything. */
	keys?: ApiKey[];
	/** Loaded when the store is new. */
	rows?: Cin7Rows;
}

export interface Cin7 {
	/** Answers a request. Requests that overlap in time race as they would in Cin7. */
	handle(request: ApiRequest): Promise<Answer>;
	readonly keys: readonly ApiKey[];
	readonly store: Store;
	readonly log: RequestLog;
	readonly faults: FaultList;
	settings(): Settings;
	/** @throws Error that names the setting that does not fit */
	set(changes: Record<string, unknown>): Settings;
	/** Every record of every resource, in wire format. */
	ledger(): Ledger;
	/** What a person does in Cin7's own screens. */
	person(edit: PersonEdit): Wire | undefined;
	/**
	 * Empties the account and loads other rows. Keys and settings stay.
	 * @throws Error when a row does not fit; then everything stays as it was
	 */
	reset(rows: Cin7Rows): void;
	/** The account's date and time. */
	now(): string;
	close(): void;
}

export const exampleKey: ApiKey = {
	name: 'example',
	username: 'exampleUser',
	apiKey: 'example-key',
	permissions: 'all',
};

/** Opens an account, from its file or new with `rows`. @throws Error when a row does not fit */
export function createCin7(options: Cin7Options = {}): Cin7 {
	const scheduler = options.scheduler ?? realScheduler;
	const store =
		typeof options.store === 'object' ? options.store : openStore(options.store ?? ':memory:');
	const random = seededRandom(options.seed ?? 1);
	const keptSettings = store.kept<Settings>('settings') ?? {};
	const settings = changedSettings(defaultSettings, { ...keptSettings, ...options.settings });
	const account: Account = openAccount(store, options.clock ?? { now: Date.now }, settings);
	const keys = options.keys ?? [exampleKey];
	const log = requestLog();
	const faults = faultList(random);
	const limiter = throttle(options.limits);
	const past = history(store);
	store.onChange = (change) => past.note(change, scheduler.now());
	const load = (rows: Cin7Rows | undefined) => {
		const before = account.settings;
		try {
			store.atomically(() => {
				store.empty();
				store.keep('counters', {});
				account.recount();
				if (rows !== undefined) loadRows(account, rows);
				store.keep('settings', account.settings);
				store.keep('loaded', true);
			});
		} catch (cause) {
			account.settings = before;
			account.recount();
			if (!opened) store.close();
			throw cause;
		}
		past.clear();
	};
	let opened = false;
	if (!store.loaded()) load(options.rows);
	opened = true;

	const between = ({ min, max }: { min: number; max: number }) =>
		max > min ? min + random() * (max - min) : min;

	async function serve(request: ApiRequest, key: ApiKey | undefined, route: Route | undefined) {
		const refusal = refused(request, key, route);
		if (refusal !== undefined || route === undefined) {
			return { answer: refusal ?? answers.noSuchPath(request.path), rows: 0 };
		}
		const outcome = outcomeOf(faults.hits(request.method, route.resource.name, request.body));
		const duration = between(account.settings.latency) + outcome.slower;
		const commit = duration > 0 ? duration * between(account.settings.commitPoint) : 0;
		if (commit > 0) await scheduler.after(commit);
		const run = () => execute(account, route, request, outcome.write);
		const done =
			outcome.instead !== undefined
				? { answer: outcome.instead, rows: 0 }
				: outcome.stale > 0 && request.method === 'GET'
					? past.asOf(scheduler.now() - outcome.stale, run)
					: run();
		if (duration > commit) await scheduler.after(duration - commit);
		return { answer: outcome.afterwards?.(done.answer) ?? done.answer, rows: done.rows };
	}

	/** Why a request does not get as far as the account's records, in the order of the checks. */
	function refused(request: ApiRequest, key: ApiKey | undefined, route: Route | undefined) {
		if (request.query.length > longestQuery) return answers.queryTooLong();
		if (key === undefined) return answers.unauthorised();
		const over = limiter.refuses(key.apiKey, scheduler.now());
		if (over !== undefined) {
			const retryAfter = account.settings.retryAfter ? over.retryAfter : undefined;
			return answers.throttled(refusalMessage(over), retryAfter);
		}
		if (route === undefined) return answers.noSuchPath(request.path);
		if (!methodsAt(route).includes(request.method)) return answers.methodNotAllowed(request.method);
		if (!mayUse(key, route.resource.name, request.method as Method)) {
			return answers.forbidden(request.method, route.resource.name);
		}
		return undefined;
	}

	return {
		async handle(request) {
			const started = scheduler.now();
			const at = account.now();
			const key = keyOf(keys, request.headers.authorization);
			const route = routeOf(request.path);
			const { answer, rows } = await serve(request, key, route);
			log.add({
				at,
				key: key?.name ?? null,
				method: request.method,
				resource: route?.resource.name ?? '-',
				path: request.path,
				query: request.query,
				status: answer.status,
				ms: Math.round((scheduler.now() - started) * 10) / 10,
				rows,
			});
			return answer;
		},
		keys,
		store,
		log,
		faults,
		settings: () => account.settings,
		set(changes) {
			account.settings = changedSettings(account.settings, changes);
			store.keep('settings', account.settings);
			return account.settings;
		},
		ledger: () => ledgerOf(account),
		person: (edit) => editAsPerson(account, edit),
		reset(rows) {
			load(rows);
			log.clear();
			faults.clear();
			limiter.clear();
		},
		now: () => account.now(),
		close: () => store.close(),
	};
}
