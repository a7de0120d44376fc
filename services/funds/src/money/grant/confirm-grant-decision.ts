import { recordAudit } from '@nuangong/database';
import { contracts, wordsElsewhere } from '@nuangong/events';
import { localDateAt, ok, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { runCommand } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import type { OpeningCommand } from '../../command.ts';
import type { Grant } from '../../generated/prisma/client.ts';
import { organizationOfGrant } from './grant.ts';
import { answerDecision } from './answer-decision.ts';
import { findGrantToDecide, type GrantToDecide } from './find-grant.ts';
import { decisionConstraints, mayCarryOut } from './grant-decision.ts';
import { openWords, wordsPlace } from '../written-words/written-words.ts';

/**
 * Carries out what another person proposed for a grant: pays it although its file exited or is suspended, or releases
 * its money and publishes the event.
 */
export function confirmGrantDecision(
  command: OpeningCommand,
  input: { readonly grantId: string },
): Promise<Result<Grant>> {
  return runCommand(command, { action: 'batch.approve', constraints: decisionConstraints }, async (tx) => {
    const { actor, at, requestId } = command;
    const found = await findGrantToDecide(tx, input.grantId);
    if (!found.ok) return found;
    const grant = found.value;
    const allowed = mayCarryOut(grant, actor);
    if (!allowed.ok) return allowed;
    await answerDecision(tx, command, grant, { status: 'CARRIED_OUT' });
    const [decision] = grant.decisions;
    const releases = decision?.kind === 'RELEASE';
    if (releases)
      await release(
        tx,
        command,
        grant,
        await openWords(command.keyring, decision.reason, wordsPlace('grant_decision', 'reason', decision)),
      );
    else {
      await tx.grantHold.updateMany({
        where: { grantId: grant.id, endedAt: null, cause: { not: 'RETURNED' } },
        data: { endedAt: at, outcome: 'PAID_ON' },
      });
    }
    await recordAudit(tx, { actor, requestId }, [
      {
        action: releases ? 'grant.release' : 'grant.pay-on',
        recordType: 'Grant',
        recordId: grant.id,
        before: { status: grant.status, holds: grant.holds.map(({ cause }) => cause) },
        after: { amountFen: grant.amountFen },
      },
    ]);
    return ok(await tx.grant.findUniqueOrThrow({ where: { id: grant.id } }));
  });
}

async function release(tx: Transaction, command: OpeningCommand, grant: GrantToDecide, reason: string): Promise<void> {
  const { actor, at, keyring, requestId } = command;
  await tx.$queryRaw`select release_grant(${grant.id}::uuid, ${at}::timestamptz, ${requestId})::text`;
  await announce(tx, { actor, requestId, at }, contracts['grant-released.v1'], [
    {
      organizationPath: grant.organizationPath,
      data: {
        grantId: grant.id,
        applicationId: grant.applicationId,
        householdId: grant.householdId,
        organization: organizationOfGrant(grant),
        amountFen: grant.amountFen,
        reason: wordsElsewhere,
        sealedReason: keyring.sealForTransit(reason, grant.id),
        releasedBy: { id: actor.staffId, name: actor.name },
        releasedOn: localDateAt(at),
      },
    },
  ]);
}
