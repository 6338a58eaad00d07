// The form for orders that need attention, published in a real n8n, and a browser that is signed in there.
import { publishWorkflow, type SavedWorkflow } from '../../sandbox/n8n/workflows.mts';
import { openFormBrowser, type FormPage } from './formInBrowser.mts';
import { codes } from './heldOrders.mts';
import { openShop, type Shop } from './needsAttention.mts';

export interface HeldOrdersForm {
	shop: Shop;
	workflow: SavedWorkflow;
	address: string;
	/** Its first page. */
	open(): Promise<FormPage>;
	/** The page of an order that is chosen from the list. */
	choose(order: string): Promise<FormPage>;
	close(): Promise<void>;
}

export async function openHeldOrdersForm(): Promise<HeldOrdersForm> {
	const shop = await openShop();
	const browser = await openFormBrowser(shop.session.authCookie);
	const { uponCompletion, doNotTransfer } = codes;
	const workflow = await shop.bot('needs-attention-fix-by-hand', {
		cin7OrderPage: 'https://example.com/order?id=',
		threePlNames: `${uponCompletion} = Transfer upon completion, ${doNotTransfer} = Do not transfer`,
		releaseThreePl: String(uponCompletion),
	});
	await publishWorkflow(shop.session, workflow);
	const address = `${shop.url}/form/orders-that-need-attention`;
	return {
		shop,
		workflow,
		address,
		open: async () => await browser.open(address),
		async choose(order) {
			const page = await browser.open(address);
			await page.submit();
			await page.fill('Order', order);
			await page.submit();
			return page;
		},
		async close() {
			await browser.close();
			await shop.close();
		},
	};
}
