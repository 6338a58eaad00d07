// The control API's Amazon half: the orders as the service holds them, what happens to them, who may see what, and
// what goes wrong.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Amazon } from '../amazon/amazon.mts';
import type { Authorisation } from '../amazon/authorisation.mts';
import type { OrderChange } from '../amazon/edits.mts';
import { readAmazonFault } from '../amazon/faults.mts';
import type { Order } from '../amazon/order.mts';
import { amazonOrders } from '../scenario/amazon/orders.mts';
import type { AmazonOrdersOptions } from '../scenario/amazon/orders.mts';

/** The routes below `/control/amazon`. What does not fit is answered with 400. */
export function amazonControl(amazon: Amazon) {
	return async function routes(app: FastifyInstance): Promise<void> {
		const account = () => ({ now: amazon.now(), ...amazon.seller(), apps: appsOf(amazon) });

		app.get('/account', async () => account());
		app.post('/roles', async (request) => {
			const { roles } = bodyOf(request);
			if (!Array.isArray(roles) || !roles.every((role) => typeof role === 'string')) {
				throw new Error('roles must be an array of role names.');
			}
			amazon.setRoles(roles as string[]);
			return account();
		});
		app.post('/authorisation', async (request) => {
			amazon.authorise(bodyOf(request) as Authorisation);
			return account();
		});
		app.post('/secret', async (request) => {
			const { app: name = 'amazon', graceMs } = bodyOf(request);
			if (graceMs !== undefined && typeof graceMs !== 'number') {
				throw new Error('graceMs must be a number of milliseconds.');
			}
			const { clientId, clientSecret } = amazon.rotateSecret(String(name), graceMs);
			return { clientId, clientSecret };
		});

		app.get('/orders', async () => ({ orders: amazon.store.list(Number.MAX_SAFE_INTEGER, 0) }));
		app.get<{ Params: { orderId: string } }>('/orders/:orderId', async (request, reply) => {
			const order = amazon.store.latest(request.params.orderId);
			return order ?? reply.code(404).send({ message: 'There is no such order.' });
		});
		app.post('/orders', async (request) => {
			const { orders, generate } = bodyOf(request);
			const added = amazon.addOrders(generate === undefined ? orders : generated(generate));
			return { added: added.length };
		});
		app.post<{ Params: { orderId: string } }>('/orders/:orderId', async (request) => {
			const { set = {}, items } = bodyOf(request);
			const change = { orderId: request.params.orderId, set, items } as OrderChange;
			return amazon.changeOrder(change);
		});

		app.get('/settings', async () => amazon.settings());
		app.post('/settings', async (request) => amazon.set(bodyOf(request)));

		app.get('/faults', async () => ({ faults: amazon.faults.list() }));
		app.post('/faults', async (request) => {
			const given: unknown = request.body;
			for (const fault of (Array.isArray(given) ? given : [given]).map(readAmazonFault)) {
				amazon.faults.add(fault);
			}
			return { faults: amazon.faults.list() };
		});
		app.delete('/faults', async () => {
			amazon.faults.clear();
			return { faults: [] };
		});

		app.get('/log', async () => ({
			total: amazon.log.total(),
			counts: amazon.log.counts(),
			requests: amazon.log.list(),
		}));
		app.post('/log/clear', async () => {
			amazon.log.clear();
			return { total: 0 };
		});
	};
}

/** Ordinary orders, made from a seed. Numbers start where those of the default scenario do not reach. */
function generated(given: unknown): Order[] {
	const { count, from, until, seed, first = 2_000_000 } = (given ?? {}) as AmazonOrdersOptions;
	if (!Number.isInteger(count) || count < 1 || count > 100_000) {
		throw new Error('generate.count must be a whole number from 1 to 100000.');
	}
	return amazonOrders({ count, from, until, seed, first });
}

/** The applications, without their credentials. */
function appsOf(amazon: Amazon) {
	return amazon.apps.map(({ name, clientId, roles, revoked }) => ({
		name,
		clientId,
		roles,
		revoked,
	}));
}

function bodyOf(request: FastifyRequest): Record<string, unknown> {
	const body: unknown = request.body ?? {};
	if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
		return body as Record<string, unknown>;
	}
	throw new Error('The body must be a JSON object.');
}
