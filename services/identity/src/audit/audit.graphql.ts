import { pageOf, requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import type { Prisma } from '../generated/prisma/client.ts';

builder.prismaObject('AuditEntry', {
  description: 'Who did what on which record, before and after; never altered.',
  fields: (t) => ({
    id: t.id({ select: { id: true }, resolve: (entry) => entry.id.toString() }),
    at: t.expose('recordedAt', { type: 'Instant' }),
    staffName: t.exposeString('staffName'),
    action: t.exposeString('action'),
    recordType: t.exposeString('recordType'),
    recordId: t.exposeID('recordId'),
    before: t.expose('before', { type: 'Json', nullable: true }),
    after: t.expose('after', { type: 'Json', nullable: true }),
    requestId: t.exposeString('requestId', { nullable: true }),
  }),
});

const AuditEntryPage = builder
  .objectRef<{ where: Prisma.AuditEntryWhereInput; page: { skip: number; take: number } }>('AuditEntryPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['AuditEntry'],
        resolve: (query, { where, page }, _arguments, context) =>
          context.tx.auditEntry.findMany({ ...query, where, ...page, orderBy: { id: 'desc' } }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.auditEntry.count({ where }) }),
    }),
  });

const AuditEntryFilter = builder.inputType('AuditEntryFilter', {
  fields: (t) => ({ recordType: t.string(), recordId: t.string(), staffName: t.string(), action: t.string() }),
});

builder.queryField('auditEntries', (t) =>
  t.field({
    type: AuditEntryPage,
    args: { filter: t.arg({ type: AuditEntryFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'audit.read');
      const where: Prisma.AuditEntryWhereInput = {
        ...(filter?.recordType && { recordType: filter.recordType }),
        ...(filter?.recordId && { recordId: filter.recordId }),
        ...(filter?.staffName && { staffName: { startsWith: filter.staffName } }),
        ...(filter?.action && { action: filter.action }),
      };
      return { where, page: pageOf(page) };
    },
  }),
);
