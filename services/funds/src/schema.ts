import './ledger/organization/organization.graphql.ts';
import './money/fund/fund.graphql.ts';
import './money/receipt/receipt.graphql.ts';
import './money/allocation/allocation.graphql.ts';
import './money/second-person/decide-pending-entry.graphql.ts';
import './money/grant/grant.graphql.ts';
import './money/disbursement/batch.graphql.ts';
import './money/disbursement/batch-commands.graphql.ts';
import './money/disbursement/payment.graphql.ts';
import './money/payment-file/payment-file.graphql.ts';
import './money/voucher/voucher.graphql.ts';
import './money/paper-number/paper-number.graphql.ts';
import './ledger/ledger/ledger.graphql.ts';
import './money/funds-work/funds-work.graphql.ts';
import './money/timeline/timeline.graphql.ts';
import { addAuditEntries, addServiceEvents } from '@nuangong/service';
import { builder } from './builder.ts';
import { recordsOfHousehold } from './money/grant/records-of-household.ts';

addServiceEvents(builder, 'funds');
addAuditEntries(builder, 'funds', recordsOfHousehold);

export const schema = builder.toSubGraphSchema({});
