import { pathsAtOrAbove } from '@nuangong/access';
import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { localDateAt, ok, problem, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { Organization, OrganizationMove } from '../../generated/prisma/client.ts';
import { organizationReference } from './announce-organizations.ts';
import { findManaged, inForceOf, standingOf } from './find-managed.ts';
import { decideMove, type DecidedMove } from './move.ts';

const codeTaken = () =>
  problem(
    'CODE_TAKEN',
    {
      zh: '新上级之下已有或曾有同一组织代码，换一个上级',
      en: 'This code is, or was, taken below that superior. Choose another superior.',
    },
    'parentId',
  );

const constraints = { organization_organization_path_key: codeTaken, organization_code_once: codeTaken };

interface MoveInput {
  readonly organizationId: string;
  readonly parentId: string;
  readonly from?: string | null | undefined;
  readonly reason: string;
}

/**
 * Moves an organisation with its subordinates below another superior from a day on, and publishes the event. Accounts,
 * centres and all other current records move too; the history stays under the former path. All its staff must sign in
 * again, so that no token gives access to the former place.
 */
export function moveOrganization(context: IdentityContext, input: MoveInput): Promise<Result<Organization>> {
  return runCommand(context, { action: 'organization.manage', constraints }, async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(${movesLock})::text`;
    const found = await findManaged(tx, context, input.organizationId);
    if (!found.ok) return found;
    const superior = await findManaged(tx, context, input.parentId);
    if (!superior.ok) return refuse(notFound({ zh: '上级组织', en: 'superior' }, 'parentId'));
    const below = await tx.organization.findMany({
      where: { path: { startsWith: found.value.path } },
      select: { path: true },
    });
    const { code, kind } = found.value;
    const at = context.parts.clock();
    const decided = decideMove(
      { ...standingOf(found.value), code, kind, pathsBelow: below.map(({ path }) => path) },
      { path: superior.value.path, kind: superior.value.kind, ...inForceOf(superior.value) },
      input,
      context.actor,
      localDateAt(at),
    );
    if (!decided.ok) return decided;
    const move = await keepMove(tx, context, { moving: found.value, superior: superior.value, decided: decided.value });
    await tx.$queryRaw`select access.follow_move(${move.formerPath})::text`;
    await tx.$queryRaw`select access.move_records(${move.formerPath})::text`;
    await tx.session.updateMany({
      where: { organizationPath: { startsWith: move.path }, endedAt: null },
      data: { endedAt: at },
    });
    const moved = await tx.organization.findUniqueOrThrow({ where: { id: found.value.id } });
    await tell(tx, context, move, moved);
    return ok(moved);
  });
}

/** The advisory lock that gives moves consecutive sequence numbers. */
const movesLock = 7_305_441;

async function keepMove(
  tx: Transaction,
  { actor, parts }: IdentityContext,
  move: { readonly moving: Organization; readonly superior: Organization; readonly decided: DecidedMove },
): Promise<OrganizationMove> {
  const { moving, superior, decided } = move;
  const former = await tx.organization.findUniqueOrThrow({ where: { id: moving.parentId ?? '' } });
  const [next] = await tx.$queryRaw<{ sequence: bigint }[]>`select access.next_move() as sequence`;
  return tx.organizationMove.create({
    data: {
      // Without a gap: other services apply a move only after all earlier ones.
      sequence: next?.sequence ?? 1n,
      organizationId: moving.id,
      parentId: superior.id,
      parentName: superior.name,
      path: decided.path,
      formerParentId: former.id,
      formerParentName: former.name,
      formerPath: moving.path,
      fromDay: storedDate(decided.from),
      reason: decided.reason,
      movedBy: actor.staffId,
      movedByName: actor.name,
      movedAt: parts.clock(),
    },
  });
}

/** Writes the audit entry and the event, in the scope of the nearest superior of both places. */
async function tell(
  tx: Transaction,
  context: IdentityContext,
  move: OrganizationMove,
  moved: Organization,
): Promise<void> {
  const { formerPath, path, formerParentId, parentId } = move;
  const from = readStoredDate(move.fromDay);
  await recordAudit(tx, context, [
    {
      action: 'organization.move',
      recordType: 'Organization',
      recordId: moved.id,
      before: { parentId: formerParentId, path: formerPath },
      after: { parentId, path, from, moveId: move.id },
    },
  ]);
  const common = pathsAtOrAbove(path).findLast((one) => formerPath.startsWith(one)) ?? context.actor.scope;
  await announce(tx, { ...context, at: move.movedAt }, contracts['organization-moved.v1'], [
    {
      organizationPath: common,
      data: {
        organization: organizationReference(moved),
        formerPath,
        parentId,
        formerParentId,
        from,
        sequence: Number(move.sequence),
        movedAt: move.movedAt.toISOString(),
      },
    },
  ]);
}
