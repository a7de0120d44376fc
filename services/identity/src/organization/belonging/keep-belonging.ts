import type { AuditAction } from '@nuangong/access';
import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import {
  combineFields,
  localDateAt,
  ok,
  refuse,
  type Bilingual,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import type { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { Organization } from '../../generated/prisma/client.ts';
import { readChangeDay, readFirstDay, readLastDay, stillOpen } from '../in-force/in-force.ts';
import type { Announcing } from '../organization/announce-organizations.ts';
import { findManaged, inForceOf } from '../organization/find-managed.ts';
import { organizationClosed } from '../organization/register-organization.ts';

/** A stored row of something that belongs to an organisation, with its days in force. */
export interface BelongingRow {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly inForceFrom: Date;
  readonly inForceTo: Date | null;
  /** The day from which its present state holds. */
  readonly changedOn: Date;
}

/** A row with its organisation. */
export type WithOrganization<Row> = Row & { readonly organization: Organization };

/** The day from which the typed state holds, YYYY-MM-DD; today by default. */
export interface FromDay {
  readonly from?: string | null | undefined;
}

/**
 * A kind of things that belong to an organisation and are in force from a day on (帮扶中心, 惠民帮扶机构, 协作部门, 联系人):
 * registered, changed and closed in the same way.
 *
 * @typeParam Input its state as typed.
 * @typeParam State the columns that a change replaces.
 */
export interface Belonging<Row extends BelongingRow & State, Input, State extends object> {
  /** Its part of the audit actions: `facility` of `facility.register`. */
  readonly audited: 'aid-centre' | 'facility' | 'department' | 'contact';
  /** Its table. */
  readonly table: 'aid_centre' | 'facility' | 'department' | 'contact';
  /** Its type in the audit log and in the graph, and the input field that holds its id. */
  readonly recordType: string;
  readonly idField: string;
  readonly words: Bilingual;
  /** The problems for the database's own refusals. */
  readonly constraints: Readonly<Record<string, () => Problem>>;
  /** Checks what is typed; every problem names its field. */
  readonly decide: (input: Input) => Result<State>;
  readonly find: (tx: Transaction, id: string) => Promise<WithOrganization<Row> | null>;
  readonly insert: (tx: Transaction, row: State & Omit<BelongingRow, 'id' | 'inForceTo'>) => Promise<Row>;
  readonly update: (
    tx: Transaction,
    id: string,
    row: Partial<State> & Partial<Pick<BelongingRow, 'inForceTo'>> & Pick<BelongingRow, 'changedOn'>,
  ) => Promise<Row>;
  /** Publishes the present state, in the transaction that changed it. */
  readonly announce: (
    tx: Parameters<typeof announce>[0],
    announcing: Announcing,
    rows: readonly WithOrganization<Row>[],
  ) => Promise<void>;
}

/** Registers something for an organisation of the actor's subtree and publishes the event. */
export function registerBelonging<Row extends BelongingRow & State, Input extends FromDay, State extends object>(
  kept: Belonging<Row, Input, State>,
  context: IdentityContext,
  input: Input & { readonly organizationId: string },
): Promise<Result<Row>> {
  return runCommand(context, managing(kept), async (tx: Transaction) => {
    const found = await findManaged(tx, context, input.organizationId);
    if (!found.ok) return found;
    const organization = found.value;
    const at = context.parts.clock();
    const read = combineFields({ state: kept.decide(input), from: readFirstDay(input.from, localDateAt(at)) });
    if (!read.ok) return read;
    const { state, from } = read.value;
    const day = storedDate(from);
    const placed = { organizationId: organization.id, organizationPath: organization.path };
    const row = await kept.insert(tx, { ...state, ...placed, inForceFrom: day, changedOn: day });
    await recordAudit(tx, context, [
      { action: actionOf(kept, 'register'), recordType: kept.recordType, recordId: row.id, after: { ...state, from } },
    ]);
    await kept.announce(tx, { ...context, at }, [{ ...row, organization }]);
    return ok(row);
  });
}

/** Changes something open, from a day on, and publishes the event; its history keeps the earlier state. */
export function changeBelonging<Row extends BelongingRow & State, Input extends FromDay, State extends object>(
  kept: Belonging<Row, Input, State>,
  context: IdentityContext,
  id: string,
  input: Input,
): Promise<Result<Row>> {
  return runCommand(context, managing(kept), async (tx: Transaction) => {
    const found = await findBelonging(tx, context, kept, id);
    if (!found.ok) return found;
    const standing = inForceOf(found.value);
    const open = stillOpen(standing);
    if (!open.ok) return open;
    const at = context.parts.clock();
    const words = { field: 'from', what: { zh: '变更日期', en: 'the day of the change' } };
    const from = readChangeDay(input.from, standing, localDateAt(at), words);
    const read = combineFields({ state: kept.decide(input), from });
    if (!read.ok) return read;
    const { state } = read.value;
    const row = await kept.update(tx, id, { ...state, changedOn: storedDate(read.value.from) });
    await recordAudit(tx, context, [
      {
        action: actionOf(kept, 'change'),
        recordType: kept.recordType,
        recordId: id,
        before: { ...stateOf(found.value, state), from: readStoredDate(found.value.changedOn) },
        after: { ...state, from: read.value.from },
      },
    ]);
    await kept.announce(tx, { ...context, at }, [{ ...row, organization: found.value.organization }]);
    return ok(row);
  });
}

/** Closes something after a day and publishes the event. */
export function closeBelonging<Row extends BelongingRow & State, Input, State extends object>(
  kept: Belonging<Row, Input, State>,
  context: IdentityContext,
  id: string,
  lastDay: string,
): Promise<Result<Row>> {
  return runCommand(context, managing(kept), async (tx: Transaction) => {
    const found = await findBelonging(tx, context, kept, id);
    if (!found.ok) return found;
    const at = context.parts.clock();
    const to = readLastDay(lastDay, inForceOf(found.value), localDateAt(at));
    if (!to.ok) return to;
    const day = storedDate(to.value);
    // The state itself stays the same.
    const row = await kept.update(tx, id, { inForceTo: day, changedOn: day } as Parameters<typeof kept.update>[2]);
    await recordAudit(tx, context, [
      {
        action: actionOf(kept, 'close'),
        recordType: kept.recordType,
        recordId: id,
        before: { to: null },
        after: { to: to.value },
      },
    ]);
    await kept.announce(tx, { ...context, at }, [{ ...row, organization: found.value.organization }]);
    return ok(row);
  });
}

/** Finds something of the actor's subtree with its organisation, and locks it until the command commits. */
export async function findBelonging<Row extends BelongingRow & State, Input, State extends object>(
  tx: Transaction,
  { actor }: Pick<IdentityContext, 'actor'>,
  { table, find, words, idField }: Pick<Belonging<Row, Input, State>, 'table' | 'find' | 'words' | 'idField'>,
  id: string,
): Promise<Result<WithOrganization<Row>>> {
  await tx.$queryRawUnsafe(`select id::text from ${table} where id = $1::uuid for update`, id);
  const row = await find(tx, id);
  return row === null || !row.organizationPath.startsWith(actor.scope) ? refuse(notFound(words, idField)) : ok(row);
}

const managing = ({ constraints }: { readonly constraints: Readonly<Record<string, () => Problem>> }) =>
  ({
    action: 'organization.manage',
    constraints: { ...constraints, organization_is_open: organizationClosed('organizationId') },
  }) as const;

const actionOf = (
  { audited }: { readonly audited: Belonging<never, never, never>['audited'] },
  act: 'register' | 'change' | 'close',
): AuditAction => `${audited}.${act}`;

/** The columns of a row that a state has. */
function stateOf<State extends object>(row: State, state: State): object {
  return Object.fromEntries(Object.keys(state).map((name) => [name, Reflect.get(row, name)]));
}
