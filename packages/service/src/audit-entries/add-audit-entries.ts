import type { SchemaTypes } from '@pothos/core';
import { graphNamesOf, pageOf, requirePermission, type SubgraphBuilder } from '@nuangong/subgraph';
import type { TransactionClient } from '../transaction-client.ts';
import {
  countAuditEntries,
  readAuditEntries,
  type AuditEntryFilter,
  type KeptAuditEntry,
} from './read-audit-entries.ts';

type Builder = SubgraphBuilder<object, TransactionClient>;

/**
 * Adds a service's part of the audit log: `fundsAuditEntries`, newest first, with older pages by the id of the last
 * entry read. Each service has a separate field, so that one that is down hides no other; their types are the same in
 * all.
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
    description:
      'Which entries of the audit log are wanted: all conditions given hold together, an empty one does not narrow.',
    fields: (t) => ({
      staffName: t.string({ description: 'The name of whoever acted, on another’s behalf too.' }),
      action: t.string({ description: 'The action: batch.approve, identity.unmask.' }),
      recordType: t.string({ description: 'The type of the record: Grant, CaseFile.' }),
      recordId: t.string({ description: 'The id of the record.' }),
      requestId: t.string({ description: 'The number of the request, as it stands in the logs of all services.' }),
      from: t.field({ type: 'Instant', description: 'Entries recorded at this moment or later.' }),
      until: t.field({ type: 'Instant', description: 'Entries recorded before this moment.' }),
    }),
  });
  shared.queryField(`${graphNamesOf(service).name}AuditEntries`, (t) =>
    t.field({
      type: Page,
      nullable: true,
      description:
        'What this service recorded of who did what, in the reader’s organisation and those below it, the newest first.',
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
      at: t.expose('at', { type: 'Instant', description: 'When it was recorded.' }),
      organizationPath: t.exposeString('organizationPath'),
      staffName: t.exposeString('staffName', { description: 'Whoever acted, by the name they had then.' }),
      action: t.exposeString('action', {
        description: 'What was done: batch.approve, identity.unmask. A person reads it in the language of the console.',
      }),
      recordType: t.exposeString('recordType', {
        description: 'The type of the record that it was done to: Grant, CaseFile.',
      }),
      recordId: t.exposeString('recordId', { description: 'The id of that record.' }),
      before: t.expose('before', {
        type: 'Json',
        nullable: true,
        description: 'The record before it, what is sensitive left out; null where it was made by this.',
      }),
      after: t.expose('after', {
        type: 'Json',
        nullable: true,
        description: 'The record after it, what is sensitive left out; null where nothing of it changed.',
      }),
      requestId: t.exposeString('requestId', {
        nullable: true,
        description:
          'The number of the request, as it stands in the logs of all services; null where the system acted by itself.',
      }),
      address: t.exposeString('address', {
        nullable: true,
        description: 'The network address that whoever acted asked from; null for what the system did.',
      }),
    }),
  });
  return builder.objectRef<Asked>('AuditEntryPage').implement({
    description: 'A page of the audit log of one service, the newest first.',
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
