import type { Measure, Rule } from '../form/form.ts';

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

/** How many parameters `scopeParameters` gives: what follows them is numbered from the next. */
export const scopeParameterCount = 8;

/** The parameters $1 to $8 that `takenFacts` refers to. */
export function scopeParameters(scope: TableScope): readonly unknown[] {
  const { path, from, to, campaignId, asOf } = scope;
  const year = from.slice(0, 4);
  const ofYear = [`${year}-01-01`, `${year}-12-31`];
  return [path, `${path.slice(0, -1)}0`, from, to, campaignId, asOf?.toISOString() ?? null, ...ofYear];
}

const literal = (word: string): string => {
  if (!/^[A-Z_]+$/.test(word)) throw new Error(`not a word of the forms: ${word}`);
  return `'${word}'`;
};

const listed = (words: readonly string[]): string => words.map(literal).join(', ');

const ofSubtree = (fact: string) =>
  `${fact}.organization_path >= $1::text collate "C" and ${fact}.organization_path < $2::text collate "C"`;

const knownBy = (fact: string) => `($6::timestamptz is null or ${fact}.recorded_at <= $6::timestamptz)`;

/**
 * The facts that rules may take, of a scope, as SQL, with `unit` and what the rules look at beside the columns asked for.
 * A fact is left out once a later one of the same subject, told after it, has ended it: a payment returned by the last
 * day, a version of a case file replaced by the last day, a case file exited or suspended before the first; an exit, by
 * what came of the file within its year.
 */
export function takenFacts(rules: readonly Rule[], columns: readonly string[], split: Split): string {
  const onRegister = new Set(rules.flatMap((rule) => (rule.onRegister ? rule.kinds : [])));
  const others = new Set(rules.flatMap((rule) => rule.kinds.filter((kind) => !onRegister.has(kind))));
  const parts = [
    others.size > 0 && factsOfKinds([...others], [...columns, ...judgedColumns(rules, false)], split, ''),
    onRegister.size > 0 && factsOfKinds([...onRegister], [...columns, ...judgedColumns(rules, true)], split, register),
  ];
  return parts.filter((part) => part !== false).join('\n    union all');
}

function factsOfKinds(kinds: readonly string[], columns: readonly string[], split: Split, joined: string): string {
  const unit =
    split === 'WHOLE'
      ? `''::text`
      : `split_part(fact.organization_path, '/', array_length(string_to_array($1::text, '/'), 1))`;
  const unitPath = split === 'WHOLE' ? '$1::text' : `$1::text || ${unit} || '/'`;
  return `
    select ${unit} as unit,
      (fact.counterparty_path is null or not starts_with(fact.counterparty_path, ${unitPath})) as outside,
      ${columns.map((column) => (column.includes(' ') ? column : `fact.${column}`)).join(', ')}
    from fact ${joined}
    where ${ofSubtree('fact')}
      and fact.kind in (${listed(kinds)})
      and case fact.kind when 'CASE_FILE_EXITED' then fact.happened_on between $7::date and $8::date
        when 'CASE_FILE_ACTIVATED' then fact.happened_on <= $4::date
        else fact.happened_on <= $4::date and (fact.campaign_id = $5::uuid
          or fact.happened_on >= $3::date and (fact.campaign_id is null or $5::uuid is null)) end
      and ${knownBy('fact')}
      and not exists (
        select from fact as later
        where later.ends_earlier and later.subject_id = fact.subject_id
          and later.position > fact.position
          and later.happened_on <= case when fact.kind = 'CASE_FILE_EXITED' then $8::date
            when later.kind in ('CASE_FILE_EXITED', 'CASE_FILE_SUSPENDED') then $3::date - 1 else $4::date end
          and ${knownBy('later')})`;
}

/** What the household's file says on the day of the fact; nothing where none stands then. */
const register = `
    left join lateral (
      select file.persons as workers
      from fact as file
      where file.kind = 'CASE_FILE_ACTIVATED' and file.household_id = fact.household_id
        and file.happened_on <= fact.happened_on and ${knownBy('file')}
        and not exists (
          select from fact as left_on
          where left_on.ends_earlier and left_on.subject_id = file.subject_id and left_on.kind = 'CASE_FILE_EXITED'
            and left_on.position > file.position and left_on.happened_on < fact.happened_on and ${knownBy('left_on')})
      order by file.position desc limit 1
    ) as register on true`;

/** Households whose file, as last told by the last day, tells of no worker. */
const withoutWorker = `
        select file.household_id from fact as file
        where ${ofSubtree('file')} and file.kind = 'CASE_FILE_ACTIVATED' and file.persons = 0
          and file.household_id is not null and file.happened_on <= $4::date and ${knownBy('file')}
          and not exists (
            select from fact as newer
            where newer.kind = 'CASE_FILE_ACTIVATED' and newer.household_id = file.household_id
              and newer.position > file.position and newer.happened_on <= $4::date and ${knownBy('newer')})`;

/** What is judged of each fact beside its own columns, under names of its own; only what the rules ask. */
function judgedColumns(rules: readonly Rule[], withRegister: boolean): readonly string[] {
  const columns = [
    rules.some((rule) => rule.forWarmth) && '(fact.campaign_id is not null or fact.for_warmth) as warmth',
    rules.some((rule) => rule.withWorker) &&
      `(fact.migrant_worker or fact.household_id not in (${withoutWorker})) as with_worker`,
    ...(rules.some((rule) => rule.onRegister)
      ? withRegister
        ? ['register.workers is not null as registered', 'least(fact.persons, register.workers) as registered_persons']
        : ['false as registered', '0 as registered_persons']
      : []),
  ];
  return columns.filter((column) => column !== false);
}

/** The judgements that conditions may look at, of those that the rules ask. */
export function judgements(rules: readonly Rule[]): readonly string[] {
  return [
    'outside',
    ...(rules.some((rule) => rule.forWarmth) ? ['warmth'] : []),
    ...(rules.some((rule) => rule.withWorker) ? ['with_worker'] : []),
    ...(rules.some((rule) => rule.onRegister) ? ['registered'] : []),
  ];
}

/** What must hold of a fact for a rule to take it, as SQL over the columns of `takenFacts`. */
export function conditionOf(rule: Rule): string {
  const distinct = distinctKeys[rule.measure];
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
    rule.forWarmth && 'warmth',
    rule.withWorker && 'with_worker',
    rule.onRegister && 'registered',
    distinct && `${distinct} is not null`,
  ];
  return conditions.filter((each) => typeof each === 'string').join(' and ');
}

/** The column whose distinct values a measure counts; undefined where it adds up. */
export const distinctKeys: Readonly<Record<Measure, 'household_id' | 'person_ref' | undefined>> = {
  HOUSEHOLDS: 'household_id',
  PERSONS: 'person_ref',
  FACTS: undefined,
  SUM_COUNT: undefined,
  SUM_PERSONS: undefined,
  SUM_MIGRANT_PERSONS: undefined,
  SUM_AMOUNT: undefined,
};

/** What a rule adds up of each fact, as a column of `takenFacts`. */
export function addedUp(
  rule: Rule,
): 'facts' | 'count' | 'persons' | 'registered_persons' | 'migrant_persons' | 'amount_fen' {
  switch (rule.measure) {
    case 'SUM_COUNT':
      return 'count';
    case 'SUM_PERSONS':
      return rule.onRegister ? 'registered_persons' : 'persons';
    case 'SUM_MIGRANT_PERSONS':
      return 'migrant_persons';
    case 'SUM_AMOUNT':
      return 'amount_fen';
    case 'FACTS':
    case 'HOUSEHOLDS':
    case 'PERSONS':
      return 'facts';
  }
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
