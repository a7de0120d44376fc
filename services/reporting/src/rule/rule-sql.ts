import { tests, type Condition, type CountedDays, type Measure, type Rule } from './rule.ts';

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
  if (!/^[A-Z_]+$/.test(word)) throw new Error(`not a word of the rules: ${word}`);
  return `'${word}'`;
};

const listed = (words: readonly string[]): string => words.map(literal).join(', ');

const ofSubtree = (fact: string) =>
  `${fact}.organization_path >= $1::text collate "C" and ${fact}.organization_path < $2::text collate "C"`;

const knownBy = (fact: string) => `($6::timestamptz is null or ${fact}.recorded_at <= $6::timestamptz)`;

/**
 * How the kinds that rules ask for are read: the days of each kind. A kind that is asked for on several days stands in
 * several readings, each a scan of its own.
 */
export type Readings = readonly ReadonlyMap<string, CountedDays>[];

/** The readings that rules need: one, unless a kind is asked for on several days. */
export function readingsOf(rules: readonly Rule[]): Readings {
  const readings: Map<string, CountedDays>[] = [];
  for (const { kinds, when } of rules) {
    for (const kind of kinds) {
      if (readings.some((reading) => reading.get(kind) === when)) continue;
      const free = readings.find((reading) => !reading.has(kind));
      if (free === undefined) readings.push(new Map([[kind, when]]));
      else free.set(kind, when);
    }
  }
  return readings;
}

/**
 * The facts that rules may take, of a scope, as SQL, with `unit` and what the rules look at beside the columns asked for.
 * A fact is left out once a later one of the same subject, told after it, has ended it: a payment returned by the last
 * day; a version of a state replaced by the last day, or a state ended before the first day (before the last, where it
 * counts as it stood on that day); what happened in the year, by what came of it within the year.
 */
export function takenFacts(rules: readonly Rule[], columns: readonly string[], split: Split): string {
  const registered = new Set(rules.flatMap((rule) => (tests(rule, 'ON_REGISTER') ? rule.kinds : [])));
  const readings = readingsOf(rules);
  const parts = readings.flatMap((reading, place) => {
    const own = readings.length > 1 ? [...columns, `${place} as reading`] : columns;
    return [false, true].flatMap((joined) => {
      const days = new Map([...reading].filter(([kind]) => registered.has(kind) === joined));
      if (days.size === 0) return [];
      return [factsOfKinds(days, [...own, ...judgedColumns(rules, joined)], split, joined ? register : '')];
    });
  });
  return parts.join('\n    union all');
}

/** Of the kinds of a reading, those on these days, as a condition on a fact; undefined where there are none. */
function onDays(reading: ReadonlyMap<string, CountedDays>, ...days: readonly CountedDays[]): string | undefined {
  const kinds = [...reading].flatMap(([kind, when]) => (days.includes(when) ? [kind] : []));
  return kinds.length === 0 ? undefined : `fact.kind in (${listed(kinds)})`;
}

/** Names the parameters that some readings do not look at: PostgreSQL asks a statement to name what it is given. */
const namesAll = '(true or num_nulls($3::date, $4::date, $5::uuid, $7::date, $8::date) = 0)';

const inPeriod = `fact.happened_on <= $4::date and (fact.campaign_id = $5::uuid
          or fact.happened_on >= $3::date and (fact.campaign_id is null or $5::uuid is null))`;

function chosen(cases: readonly (readonly [when: string | undefined, then: string])[], otherwise: string): string {
  const whens = cases.flatMap(([when, then]) => (when === undefined ? [] : [`when ${when} then ${then}`]));
  return whens.length === 0 ? otherwise : `case ${whens.join('\n        ')} else ${otherwise} end`;
}

function factsOfKinds(
  reading: ReadonlyMap<string, CountedDays>,
  columns: readonly string[],
  split: Split,
  joined: string,
): string {
  const unit = split === 'WHOLE' ? `''::text` : `access.unit_below($1::text, fact.organization_path)`;
  const unitPath = split === 'WHOLE' ? '$1::text' : `$1::text || ${unit} || '/'`;
  const ofYear = onDays(reading, 'IN_YEAR');
  const taken = chosen(
    [
      [ofYear, 'fact.happened_on between $7::date and $8::date'],
      [onDays(reading, 'ANY_DAY', 'LAST_DAY'), 'fact.happened_on <= $4::date'],
    ],
    inPeriod,
  );
  const ends = `later.kind in ('CASE_FILE_EXITED', 'CASE_FILE_SUSPENDED')`;
  const endsIf = (kinds: string | undefined) => kinds && `${kinds} and ${ends}`;
  const until = chosen(
    [
      [ofYear, '$8::date'],
      [endsIf(onDays(reading, 'ANY_DAY')), '$3::date - 1'],
      [endsIf(onDays(reading, 'LAST_DAY')), '$4::date - 1'],
    ],
    '$4::date',
  );
  return `
    select ${unit} as unit,
      (fact.counterparty_path is null or not starts_with(fact.counterparty_path, ${unitPath})) as outside,
      ${columns.map((column) => (column.includes(' ') ? column : `fact.${column}`)).join(', ')}
    from fact ${joined}
    where ${ofSubtree('fact')}
      and fact.kind in (${listed([...reading.keys()])})
      and ${taken}
      and ${namesAll} and ${knownBy('fact')}
      and not exists (
        select from fact as later
        where later.ends_earlier and later.subject_id = fact.subject_id
          and later.position > fact.position
          and later.happened_on <= ${until}
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
    asks(rules, 'BOOKED_OR_FLAG') && 'fact.campaign_id is not null as booked',
    asks(rules, 'HOUSEHOLD_WITH_WORKER') &&
      `(fact.migrant_worker or fact.household_id not in (${withoutWorker})) as with_worker`,
    ...(asks(rules, 'ON_REGISTER')
      ? withRegister
        ? ['register.workers is not null as registered', 'least(fact.persons, register.workers) as registered_persons']
        : ['false as registered', '0 as registered_persons']
      : []),
  ];
  return columns.filter((column) => column !== false);
}

const asks = (rules: readonly Rule[], test: Condition['test']): boolean => rules.some((rule) => tests(rule, test));

/** The judgements that conditions may look at, of those that the rules ask. */
export function judgements(rules: readonly Rule[]): readonly string[] {
  return [
    'outside',
    ...(readingsOf(rules).length > 1 ? ['reading'] : []),
    ...(asks(rules, 'BOOKED_OR_FLAG') ? ['booked'] : []),
    ...(asks(rules, 'HOUSEHOLD_WITH_WORKER') ? ['with_worker'] : []),
    ...(asks(rules, 'ON_REGISTER') ? ['registered'] : []),
  ];
}

/** What must hold of a fact for a rule to take it, as SQL over the columns of `takenFacts` of these readings. */
export function conditionOf(rule: Rule, readings: Readings): string {
  const distinct = distinctKey(rule.measure);
  return [
    kindCondition(rule, readings),
    ...rule.where.map(conditionSql),
    ...(distinct === undefined ? [] : [`${distinct} is not null`]),
  ].join(' and ');
}

function kindCondition({ kinds, when }: Rule, readings: Readings): string {
  if (readings.length === 1) return `kind in (${listed(kinds)})`;
  const placed = readings.flatMap((reading, place) => {
    const own = kinds.filter((kind) => reading.get(kind) === when);
    return own.length === 0 ? [] : [`reading = ${place} and kind in (${listed(own)})`];
  });
  return `(${placed.join(' or ')})`;
}

function conditionSql(asked: Condition): string {
  switch (asked.test) {
    case 'ONE_OF':
      return `${columnOf(asked.dimension)} in (${listed(asked.values)})`;
    case 'FLAG':
      return columnOf(asked.dimension);
    case 'BOOKED_OR_FLAG':
      return `(booked or ${columnOf(asked.dimension)})`;
    case 'FROM_OUTSIDE':
      return 'outside';
    case 'HOUSEHOLD_WITH_WORKER':
      return 'with_worker';
    case 'ON_REGISTER':
      return 'registered';
  }
}

/** Where the present columns hold a dimension. */
const dimensionColumns: Readonly<Record<string, string>> = {
  aidType: 'aid_type',
  mark: 'mark',
  source: 'source',
  hardshipClass: 'hardship_class',
  migrantWorker: 'migrant_worker',
  newGeneration: 'new_generation',
  modelWorker: 'model_worker',
  forWarmth: 'for_warmth',
  aided: "(mark = 'AIDED')",
  forLaidOff: "(mark = 'FOR_LAID_OFF')",
  withGoodsOrMoney: "(mark = 'WITH_GOODS_OR_MONEY')",
};

function columnOf(dimension: string): string {
  const column = dimensionColumns[dimension];
  if (column === undefined) throw new Error(`facts hold no dimension ${dimension}`);
  return column;
}

/** The column whose distinct values a measure counts; undefined where it adds up. */
export function distinctKey(measure: Measure): 'household_id' | 'person_ref' | undefined {
  if (measure.of !== 'DISTINCT') return undefined;
  return measure.who === 'HOUSEHOLD' ? 'household_id' : 'person_ref';
}

/** What a rule adds up of each fact, as a column of `takenFacts`. */
export function addedUp(
  rule: Rule,
): 'facts' | 'count' | 'persons' | 'registered_persons' | 'migrant_persons' | 'amount_fen' {
  if (rule.measure.of !== 'SUM') return 'facts';
  switch (rule.measure.what) {
    case 'COUNT':
      return 'count';
    case 'PERSONS':
      return tests(rule, 'ON_REGISTER') ? 'registered_persons' : 'persons';
    case 'MIGRANT_PERSONS':
      return 'migrant_persons';
    case 'AMOUNT':
      return 'amount_fen';
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
  'for_warmth',
] as const;
