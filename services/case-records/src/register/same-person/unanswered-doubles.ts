import type { RunSql } from '@nuangong/database';
import { problem, type Problem } from '@nuangong/primitives';

/** A household with a suspected double that nobody has looked into yet, and what the two have in common. */
export interface UnansweredDouble {
  readonly householdId: string;
  readonly samePhone: boolean;
  readonly sameAccount: boolean;
  /** True if one of the doubles is not visible. */
  readonly elsewhere: boolean;
}

/** The households among these, each once, with an unanswered suspected double; one statement. */
export async function loadUnansweredDoubles(
  run: RunSql,
  householdIds: readonly string[],
): Promise<ReadonlyMap<string, UnansweredDouble>> {
  if (householdIds.length === 0) return new Map();
  const rows = await run<UnansweredDouble>(
    `select household_id::text as "householdId", same_phone as "samePhone", same_account as "sameAccount", elsewhere
     from unanswered_doubles($1::uuid[])`,
    [...householdIds],
  );
  return new Map(rows.map((row) => [row.householdId, row]));
}

/** Why aid is not approved: a suspected double must be looked into first. */
export function doubleUnanswered({
  samePhone,
  sameAccount,
  elsewhere,
}: Omit<UnansweredDouble, 'householdId'>): Problem {
  const zh = [samePhone ? '电话' : '', sameAccount ? '银行账号' : ''].filter((each) => each !== '').join('、');
  const en = [samePhone ? 'telephone' : '', sameAccount ? 'account' : ''].filter((each) => each !== '').join(' and ');
  const where = elsewhere ? { zh: '其他单位', en: 'another unit' } : { zh: '本单位', en: 'this unit' };
  if (zh === '') {
    return problem('SAME_PERSON_SUSPECTED', {
      zh: `户中有人与${where.zh}另一户的人疑似同一人，证据强；核实并写明结论后再审批`,
      en: `The evidence is strong that somebody of this household is also in a household in ${where.en}. Verify it and record the finding.`,
    });
  }
  return problem('SAME_PERSON_SUSPECTED', {
    zh: `户主与${where.zh}另一户户主姓名、出生日期、${zh}相同，疑似同一人；核实并写明结论后再审批`,
    en: `The head has the same name, birth date and ${en} as the head of a household in ${where.en}. Verify it and record the finding.`,
  });
}

/** The same problem, for a double registered while others were being approved. */
export function doubleFoundByDatabase(): Problem {
  return problem('SAME_PERSON_SUSPECTED', {
    zh: '其中有户主刚被发现疑似与另一户户主为同一人，刷新后核实再审批',
    en: 'One of the heads has just been found to be a suspected duplicate of another household’s head. Refresh and verify it.',
  });
}
