/** Cin7 changed a document on its way in. */
export class DocumentNotKept extends Error {
	readonly description =
		'Look at the void documents of this run in Cin7, and check Batch Customer, Batch Product and the branch. The next run plans these payments again.';

	/** @param why what is not as it was sent */
	constructor(reference: string, why: string) {
		super(
			`Cin7 did not keep ${reference} as it was sent: ${why}. The documents of this run were made void again, and no payment was touched.`,
		);
		this.name = 'DocumentNotKept';
	}
}
