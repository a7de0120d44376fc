import { recordAudit } from '@nuangong/database';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import { isUuid, ok, readRequiredText, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import type { Objection } from '../generated/prisma/client.ts';

export interface AnswerObjectionInput {
  readonly objectionId: string;
  readonly finding: string;
  readonly upheld: boolean;
}

/** Answers an objection once, with what the investigation found. An upheld one keeps the file from becoming active. */
export async function answerObjection(
  context: CaseRecordsContext,
  input: AnswerObjectionInput,
): Promise<Result<Objection>> {
  const at = context.parts.clock();
  const { actor, requestId } = context;
  return runCommand(context, { action: 'posting.answer-objection' }, async (tx: Transaction) => {
    const finding = readRequiredText(input.finding, 'finding', 2000);
    if (!finding.ok) return finding;
    const id = isUuid(input.objectionId) ? input.objectionId : null;
    const objection = id === null ? null : await tx.objection.findUnique({ where: { id } });
    if (objection === null) return refuse(notFound({ zh: '异议', en: 'objection' }, 'objectionId'));
    const answer = { finding: finding.value, upheld: input.upheld, answeredAt: at, answeredBy: actor.staffId };
    const answered = await tx.objection.updateMany({ where: { id: objection.id, answeredAt: null }, data: answer });
    if (answered.count === 0) return refuse(changedMeanwhile());
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      {
        action: 'objection.answer',
        recordType: 'CaseFile',
        recordId: objection.caseFileId,
        after: { objectionId: objection.id, upheld: input.upheld },
      },
    ]);
    return ok({ ...objection, ...answer });
  });
}
