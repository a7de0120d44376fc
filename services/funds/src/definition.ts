import type { ServiceDefinition } from '@nuangong/service';
import type { Transaction } from './builder.ts';
import { whenCampaignOpened } from './campaign/when-campaign-opened.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { whenApplicationApproved } from './grant/when-application-approved.ts';
import { whenOrganizationRegistered } from './organization/when-organization-registered.ts';
import { addPaymentFileRoutes } from './payment-file/routes.ts';
import type { RunningParts } from './running-parts.ts';
import { schema } from './schema.ts';
import { addVoucherRoutes } from './voucher/routes.ts';

/** The funds service; `clock` is the present moment. */
export function fundsDefinition(
  clock: () => Date = () => new Date(),
): ServiceDefinition<Transaction, RunningParts> {
  return {
    name: 'funds',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    parts: async ({ keyring }) => ({ keyring: await keyring(), clock }),
    reactions: ({ parts }) => ({
      'nuangong.organization-registered.v1': whenOrganizationRegistered,
      'nuangong.campaign-opened.v1': whenCampaignOpened,
      'nuangong.application-approved.v1': (event, tx) => whenApplicationApproved(event, tx, parts),
    }),
    routes(server, running) {
      addPaymentFileRoutes(server, running, running.parts.keyring);
      addVoucherRoutes(server, running, running.parts.keyring);
    },
  };
}
