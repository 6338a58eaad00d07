// What other people do to the account in between, at the boundary of any call: each deed with how often it is drawn.
import type { Books } from '../invariants/books.mts';
import type { Chance } from './chance.mts';
import {
	deleteDocumentPayment,
	editDocumentTotal,
	overwriteManifest,
	payDocument,
	voidDocument,
} from './deeds/onDocuments.mts';
import {
	dateMember,
	editMemberTotal,
	keepMemberOut,
	setMemberToDraft,
	voidMember,
} from './deeds/onOrders.mts';
import {
	addPayment,
	changePayment,
	commentPayment,
	deleteMemberPayment,
	reconcilePayment,
	refundMember,
} from './deeds/onPayments.mts';
import type { Deed, Doing } from './deeds/record.mts';

export { cin7BotDeed } from './deeds/onPayments.mts';
export type { Actor, Deed } from './deeds/record.mts';

/** What a person does, each with its weight. */
const people: [doing: Doing, weight: number][] = [
	[voidMember, 2],
	[editMemberTotal, 3],
	[setMemberToDraft, 1],
	[keepMemberOut, 1],
	[dateMember, 1],
	[refundMember, 2],
	[deleteMemberPayment, 2],
	[addPayment, 2],
	[changePayment, 2],
	[commentPayment, 2],
	[reconcilePayment, 3],
	[voidDocument, 3],
	[overwriteManifest, 1],
	[editDocumentTotal, 1],
	[payDocument, 1],
	[deleteDocumentPayment, 1],
];

/** Something that a person does now; undefined when what was drawn finds nothing to be done to. */
export function personDeed(books: Books, chance: Chance): Deed | undefined {
	return chance.weighted(people)(books, chance);
}
