import fc from 'fast-check';
import { plan } from '../../../lib/batching/plan';
import { readingAt, someAccount } from './arbitraries.mts';
it('stats', () => {
	const n: Record<string, number> = { plans: 0 };
	let ms = 0;
	for (const a of fc.sample(someAccount, 1000)) {
		const r = readingAt(a, a.at);
		const t = performance.now();
		const p = plan(a.settings, r, a.at);
		ms += performance.now() - t;
		n.plans++;
		n.orders = (n.orders ?? 0) + a.salesOrders.length + a.creditNotes.length;
		n.batches = (n.batches ?? 0) + p.batches.length;
		const m = p.batches.flatMap((b) => b.members);
		n.members = (n.members ?? 0) + m.length;
		n.split = (n.split ?? 0) + m.length - new Set(m.map((x) => x.orderId)).size;
		for (const s of p.skipped) n[s.reason] = (n[s.reason] ?? 0) + 1;
	}
	console.log(n, ms / 1000, 'ms per plan');
});
