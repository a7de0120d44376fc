import { prismaSql, recordAudit } from '@nuangong/database';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import { isUuid, ok, problem, readRequiredText, refuse, type Problem, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { handlersOfFiles, noHandlers } from '../case-file/case-file-handlers.ts';
import { holdCaseFile } from '../case-file/hold-case-file.ts';
import { wordsPlace } from '../written-words/sealed-words.ts';
import type { Objection } from '../../generated/prisma/client.ts';

export interface AnswerObjectionInput {
  readonly objectionId: string;
  readonly finding: string;
  readonly upheld: boolean;
}

/**
 * Answers an objection once, with the findings of the investigation. Not allowed for anybody who recorded it, or
 * registered, changed, submitted, passed or posted the household. An upheld objection prevents the file from becoming
 * active.
 */
export async function answerObjection(
  context: CaseRecordsContext,
  input: AnswerObjectionInput,
): Promise<Result<Objection>> {
  const at = context.parts.clock();
  const { actor, requestId } = context;
  const constraints = { objection_answered_by_another: ownObjection };
  return runCommand(context, { action: 'posting.answer-objection', constraints }, async (tx: Transaction) => {
    const finding = readRequiredText(input.finding, 'finding', 2000);
    if (!finding.ok) return finding;
    const id = isUuid(input.objectionId) ? input.objectionId : null;
    const objection = id === null ? null : await tx.objection.findUnique({ where: { id } });
    if (objection === null) return refuse(notFound({ zh: '异议', en: 'objection' }, 'objectionId'));
    await holdCaseFile(tx, objection.caseFileId);
    const handlers =
      (await handlersOfFiles(prismaSql(tx), [objection.caseFileId])).get(objection.caseFileId) ?? noHandlers;
    const may = mayAnswer({ ...handlers, recordedBy: objection.recordedBy }, actor.staffId);
    if (!may.ok) return may;
    const sealed = context.parts.keyring.seal(finding.value, wordsPlace('objection', 'finding', objection));
    const answer = { finding: sealed, upheld: input.upheld, answeredAt: at, answeredBy: actor.staffId };
    const answered = await tx.objection.updateMany({ where: { id: objection.id, answeredAt: null }, data: answer });
    if (answered.count === 0) return refuse(changedMeanwhile());
    await recordAudit(tx, { actor, requestId }, [
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

/** Decides whether someone may answer an objection: nobody who recorded it or handled the file. */
export function mayAnswer(
  objection: { readonly recordedBy: string; readonly makers: readonly string[]; readonly reviewers: readonly string[] },
  staffId: string,
): Result<true> {
  const hands = [objection.recordedBy, ...objection.makers, ...objection.reviewers];
  return hands.includes(staffId) ? refuse(ownObjection()) : ok(true);
}

const ownObjection = (): Problem =>
  problem('OWN_OBJECTION', {
    zh: '本人记录了异议，或经办、审核、公示过该户，由他人调查答复',
    en: 'You recorded this objection or handled the household; another person must investigate and answer.',
  });
