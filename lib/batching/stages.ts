/** What a person sees on batch documents in Cin7. */

/** By these, sales reports leave batch documents out. */
export const batchStage = 'Ecommerce Batch';
/** A batch that was handed over to be booked elsewhere, until that is confirmed. */
export const offeredStage = 'Ecommerce Batch To Confirm';
export const batchProject = 'Ecommerce Batches';
