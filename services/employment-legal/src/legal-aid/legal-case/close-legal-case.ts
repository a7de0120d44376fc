import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { isUuid, localDateAt, ok, readHappenedDay, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { WorkContext } from '../../builder.ts';
import { dayOrToday } from '../../form-fields.ts';
import type { LegalCase } from '../../generated/prisma/client.ts';
import { decideClosing, type LegalCaseOutcome } from './legal-case.ts';

export interface CloseLegalCaseInput {
  readonly legalCaseId: string;
  readonly outcome: LegalCaseOutcome;
  /** Defaults to today. */
  readonly closedOn?: string | null | undefined;
  /** Required when the day is before 1 January of last year. */
  readonly dateReason?: string | null | undefined;
}

/** Closes a case with its outcome; only its officer may. */
export function closeLegalCase(context: WorkContext, input: CloseLegalCaseInput): Promise<Result<LegalCase>> {
  const { actor, requestId } = context;
  const { legalCaseId: id, outcome } = input;
  const at = context.parts.clock();
  return runCommand(context, { action: 'legal-case.manage' }, async (tx) => {
    const today = localDateAt(at);
    const day = readHappenedDay(dayOrToday(input.closedOn, today), {
      field: 'closedOn',
      what: { zh: '结案日期', en: 'the day of the closing' },
      today,
      reason: { text: input.dateReason, field: 'dateReason' },
    });
    if (!day.ok) return day;
    if (isUuid(id)) await tx.$queryRaw`select 1 from legal_case where id = ${id}::uuid for update`;
    const found = isUuid(id) ? await tx.legalCase.findUnique({ where: { id } }) : null;
    if (found === null) return refuse(notFound({ zh: '法律援助案件', en: 'legal case' }, 'legalCaseId'));
    const standing = { status: found.status, openedOn: readStoredDate(found.openedOn), officerId: found.staffId };
    const decided = decideClosing(standing, actor.staffId, day.value.on);
    if (!decided.ok) return decided;
    const closed = await tx.legalCase.update({
      where: { id },
      data: {
        status: 'CLOSED',
        closedOn: storedDate(decided.value.closedOn),
        closingDateReason: day.value.reason,
        closedAt: at,
        outcome,
      },
    });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'legal-case.close',
        recordType: 'LegalCase',
        recordId: id,
        before: { status: 'OPEN' },
        after: { status: 'CLOSED', outcome, closedOn: decided.value.closedOn },
      },
    ]);
    return ok(closed);
  });
}
