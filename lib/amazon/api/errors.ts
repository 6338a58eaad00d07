/** What went wrong with Amazon, told to a person: what happened, and what to do about it. */
import {
	ServiceFailure,
	type FailureDetails as Details,
	type FailureKind,
} from '../../http/serviceFailure';

/** `refused`: Amazon's own outages look the same, so nothing may be concluded from it. */
export type AmazonFailureKind = FailureKind;

export interface FailureDetails extends Details {
	/** The time by Amazon's clock, milliseconds, where a refusal says it. */
	amazonTime?: number;
	/** Whether Amazon names the page token as what it does not take. */
	isPageToken?: boolean;
}

/** The one way in which lib/amazon fails; where texts repeat Amazon's own words, those went through amazonText. */
export class AmazonFailure extends ServiceFailure {
	readonly amazonTime: number | undefined;
	readonly isPageToken: boolean;

	constructor(kind: AmazonFailureKind, message: string, details: FailureDetails) {
		super(kind, message, details);
		this.name = 'AmazonFailure';
		this.amazonTime = details.amazonTime;
		this.isPageToken = details.isPageToken ?? false;
	}
}

/** The person stopped the execution: whatever was waiting ends here. */
export function cancelled(endpoint = ''): AmazonFailure {
	return new AmazonFailure('cancelled', 'The execution was stopped while Amazon was asked', {
		description: 'Nothing was changed. Run again when you are ready.',
		endpoint,
	});
}
