// What was asked of the API: who, what, how it ended, how long it took. Keys and bodies are not kept.

export interface LoggedRequest {
	/** The account's date and time of arrival. */
	at: string;
	/** Name of the key, or null when it was none of the account's. */
	key: string | null;
	method: string;
	resource: string;
	path: string;
	query: string;
	/** 0 when no answer was sent. */
	status: number;
	ms: number;
	/** Records answered or written. */
	rows: number;
}

const most = 50_000;

export interface RequestLog {
	add(request: LoggedRequest): void;
	list(): LoggedRequest[];
	/** How many requests of each kind, as `GET Payments`. */
	counts(): Record<string, number>;
	total(): number;
	clear(): void;
}

export function requestLog(): RequestLog {
	let requests: LoggedRequest[] = [];
	let counts: Record<string, number> = {};
	let total = 0;
	return {
		add(request) {
			requests.push(request);
			if (requests.length > most) requests = requests.slice(most / 10);
			const kind = `${request.method} ${request.resource}`;
			counts[kind] = (counts[kind] ?? 0) + 1;
			total += 1;
		},
		list: () => [...requests],
		counts: () => ({ ...counts }),
		total: () => total,
		clear() {
			requests = [];
			counts = {};
			total = 0;
		},
	};
}
