// The rules of each resource behind one face: make a record, change it, or refuse.
import type { Account } from '../account.mts';
import type { Wire } from '../present.mts';
import type { Resource, Row } from '../resources/resource.mts';
import {
	changedDocument,
	checkNewDocument,
	completeDocument,
	updatedDocument,
} from './documents.mts';
import { changedRecord, checkUnique, completeRecord } from './members.mts';
import { changedPayment, checkNewPayment, completePayment, updatedPayment } from './payments.mts';

export interface Rules {
	/** What the API refuses of a new record. @throws RowRefused */
	check(account: Account, given: Wire): void;
	/** A new record with everything filled in. */
	complete(account: Account, given: Wire): Row;
	/** A record after a PUT. @throws RowRefused */
	updated(account: Account, before: Row, given: Wire): Row;
	/** A record after a change by a person, who may change anything. */
	changed(account: Account, before: Row, given: Wire): Row;
}

export function rulesOf(resource: Resource): Rules {
	if (resource.counter === 'document') {
		return {
			check: (account, given) => checkNewDocument(account, resource, given),
			complete: (account, given) => completeDocument(account, resource, given),
			updated: (account, before, given) => updatedDocument(account, resource, before, given),
			changed: (account, before, given) => changedDocument(account, resource, before, given),
		};
	}
	if (resource.name === 'Payments') {
		return {
			check: checkNewPayment,
			complete: completePayment,
			updated: updatedPayment,
			changed: changedPayment,
		};
	}
	return {
		check: (account, given) => checkUnique(account, resource, given, 0),
		complete: (account, given) => completeRecord(account, resource, given),
		updated(account, before, given) {
			checkUnique(account, resource, given, before.id);
			return changedRecord(account, resource, before, given);
		},
		changed: (account, before, given) => changedRecord(account, resource, before, given),
	};
}
