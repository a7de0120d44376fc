import { recordAudit } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { combineFields, ok, readRequiredText, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { OpeningCommand } from '../../command.ts';
import type { Grant } from '../../generated/prisma/client.ts';
import { findGrantToDecide } from './find-grant.ts';
import { wordsPlace } from '../written-words/written-words.ts';
import { decisionConstraints, mayPropose, type GrantDecisionKind } from './grant-decision.ts';

export interface ProposeGrantDecisionInput {
  readonly grantId: string;
  readonly kind: GrantDecisionKind;
  readonly reason: string;
}

/** Proposes to pay a held grant, or to release an unpaid one; takes effect only when another person confirms it. */
export function proposeGrantDecision(
  command: OpeningCommand,
  input: ProposeGrantDecisionInput,
): Promise<Result<Grant>> {
  return runCommand(command, { action: 'batch.pay', constraints: decisionConstraints }, async (tx) => {
    const { actor, at } = command;
    const read = combineFields({ reason: readRequiredText(input.reason, 'reason', 500) });
    if (!read.ok) return read;
    const found = await findGrantToDecide(tx, input.grantId);
    if (!found.ok) return found;
    const grant = found.value;
    const allowed = mayPropose(grant, input.kind, actor);
    if (!allowed.ok) return allowed;
    const { organizationPath } = grant;
    const id = newEventId();
    await tx.grantDecision.create({
      data: {
        id,
        organizationPath,
        grantId: grant.id,
        kind: input.kind,
        reason: command.keyring.seal(
          read.value.reason,
          wordsPlace('grant_decision', 'reason', { id, organizationPath }),
        ),
        about: grant.holds.map(({ id }) => id),
        proposedBy: actor.staffId,
        proposedByName: actor.name,
        proposedAt: at,
      },
    });
    await recordAudit(tx, { actor, requestId: command.requestId }, [
      { action: 'grant.propose', recordType: 'Grant', recordId: grant.id, after: { kind: input.kind } },
    ]);
    return ok(grant);
  });
}
