import type { Role } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AccountAct, Prisma, Staff } from '../../generated/prisma/client.ts';
import { actLifetimeMs, waitsAlready, waitsForSecondPerson } from './account-act.ts';

/** The result of a command on an account: the act, and the account if it exists already. */
export interface Acted {
  readonly act: AccountAct;
  readonly staff: Staff | null;
}

/** An act of an administrator on an account; roles are those that it will hold, or that are delegated. */
export interface WantedAct extends Pick<
  Prisma.AccountActUncheckedCreateInput,
  | 'kind'
  | 'passwordHash'
  | 'outsideSubject'
  | 'officePhone'
  | 'toStaffId'
  | 'rank'
  | 'authorityRankId'
  | 'firstDay'
  | 'lastDay'
  | 'reason'
> {
  /** Left out for a person who is still to be enrolled. */
  readonly staff?: Staff;
  readonly organization: { readonly id: string; readonly path: string };
  readonly name: string;
  readonly username: string;
  readonly roles?: readonly Role[];
}

/** The account fields of an act that is requested. */
export const accountOf = (staff: Staff): Pick<WantedAct, 'staff' | 'organization' | 'name' | 'username'> => ({
  staff,
  organization: { id: staff.organizationId, path: staff.organizationPath },
  name: staff.name,
  username: staff.username,
});

/**
 * Stores an act on an account. On a guarded account it waits for a second person; on another one `apply` carries it out
 * immediately. In both cases the owner of the account sees who did what.
 */
export async function askAccountAct(
  tx: Transaction,
  context: IdentityContext,
  wanted: WantedAct,
  apply: (act: AccountAct) => Promise<Result<Staff>>,
): Promise<Result<Acted>> {
  const { staff, organization, name, username, roles = [], ...rest } = wanted;
  const { actor, parts } = context;
  const now = parts.clock();
  if (staff !== undefined) await tx.$queryRaw`select from staff where id = ${staff.id}::uuid for update`;
  const held = staff === undefined ? [] : await rolesOfAccount(tx, staff.id);
  const waits = waitsForSecondPerson(wanted.kind, [...held, ...roles]);
  if (waits && (await hasWaiting(tx, wanted, now))) return refuse(waitsAlready());
  const act = await tx.accountAct.create({
    data: {
      ...rest,
      organizationId: organization.id,
      organizationPath: organization.path,
      staffId: staff?.id ?? null,
      staffName: name,
      username,
      roles: [...roles],
      rolesBefore: staff?.roles ?? [],
      passwordHash: waits ? (rest.passwordHash ?? null) : null,
      askedById: actor.staffId,
      askedByName: actor.name,
      askedAt: now,
      expiresAt: new Date(now.getTime() + actLifetimeMs),
      ...(!waits && { outcome: 'APPLIED', decidedAt: now }),
    },
  });
  if (!waits) {
    const applied = await apply({ ...act, passwordHash: rest.passwordHash ?? null });
    return applied.ok ? ok({ act, staff: applied.value }) : applied;
  }
  await recordAudit(tx, { actor, requestId: context.requestId }, [
    { action: 'account-act.ask', recordType: 'AccountAct', recordId: act.id, after: inAudit(act) },
  ]);
  return ok({ act, staff: staff ?? null });
}

/** What the audit log keeps of an act; never the password. */
export function inAudit({
  kind,
  username,
  roles,
  rolesBefore,
  outsideSubject,
  rank,
  reason,
  askedByName,
}: AccountAct): object {
  const told = { kind, username, roles, rolesBefore, outsideSubject, rank, reason, askedBy: askedByName };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null && value.length > 0));
}

async function rolesOfAccount(tx: Transaction, staffId: string): Promise<readonly Role[]> {
  const [row] = await tx.$queryRaw<{ roles: Role[] }[]>`select roles_of_account(${staffId}::uuid)::text[] as roles`;
  return row?.roles ?? [];
}

/** Only one act of a kind may wait on an account; for lending one per colleague, for enrolling one per username. */
async function hasWaiting(
  tx: Transaction,
  { kind, staff, username, toStaffId }: WantedAct,
  now: Date,
): Promise<boolean> {
  const waiting = await tx.accountAct.count({
    where: {
      kind,
      outcome: null,
      expiresAt: { gt: now },
      ...(staff === undefined ? { username } : { staffId: staff.id, toStaffId: toStaffId ?? null }),
    },
  });
  return waiting > 0;
}
