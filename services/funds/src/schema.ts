import './organization/organization.graphql.ts';
import './fund/fund.graphql.ts';
import './receipt/receipt.graphql.ts';
import './allocation/allocation.graphql.ts';
import './pending-entry/decide-pending-entry.graphql.ts';
import './grant/grant.graphql.ts';
import './disbursement/batch.graphql.ts';
import './disbursement/batch-commands.graphql.ts';
import './disbursement/payment.graphql.ts';
import './payment-file/payment-file.graphql.ts';
import './voucher/voucher.graphql.ts';
import './ledger/ledger.graphql.ts';
import './ledger/funds-work.graphql.ts';
import './timeline/timeline.graphql.ts';
import { addAuditEntries, addServiceEvents } from '@nuangong/service';
import { builder } from './builder.ts';

addServiceEvents(builder, 'funds');
addAuditEntries(builder, 'funds');

export const schema = builder.toSubGraphSchema({});
