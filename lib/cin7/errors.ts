/** What went wrong with Cin7, told to a person: what happened, and what to do about it. */
import { ServiceFailure, type FailureDetails, type FailureKind } from '../http/serviceFailure';

export type { FailureDetails } from '../http/serviceFailure';
export type Cin7FailureKind = FailureKind;

/** The one way in which lib/cin7 fails; where texts repeat Cin7's own words, those went through cin7Text. */
export class Cin7Failure extends ServiceFailure {
	constructor(kind: Cin7FailureKind, message: string, details: FailureDetails) {
		super(kind, message, details);
		this.name = 'Cin7Failure';
	}
}

/** The person stopped the execution: whatever was waiting ends here. */
export function cancelled(endpoint = ''): Cin7Failure {
	return new Cin7Failure('cancelled', 'The execution was stopped while Cin7 was asked', {
		description: 'Nothing was changed by this call. Run again when you are ready.',
		endpoint,
	});
}
