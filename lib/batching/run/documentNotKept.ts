/** Cin7 changed a document on its way in. */
export class DocumentNotKept extends Error {
	/** @param why what is not as it was sent */
	constructor(reference: string, why: string) {
		super(
			`Cin7 did not keep ${reference} as it was sent: ${why}. The documents of this run were made void again, and no payment was touched.`,
		);
		this.name = 'DocumentNotKept';
	}
}
