import { recordAudit } from '@nuangong/database';
import { combineFields, ok, readRequiredText, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { OpeningCommand } from '../../command.ts';
import type { Grant } from '../../generated/prisma/client.ts';
import { answerDecision } from './answer-decision.ts';
import { findGrantToDecide } from './find-grant.ts';
import { decisionConstraints, mayAnswer } from './grant-decision.ts';

export interface RefuseGrantDecisionInput {
  readonly grantId: string;
  /** The objection. */
  readonly answer: string;
}

/** Rejects what another person proposed for a grant; another proposal can follow. */
export function refuseGrantDecision(command: OpeningCommand, input: RefuseGrantDecisionInput): Promise<Result<Grant>> {
  return runCommand(command, { action: 'batch.approve', constraints: decisionConstraints }, async (tx) => {
    const read = combineFields({ answer: readRequiredText(input.answer, 'answer', 500) });
    if (!read.ok) return read;
    const found = await findGrantToDecide(tx, input.grantId);
    if (!found.ok) return found;
    const grant = found.value;
    const allowed = mayAnswer(grant, command.actor);
    if (!allowed.ok) return allowed;
    await answerDecision(tx, command, grant, { status: 'REFUSED', answer: read.value.answer });
    await recordAudit(tx, command, [{ action: 'grant.refuse', recordType: 'Grant', recordId: grant.id }]);
    return ok(grant);
  });
}
