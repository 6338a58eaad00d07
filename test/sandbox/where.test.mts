// The `where` language: what the API pages describe, and a refusal for everything else.
import fc from 'fast-check';
import { closeAccounts, exampleRows, openAccount } from './openAccount.mts';
import type { OpenAccount } from './openAccount.mts';

let account: OpenAccount;
beforeEach(() => {
	account = openAccount();
});
afterEach(closeAccounts);

async function found(resource: string, where: string): Promise<number[]> {
	const answer = await account.list(resource, { where, order: 'id ASC' });
	if (answer.status !== 200) throw new Error(answer.body.message);
	return answer.body.map((row: { id: number }) => row.id);
}

it.each([
	['id=101', [101]],
	['ID <> 101', [102, 103]],
	['id > 101 AND id <= 103', [102, 103]],
	['id=101 or id=103', [101, 103]],
	['id=101 OR id=102 AND branchId=1', [101]],
	['(id=101 OR id=102) AND branchId=2', [102]],
	['id IN (101, 103,999)', [101, 103]],
	["reference='#1001'", [101]],
	["source='O''Hara''s Shop'", [103]],
	["Source LIKE 'shopify%'", [101, 102]],
	["reference like '%7'", [103]],
	["reference LIKE '_1001'", [101]],
	["STAGE='dispatched'", [102]],
	['dispatchedDate IS NULL', [101, 103]],
	['dispatchedDate is not null', [102]],
	['isApproved=false', [103]],
	['isApproved=1 AND isVoid=0', [101, 102]],
	["status='draft'", [103]],
	["total='44.98'", [102]],
	['total>=40', [102]],
	['  ( ( id = 101 ) )  ', [101]],
])('%s', async (where, expected) => {
	expect(await found('SalesOrders', where)).toEqual(expected);
});

it('compares dates as instants, whatever their offset and fraction', async () => {
	expect(await found('Payments', "paymentDate>='2026-05-31T11:00:00Z'")).toEqual([503, 504]);
	expect(await found('Payments', "paymentDate>='2026-05-31T21:00:00+10:00'")).toEqual([503, 504]);
	expect(await found('Payments', "paymentDate<'2026-05-31T11:00:00Z'")).toEqual([501, 502]);
	expect(
		await found(
			'Payments',
			"paymentDate>'2026-05-31T10:59:59Z' AND paymentDate<'2026-05-31T11:00:00Z'",
		),
	).toEqual([502]);
	expect(await found('Payments', "paymentDate='2026-05-31T22:00:00Z'")).toEqual([504]);
	expect(await found('Payments', "paymentDate>='2026-06-01'")).toEqual([]);
	expect(await found('Payments', 'reconcileDate IS NULL')).toEqual([501, 502, 504]);
});

it.each([
	['nothing=1', "Invalid column name 'nothing'."],
	["lineItems='x'", "Invalid column name 'lineItems'."],
	['accountingAttributes.importDate IS NULL', "Incorrect syntax near '.'"],
	["record='x'", "Invalid column name 'record'."],
	['id=1 id=2', "Incorrect syntax near 'id'"],
	['id=', 'Incorrect syntax near the end'],
	['id==1', "Incorrect syntax near '='"],
	['id=1;', "Incorrect syntax near ';'"],
	['id=1 -- x', "Incorrect syntax near '-'"],
	['id=1 /* x */', "Incorrect syntax near '/'"],
	["stage='x", 'Unclosed quotation mark at position 7'],
	['stage="x"', "Incorrect syntax near '\"'"],
	['(id=1', 'Incorrect syntax near the end'],
	['id=1)', "Incorrect syntax near ')'"],
	['id IN ()', "Incorrect syntax near ')'"],
	['id IN (SELECT id FROM Payments)', "Incorrect syntax near 'SELECT'"],
	['id=(1)', "Incorrect syntax near '('"],
	['1=1', "Incorrect syntax near '1'"],
	['id=id', "Incorrect syntax near 'id'"],
	['NOT id=1', "Incorrect syntax near 'NOT'"],
	['id != 1', "Incorrect syntax near '!'"],
	['id=1 UNION SELECT 1', "Incorrect syntax near 'UNION'"],
	["lower(stage)='x'", "Incorrect syntax near '('"],
	['id IS 1', "Incorrect syntax near '1'"],
	['id=NULL', "Incorrect syntax near 'NULL'"],
	["id='x'", "The value 'x' in where does not fit id."],
	['id=1e9', "Incorrect syntax near '1'"],
	['id=0x1F', "Incorrect syntax near '0'"],
	["isApproved='maybe'", "The value 'maybe' in where does not fit isApproved."],
	["createdDate='yesterday'", "The value 'yesterday' in where does not fit createdDate."],
	["createdDate='2026-02-31T00:00:00Z'", 'does not fit createdDate'],
	['createdDate=20260601', 'does not fit createdDate'],
	["id LIKE '1%'", 'LIKE needs a text field, and id is not one.'],
	['stage LIKE 5', "Incorrect syntax near '5'"],
])('refuses %s', async (where, message) => {
	const answer = await account.list('SalesOrders', { where });
	expect(answer.status).toBe(400);
	expect(answer.body.message).toContain(message);
});

it('refuses parentheses that nest without end', async () => {
	const where = `${'('.repeat(200)}id=1${')'.repeat(200)}`;
	const answer = await account.list('SalesOrders', { where });
	expect(answer.body.message).toBe('where has too many parentheses in each other.');
	expect(await found('SalesOrders', `${'('.repeat(50)}id=101${')'.repeat(50)}`)).toEqual([101]);
});

it('takes as many alternatives as fit into a query string', async () => {
	const where = Array.from({ length: 150 }, (_, n) => `id=${n + 1}`).join(' OR ');
	expect(await found('SalesOrders', where)).toEqual([101, 102, 103]);
});

it('never fails on any text, and never changes anything', async () => {
	const before = JSON.stringify(account.cin7.ledger());
	const part = fc.constantFrom(
		'id',
		'=',
		"'",
		"''",
		'(',
		')',
		'OR',
		'AND',
		'IN',
		',',
		'1',
		';',
		'--',
		'LIKE',
		'%',
		'IS',
		'NULL',
		' ',
		'stage',
		'\u0000',
		'\\',
		'DROP TABLE Payments',
		'"',
		'?',
		'é',
	);
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(
				fc.string(),
				fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' ')),
			),
			async (where) => {
				const answer = await account.list('SalesOrders', { where });
				expect([200, 400]).toContain(answer.status);
			},
		),
		{ numRuns: 400 },
	);
	expect(JSON.stringify(account.cin7.ledger())).toBe(before);
});

it('finds a text by equality exactly when it is that text, however hostile', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (text) => {
			const rows = exampleRows();
			rows.salesOrders[0].projectName = text;
			account = openAccount({ rows });
			const where = `projectName='${text.replaceAll("'", "''")}'`;
			expect(await found('SalesOrders', where)).toEqual([101]);
			closeAccounts();
		}),
		{ numRuns: 100 },
	);
});
