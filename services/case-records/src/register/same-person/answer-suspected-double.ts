import { recordAudit } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { isUuid, ok, readRequiredText, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { ownHandling } from '../case-file/case-file.ts';
import type { Household } from '../../generated/prisma/client.ts';
import { wordsPlace } from '../written-words/sealed-words.ts';
import { findDoubles } from './find-doubles.ts';

export interface AnswerSuspectedDoubleInput {
  readonly householdId: string;
  readonly doubleId: string;
  readonly why: string;
}

/**
 * Records the result of looking into a suspected double. Each side answers for itself; not allowed for anybody who
 * registered, changed or submitted the household.
 */
export function answerSuspectedDouble(
  context: CaseRecordsContext,
  input: AnswerSuspectedDoubleInput,
): Promise<Result<Household>> {
  const { actor, parts, requestId } = context;
  const constraints = { double_answered_by_another: () => ownHandling('MADE') };
  return runCommand(context, { action: 'same-person.answer', constraints }, async (tx: Transaction) => {
    const why = readRequiredText(input.why, 'why', 500);
    if (!why.ok) return why;
    const household = isUuid(input.householdId)
      ? await tx.household.findUnique({ where: { id: input.householdId } })
      : null;
    if (household === null) return refuse(notFound({ zh: '家庭', en: 'household' }, 'householdId'));
    const doubles = await findDoubles(tx, [household.id]);
    const double = doubles.find(({ doubleId }) => doubleId === input.doubleId);
    if (double === undefined) return refuse(notFound({ zh: '疑似重复', en: 'suspected duplicate' }, 'doubleId'));
    const { organizationPath } = household;
    const id = newEventId();
    await tx.samePersonAnswer.create({
      data: {
        id,
        organizationPath,
        householdId: household.id,
        doubleId: double.doubleId,
        why: parts.keyring.seal(why.value, wordsPlace('same_person_answer', 'why', { id, organizationPath })),
        staffId: actor.staffId,
        staffName: actor.name,
        answeredAt: parts.clock(),
      },
    });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'same-person.answer',
        recordType: 'Household',
        recordId: household.id,
        after: { doubleId: double.doubleId },
      },
    ]);
    return ok(household);
  });
}
