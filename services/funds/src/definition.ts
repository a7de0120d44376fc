import type { ServiceDefinition } from '@nuangong/service';
import type { Transaction } from './builder.ts';
import { whenCampaignOpened } from './money/campaign/when-campaign-opened.ts';
import { whenCaseFileChanged } from './money/case-file/when-case-file-changed.ts';
import { whenCaseFileExited } from './money/case-file/when-case-file-exited.ts';
import { whenCaseFileResumed } from './money/case-file/when-case-file-resumed.ts';
import { whenCaseFileSuspended } from './money/case-file/when-case-file-suspended.ts';
import { whenPayeeCorrected } from './money/case-file/when-payee-corrected.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { whenApplicationApproved } from './money/grant/when-application-approved.ts';
import { addPaymentFileRoutes } from './money/payment-file/routes.ts';
import type { RunningParts } from './running-parts.ts';
import { schema } from './schema.ts';
import { addVoucherRoutes } from './money/voucher/routes.ts';
import { addGrantExportRoute } from './money/grant/grant-export-route.ts';
import { addBatchRosterRoutes } from './money/disbursement/batch-roster-routes.ts';
import { wholeLists } from './money/disbursement/batch-lists.ts';

/** The funds service; `clock` gives the current time. */
export function fundsDefinition(clock: () => Date = () => new Date()): ServiceDefinition<Transaction, RunningParts> {
  return {
    name: 'funds',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    parts: async ({ keyring }) => ({ keyring: await keyring(), clock }),
    reactions: ({ parts }) => ({
      'nuangong.campaign-opened.v1': whenCampaignOpened,
      'nuangong.application-approved.v1': (event, tx) => whenApplicationApproved(event, tx, parts),
      'nuangong.case-file-exited.v1': (event, tx) => whenCaseFileExited(event, tx, parts),
      'nuangong.case-file-suspended.v1': (event, tx) => whenCaseFileSuspended(event, tx, parts),
      'nuangong.case-file-resumed.v1': (event, tx) => whenCaseFileResumed(event, tx, parts),
      'nuangong.case-file-changed.v1': (event, tx) => whenCaseFileChanged(event, tx, parts),
      'nuangong.payee-corrected.v1': (event, tx) => whenPayeeCorrected(event, tx, parts),
    }),
    jobs: wholeLists,
    files(files, { database, parts }) {
      addPaymentFileRoutes(files, database, parts);
      addVoucherRoutes(files, database, parts.keyring);
      addBatchRosterRoutes(files, database, parts);
      addGrantExportRoute(files, database);
    },
  };
}
