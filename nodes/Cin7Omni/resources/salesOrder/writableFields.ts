/** The fields of a sales order that Cin7 takes, by its API pages; whatever else an item has is not sent. */

const address = [
	...['FirstName', 'LastName', 'Company', 'Address1', 'Address2'],
	...['City', 'State', 'PostalCode', 'Country'],
];

export const writableFields: ReadonlySet<string> = new Set([
	...['id', 'reference', 'createdDate', 'isApproved', 'isVoid', 'memberId', 'memberEmail'],
	...['firstName', 'lastName', 'company', 'email', 'phone', 'mobile', 'fax'],
	...address.flatMap((part) => [`delivery${part}`, `billing${part}`]),
	...['branchId', 'branchEmail', 'projectName', 'trackingCode', 'internalComments'],
	...['freightTotal', 'freightDescription', 'surcharge', 'surchargeDescription'],
	...['discountTotal', 'discountDescription', 'currencyCode', 'currencyRate'],
	...['taxStatus', 'taxRate', 'customFields', 'stage', 'memberCostCenter'],
	...['memberAlternativeTaxRate', 'costCenter', 'alternativeTaxRate', 'estimatedDeliveryDate'],
	...['salesPersonId', 'paymentTerms', 'customerOrderNo', 'voucherCode', 'deliveryInstructions'],
	...['invoiceDate', 'dispatchedDate', 'logisticsCarrier', 'logisticsStatus', 'ediStatus'],
	...['distributionBranchId', 'departmentNumber', 'storeLocationNumber', 'distributionCenter'],
	...['lineItems', 'accountingAttributes'],
]);
