/** The templates that come with the package, as the gallery offers them. The dashboard's own is not among them. */
import batch from '../../../workflows/batch-ecommerce-orders.json';
import batchCsv from '../../../workflows/batch-ecommerce-orders-csv.json';
import batchXero from '../../../workflows/batch-ecommerce-orders-xero.json';
import download from '../../../workflows/download-amazon-orders.json';
import find from '../../../workflows/needs-attention-find.json';
import fixByHand from '../../../workflows/needs-attention-fix-by-hand.json';
import heal from '../../../workflows/needs-attention-heal.json';
import setUpCheck from '../../../workflows/set-up-check.json';
import type { Category } from '../category';

/** A workflow as its file has it. */
export interface TemplateWorkflow {
	name: string;
	nodes: Record<string, unknown>[];
	connections: Record<string, unknown>;
	settings: Record<string, unknown>;
}

export interface Template {
	/** Name of its file, without `.json`. */
	file: string;
	category: Category;
	title: string;
	/** What it is for, in a sentence or two. */
	what: string;
	/** What has to be at hand. */
	needs: string[];
	workflow: TemplateWorkflow;
}

const cin7 = 'Cin7 Omni';
const amazon = 'Amazon Seller';

export const templates: Template[] = [
	{
		file: 'batch-ecommerce-orders',
		category: 'Accounting & Admin',
		title: 'Batch Ecommerce Orders',
		what: 'Batches the payments of ecommerce orders each day, by payment type and cut-off time, so that sales and deposits match in your accounting software. Starts as a Preview.',
		needs: [cin7],
		workflow: batch,
	},
	{
		file: 'batch-ecommerce-orders-xero',
		category: 'Accounting & Admin',
		title: 'Batch Ecommerce Orders into Xero',
		what: 'The same, booked in Xero instead of Cin7: each batch becomes an invoice or credit note there, paid into a clearing account. Starts as a Preview.',
		needs: [cin7, 'Xero'],
		workflow: batchXero,
	},
	{
		file: 'batch-ecommerce-orders-csv',
		category: 'Accounting & Admin',
		title: 'Batch Ecommerce Orders into a file',
		what: 'The same for any other accounting software: the lines of all batches as one CSV file, sent by e-mail. Starts as a Preview.',
		needs: [cin7, 'a mail server'],
		workflow: batchCsv,
	},
	{
		file: 'set-up-check',
		category: 'Accounting & Admin',
		title: 'Check the set-up',
		what: 'One page with what is right, what is not, and what to do about it: permissions, 3PL codes, Amazon’s data. Changes nothing.',
		needs: [cin7, amazon],
		workflow: setUpCheck,
	},
	{
		file: 'download-amazon-orders',
		category: 'Sales & Orders',
		title: 'Download Amazon orders',
		what: 'New and changed Amazon orders into Cin7 every 15 minutes: complete ones at your integration defaults, the others held as Needs Attention.',
		needs: [cin7, amazon],
		workflow: download,
	},
	{
		file: 'needs-attention-find',
		category: 'Sales & Orders',
		title: 'Find orders that need attention',
		what: 'Every morning one e-mail with the orders that are held, for how long, and what each lacks. Changes nothing.',
		needs: [cin7, 'a mail server'],
		workflow: find,
	},
	{
		file: 'needs-attention-heal',
		category: 'Sales & Orders',
		title: 'Complete held orders from Amazon',
		what: 'Downloads held orders again, fills in what is blank in Cin7, and releases those that are complete now.',
		needs: [cin7, amazon],
		workflow: heal,
	},
	{
		file: 'needs-attention-fix-by-hand',
		category: 'Sales & Orders',
		title: 'Complete held orders by hand',
		what: 'A form for people: choose a held order, see what it lacks, type it in, and release it.',
		needs: [cin7],
		workflow: fixByHand,
	},
];
