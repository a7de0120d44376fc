import type { RunSql } from '@nuangong/database';
import type { FactValue } from './policy-fact.ts';

/** The latest answer for a fact, by whom and when. */
export interface FactAnswer {
  readonly householdId: string;
  readonly fact: string;
  readonly value: FactValue;
  readonly answeredBy: string;
  readonly answeredAt: Date;
}

/** The latest answers, by household and fact; one statement however many households. */
export async function loadAnswers(
  run: RunSql,
  households: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, FactAnswer>>> {
  const rows = await run<FactAnswer>(
    `select distinct on (household_id, fact) household_id::text as "householdId", fact, value,
       answered_by_name as "answeredBy", answered_at as "answeredAt"
     from policy_fact_answer where household_id = any($1::uuid[])
     order by household_id, fact, answered_at desc, id desc`,
    [...households],
  );
  const answers = new Map<string, Map<string, FactAnswer>>();
  for (const row of rows) {
    answers.set(row.householdId, (answers.get(row.householdId) ?? new Map()).set(row.fact, row));
  }
  return answers;
}
