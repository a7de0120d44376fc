import type { Rule } from '../form/form.ts';

/** Which facts a table takes: a subtree, a period, a campaign, and what was recorded by some moment. */
export interface TableScope {
  /** The organisation's path; facts of its whole subtree are taken. */
  readonly path: string;
  /** The first and the last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /** Facts booked to this campaign count up to the last day; those booked to none count by their day; others do not. */
  readonly campaignId: string | null;
  /** Only what was recorded by this moment; everything unless said. */
  readonly asOf?: Date;
}

/** The subtree as a whole, or split by the organisations directly below its top. */
export type Split = 'WHOLE' | 'BY_SUBORDINATE';

/** The parameters $1 to $6 that `takenFacts` refers to. */
export function scopeParameters(scope: TableScope): readonly unknown[] {
  const { path, from, to, campaignId, asOf } = scope;
  return [path, `${path.slice(0, -1)}0`, from, to, campaignId, asOf?.toISOString() ?? null];
}

const literal = (word: string): string => {
  if (!/^[A-Z_]+$/.test(word)) throw new Error(`not a word of the forms: ${word}`);
  return `'${word}'`;
};

const listed = (words: readonly string[]): string => words.map(literal).join(', ');

/**
 * The facts of a scope as SQL, with `unit` and `outside` beside the columns asked for. A fact is left out once a later
 * one of the same subject, told after it, has ended it: a payment returned by the last day, a version of a case file replaced by the
 * last day, a case file exited before the first.
 */
export function takenFacts(kinds: readonly string[], columns: readonly string[], split: Split): string {
  const unit =
    split === 'WHOLE'
      ? `''::text`
      : `split_part(fact.organization_path, '/', array_length(string_to_array($1::text, '/'), 1))`;
  const unitPath = split === 'WHOLE' ? '$1::text' : `$1::text || ${unit} || '/'`;
  return `
    select ${unit} as unit,
      (fact.counterparty_path is null or not starts_with(fact.counterparty_path, ${unitPath})) as outside,
      ${columns.map((column) => `fact.${column}`).join(', ')}
    from fact
    where fact.organization_path >= $1::text collate "C" and fact.organization_path < $2::text collate "C"
      and fact.kind in (${listed(kinds)})
      and fact.happened_on <= $4::date
      and (fact.kind = 'CASE_FILE_ACTIVATED' or fact.campaign_id = $5::uuid
        or fact.happened_on >= $3::date and (fact.campaign_id is null or $5::uuid is null))
      and ($6::timestamptz is null or fact.recorded_at <= $6::timestamptz)
      and not exists (
        select from fact as later
        where later.ends_earlier and later.subject_id = fact.subject_id
          and later.position > fact.position
          and later.happened_on <= case later.kind when 'CASE_FILE_EXITED' then $3::date - 1 else $4::date end
          and ($6::timestamptz is null or later.recorded_at <= $6::timestamptz))`;
}

/** What must hold of a fact for a rule to take it, as SQL over the columns of `takenFacts`. */
export function conditionOf(rule: Rule): string {
  const conditions = [
    `kind in (${listed(rule.kinds)})`,
    rule.migrantWorker && 'migrant_worker',
    rule.newGeneration && 'new_generation',
    rule.modelWorker && 'model_worker',
    rule.hardshipClass && `hardship_class = ${literal(rule.hardshipClass)}`,
    rule.sources && `source in (${listed(rule.sources)})`,
    rule.aidType && `aid_type = ${literal(rule.aidType)}`,
    rule.mark && `mark = ${literal(rule.mark)}`,
    rule.fromOutside && 'outside',
    rule.measure === 'HOUSEHOLDS' && 'household_id is not null',
  ];
  return conditions.filter((each) => typeof each === 'string').join(' and ');
}

/** The columns that conditions look at. */
export const conditionColumns = [
  'kind',
  'aid_type',
  'mark',
  'source',
  'hardship_class',
  'migrant_worker',
  'new_generation',
  'model_worker',
] as const;
