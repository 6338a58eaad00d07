import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * The account's code for the 3PL status "Do Not Transfer to 3PL", where the credential gives it.
 * @throws NodeOperationError when it is no number: a batch must not go to a warehouse because of a slip
 */
export async function doNotTransferStatus(context: IExecuteFunctions): Promise<number | null> {
	const { doNotTransferStatus: code } = await context.getCredentials('cin7OmniApi');
	const text = String(code ?? '').trim();
	if (text === '') return null;
	if (/^\d+$/.test(text)) return Number(text);
	throw new NodeOperationError(
		context.getNode(),
		`3PL Code for Do Not Transfer in the Cin7 Omni API credential is "${text}"; Cin7's codes are whole numbers`,
		{
			description: 'Correct it in the credential, or leave it empty. Nothing was changed in Cin7.',
		},
	);
}
