// The control API: look at the account from outside the API, move its clock, make things go wrong.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readInstant } from '../cin7/instant.mts';
import { readFault } from '../cin7/faults.mts';
import type { PersonEdit } from '../cin7/person.mts';
import type { Sandbox } from '../sandbox.mts';
import { checkScenario } from '../scenario/load.mts';
import { amazonControl } from './amazon.mts';

/** The routes, each one line of the README's table. What does not fit is answered with 400. */
export function control(sandbox: Sandbox) {
	const { cin7, amazon, clock, mailbox } = sandbox;
	const clockNow = () => ({ now: cin7.now(), running: clock.state().running });

	return async function routes(app: FastifyInstance): Promise<void> {
		app.get('/ledger', async () => ({ now: cin7.now(), ...cin7.ledger() }));

		app.post('/reset', async (request) => {
			const given = bodyOf(request).scenario;
			const scenario = given === undefined ? sandbox.scenario() : checkScenario(given);
			if (given !== undefined) clock.set(Date.parse(scenario.now));
			cin7.reset(scenario.cin7);
			amazon.reset(scenario.amazon);
			const amazonOrders = scenario.amazon?.orders.length ?? 0;
			return { now: cin7.now(), ...counted(cin7.ledger()), amazonOrders };
		});

		app.get('/clock', async () => clockNow());
		app.post('/clock', async (request) => {
			const { now, advance, running } = bodyOf(request);
			// Stopped first, so that it stands at exactly the instant given.
			if (running !== undefined) clock.run(running === true);
			if (now !== undefined) clock.set(readTime(now));
			if (advance !== undefined) {
				if (typeof advance !== 'number')
					throw new Error('advance must be a number of milliseconds.');
				clock.advance(advance);
			}
			cin7.store.keep('clock', clock.state());
			return clockNow();
		});

		app.get('/log', async () => ({
			total: cin7.log.total(),
			counts: cin7.log.counts(),
			requests: cin7.log.list(),
		}));
		app.post('/log/clear', async () => {
			cin7.log.clear();
			return { total: 0 };
		});

		app.get('/faults', async () => ({ faults: cin7.faults.list() }));
		app.post('/faults', async (request) => {
			const given: unknown = request.body;
			const faults = (Array.isArray(given) ? given : [given]).map(readFault);
			for (const fault of faults) cin7.faults.add(fault);
			return { faults: cin7.faults.list() };
		});
		app.delete('/faults', async () => {
			cin7.faults.clear();
			return { faults: [] };
		});

		app.get('/settings', async () => cin7.settings());
		app.post('/settings', async (request) => cin7.set(bodyOf(request)));

		app.post('/person', async (request) => {
			const edit = bodyOf(request) as unknown as PersonEdit;
			if (typeof edit.resource !== 'string')
				throw new Error('resource must be given, such as Payments.');
			return { record: cin7.person(edit) ?? null };
		});

		await app.register(amazonControl(amazon), { prefix: '/amazon' });

		app.get('/mail', async () => ({ mail: mailbox.list() }));
	};
}

function bodyOf(request: FastifyRequest): Record<string, unknown> {
	const body: unknown = request.body ?? {};
	if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
		return body as Record<string, unknown>;
	}
	throw new Error('The body must be a JSON object.');
}

function readTime(given: unknown): number {
	const instant = typeof given === 'string' ? readInstant(given) : undefined;
	if (instant === undefined)
		throw new Error('now must be an instant such as 2026-06-02T01:30:00Z.');
	return Date.parse(instant);
}

function counted(ledger: Record<string, unknown[]>): Record<string, number> {
	return Object.fromEntries(Object.entries(ledger).map(([key, rows]) => [key, rows.length]));
}
