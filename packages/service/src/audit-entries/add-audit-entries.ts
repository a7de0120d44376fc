import type { SchemaTypes } from '@pothos/core';
import { isUuid } from '@nuangong/primitives';
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
 * @param recordsOfHousehold SQL that gives the ids (`id`, text) of the records of a household ($1) which this service's
 *   entries may be about; left out if it keeps none.
 */
export function addAuditEntries<Types extends SchemaTypes>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
  service: string,
  recordsOfHousehold?: string,
): void {
  const shared = builder as unknown as Builder;
  const Page = addPage(shared);
  const Filter = shared.inputType('AuditEntryFilter', {
    description: 'Filter of the audit log: conditions are combined with AND; an empty one is ignored.',
    fields: (t) => ({
      staffName: t.string({ description: 'The name of the person who acted, also on another person’s behalf.' }),
      nameBegins: t.string({ description: 'How the name of the person who acted begins.' }),
      action: t.string({ description: 'The action: batch.approve, identity.unmask.' }),
      recordType: t.string({ description: 'The type of the record: Grant, CaseFile.' }),
      recordId: t.string({ description: 'The id of the record.' }),
      recordIds: t.stringList({ description: 'The ids of records: entries on any of them.' }),
      householdId: t.id({
        description:
          'The id of a household: entries on it, its people, its file and the other records of it here. For readers of households.',
      }),
      requestId: t.string({ description: 'The request number, as in the logs of all services.' }),
      from: t.field({ type: 'Instant', description: 'Entries recorded at this moment or later.' }),
      until: t.field({ type: 'Instant', description: 'Entries recorded before this moment.' }),
    }),
  });
  shared.queryField(`${graphNamesOf(service).name}AuditEntries`, (t) =>
    t.field({
      type: Page,
      nullable: true,
      description:
        'The audit entries of this service for the reader’s organisation and its subordinates, newest first.',
      args: {
        filter: t.arg({ type: Filter }),
        before: t.arg.string({ description: 'The id of an entry: only older entries.' }),
        perPage: t.arg.int(),
      },
      resolve: async (_root, { filter, before, perPage }, context) => {
        requirePermission(context, 'audit.read');
        const { householdId, ...others } = filter ?? {};
        if (householdId) requirePermission(context, 'household.read');
        const ofHousehold = householdId
          ? await recordsOf(context.tx, recordsOfHousehold, String(householdId))
          : undefined;
        return { filter: { ...others, ofHousehold }, before, most: pageOf({ perPage }).take };
      },
    }),
  );
}

/** The ids of a household's records in a service, its own included. */
async function recordsOf(
  tx: TransactionClient,
  sql: string | undefined,
  householdId: string,
): Promise<readonly string[]> {
  if (sql === undefined || !isUuid(householdId)) return [householdId];
  const rows = (await tx.$queryRawUnsafe(sql, householdId)) as readonly { readonly id: string }[];
  return [householdId, ...rows.map(({ id }) => id)];
}

interface Asked {
  readonly filter: AuditEntryFilter;
  readonly before: string | null | undefined;
  readonly most: number;
}

function addPage(builder: Builder) {
  const Entry = builder.objectRef<KeptAuditEntry>('AuditEntry').implement({
    description: 'Who did what to which record, before and after; never changed.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeString('id', { description: 'Its number in the log of its service.' }),
      at: t.expose('at', { type: 'Instant', description: 'When it was recorded.' }),
      organizationPath: t.exposeString('organizationPath'),
      staffName: t.exposeString('staffName', {
        description: 'The person who acted, under the name they had at that time.',
      }),
      action: t.exposeString('action', {
        description: 'The action: batch.approve, identity.unmask. The console translates it.',
      }),
      recordType: t.exposeString('recordType', {
        description: 'The type of the record acted on: Grant, CaseFile.',
      }),
      recordId: t.exposeString('recordId', { description: 'The id of that record.' }),
      before: t.expose('before', {
        type: 'Json',
        nullable: true,
        description: 'The record before the action, without sensitive values; null if the action created it.',
      }),
      after: t.expose('after', {
        type: 'Json',
        nullable: true,
        description: 'The record after the action, without sensitive values; null if nothing changed.',
      }),
      requestId: t.exposeString('requestId', {
        nullable: true,
        description: 'The request number, as in the logs of all services; null if the system acted on its own.',
      }),
      address: t.exposeString('address', {
        nullable: true,
        description: 'The network address of the request; null for actions of the system.',
      }),
    }),
  });
  return builder.objectRef<Asked>('AuditEntryPage').implement({
    description: 'A page of the audit log of one service, newest first.',
    shareable: true,
    fields: (t) => ({
      items: t.field({
        type: [Entry],
        resolve: async ({ filter, before, most }, _arguments, { tx }) => [
          ...(await readAuditEntries(tx, filter, { before, most })),
        ],
      }),
      total: t.int({
        description: 'How many entries match the filter in all.',
        resolve: ({ filter }, _arguments, { tx }) => countAuditEntries(tx, filter),
      }),
    }),
  });
}
