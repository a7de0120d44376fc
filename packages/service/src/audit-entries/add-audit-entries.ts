import type { SchemaTypes } from '@pothos/core';
import { pageOf, requirePermission, type SubgraphBuilder } from '@nuangong/subgraph';
import { graphNamesOf } from '../graph-names.ts';
import type { TransactionClient } from '../transaction-client.ts';
import { countAuditEntries, readAuditEntries, type AuditEntryFilter, type KeptAuditEntry } from './read-audit-entries.ts';

type Builder = SubgraphBuilder<object, TransactionClient>;

/**
 * Adds a service's part of the audit log: `fundsAuditEntries`, newest first, further back by the id of the last one
 * read. Each service has a field of its own, so that one that is down hides no other; their types are the same in all.
 *
 * @param service the service's name: `funds`, `case-records`.
 */
export function addAuditEntries<Types extends SchemaTypes>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
  service: string,
): void {
  const shared = builder as unknown as Builder;
  const Page = addPage(shared);
  const Filter = shared.inputType('AuditEntryFilter', {
    fields: (t) => ({
      staffName: t.string(),
      action: t.string(),
      recordType: t.string(),
      recordId: t.string(),
      requestId: t.string(),
      from: t.field({ type: 'Instant' }),
      until: t.field({ type: 'Instant' }),
    }),
  });
  shared.queryField(`${graphNamesOf(service).name}AuditEntries`, (t) =>
    t.field({
      type: Page,
      nullable: true,
      args: {
        filter: t.arg({ type: Filter }),
        before: t.arg.string({ description: 'The id of an entry: those older than it.' }),
        perPage: t.arg.int(),
      },
      resolve: (_root, { filter, before, perPage }, context) => {
        requirePermission(context, 'audit.read');
        return { filter: filter ?? {}, before, most: pageOf({ perPage }).take };
      },
    }),
  );
}

interface Asked {
  readonly filter: AuditEntryFilter;
  readonly before: string | null | undefined;
  readonly most: number;
}

function addPage(builder: Builder) {
  const Entry = builder.objectRef<KeptAuditEntry>('AuditEntry').implement({
    description: 'Who did what on which record, before and after; never altered.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeString('id', { description: 'Its number in the log of its service.' }),
      at: t.expose('at', { type: 'Instant' }),
      organizationPath: t.exposeString('organizationPath'),
      staffName: t.exposeString('staffName'),
      action: t.exposeString('action'),
      recordType: t.exposeString('recordType'),
      recordId: t.exposeString('recordId'),
      before: t.expose('before', { type: 'Json', nullable: true }),
      after: t.expose('after', { type: 'Json', nullable: true }),
      requestId: t.exposeString('requestId', { nullable: true }),
      address: t.exposeString('address', {
        nullable: true,
        description: 'The network address that whoever acted asked from; null for what the system did.',
      }),
    }),
  });
  return builder.objectRef<Asked>('AuditEntryPage').implement({
    shareable: true,
    fields: (t) => ({
      items: t.field({
        type: [Entry],
        resolve: async ({ filter, before, most }, _arguments, { tx }) => [
          ...(await readAuditEntries(tx, filter, { before, most })),
        ],
      }),
      total: t.int({
        description: 'Of all that is asked for, however far back it is read.',
        resolve: ({ filter }, _arguments, { tx }) => countAuditEntries(tx, filter),
      }),
    }),
  });
}
