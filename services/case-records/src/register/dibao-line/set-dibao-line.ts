import { recordAudit, storedDate } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { runCommand } from '@nuangong/subgraph';
import {
  combineFields,
  daysBetween,
  firstOrdinaryDay,
  localDateAt,
  ok,
  parseYuan,
  problem,
  readPlannedDay,
  refuse,
  withoutSpaces,
  yuan,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { DibaoLine } from '../../generated/prisma/client.ts';

export interface SetDibaoLineInput {
  readonly from: string;
  readonly monthlyPerCapita: string;
  readonly marginFactor: string;
}

/**
 * Sets the dibao line of the actor's organisation from a day on. It waits for a second person, and from its first day
 * the files under it are reassessed. A day that already has a line is refused with DIBAO_LINE_EXISTS.
 */
export async function setDibaoLine(context: CaseRecordsContext, input: SetDibaoLineInput): Promise<Result<DibaoLine>> {
  const at = context.parts.clock();
  const { actor, requestId } = context;
  const exists = () =>
    problem(
      'DIBAO_LINE_EXISTS',
      { zh: '该日已有低保线，改用另一生效日期', en: 'A line already takes effect on that day. Choose another day.' },
      'from',
    );
  return runCommand(
    context,
    { action: 'case-file.review', constraints: { dibao_line_one_a_day: exists } },
    async (tx: Transaction) => {
      const fields = combineFields({
        from: readFirstDay(input.from, localDateAt(at)),
        amount: parseYuan(input.monthlyPerCapita, { field: 'monthlyPerCapita', min: yuan(1n), max: yuan(100_000n) }),
        marginFactor: readMarginFactor(input.marginFactor),
      });
      if (!fields.ok) return fields;
      const { from, amount, marginFactor } = fields.value;
      const taken = await tx.dibaoLine.findFirst({
        where: { organizationPath: actor.scope, validFrom: storedDate(from) },
      });
      if (taken !== null) return refuse(exists());
      const line = await tx.dibaoLine.create({
        data: {
          id: newEventId(),
          organizationPath: actor.scope,
          organizationId: actor.organizationId,
          organizationName: actor.organizationName,
          validFrom: storedDate(from),
          monthlyPerCapitaFen: amount,
          marginFactor,
          setBy: actor.staffId,
          setByName: actor.name,
          awaitsConfirmation: true,
          setAt: at,
        },
      });
      await recordAudit(tx, { actor, requestId }, [
        {
          action: 'dibao-line.set',
          recordType: 'DibaoLine',
          recordId: line.id,
          after: { from, amountFen: amount, marginFactor },
        },
      ]);
      return ok(line);
    },
  );
}

/** A line can be set up to two years ahead, and back to 1 January of last year. */
function readFirstDay(text: string, today: LocalDate): Result<LocalDate> {
  return readPlannedDay(text, {
    field: 'from',
    what: { zh: '生效日期', en: 'the first day of the line' },
    today,
    mostDaysBack: daysBetween(firstOrdinaryDay(today), today),
    mostDaysAhead: 2 * 366,
  });
}

/** Reads a margin factor from 1 to 9.99 with at most two decimals. Refuses with MARGIN_FACTOR. */
export function readMarginFactor(text: string): Result<string> {
  const factor = withoutSpaces(text);
  if (/^[1-9](?:\.\d{1,2})?$/.test(factor)) return ok(factor);
  return refuse(
    problem(
      'MARGIN_FACTOR',
      {
        zh: '边缘系数应为 1 至 9.99、最多两位小数，如 1.5',
        en: 'Enter a margin factor from 1 to 9.99, for example 1.5.',
      },
      'marginFactor',
    ),
  );
}
