/** The test behind the credential: n8n's declarative tests make one call, this needs a token first and then two. */
import {
	sleep,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type INodeCredentialTestResult,
} from 'n8n-workflow';
import { AmazonFailure } from '../../../lib/amazon/api/errors';
import { checkAccount } from '../../../lib/amazon/checkAccount';
import { readCredential } from './credential';
import { testTransportFor } from './transport';

/** Says what works, or what does not and what to do about it. */
export async function testAmazonSellerApi(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const reading = readCredential({ ...credential.data });
	if ('message' in reading) return refused(reading);
	try {
		const transport = testTransportFor(this);
		const message = await checkAccount(reading.account, reading.region, { transport, sleep });
		return { status: 'OK', message };
	} catch (failure) {
		if (failure instanceof AmazonFailure) return refused(failure);
		return refused({ message: 'The test came to no result', description: 'Try it again.' });
	}
}

function refused(what: { message: string; description: string }): INodeCredentialTestResult {
	return { status: 'Error', message: `${what.message}. ${what.description}` };
}
