import { tests, type Condition, type CountedDays, type Measure, type Rule } from './rule.ts';

/** Which facts a table includes: those of a subtree, a period, a campaign, recorded by some moment. */
export interface TableScope {
  /** The organisation's path; the facts of its whole subtree are included. */
  readonly path: string;
  /** The first and the last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /**
   * Facts booked to this campaign count up to the last day; those booked to none count on their day; others do not
   * count.
   */
  readonly campaignId: string | null;
  /** Only what was recorded by this moment; everything by default. */
  readonly asOf?: Date;
}

/** The subtree as a whole, or split by the organisations directly below its top. */
export type Split = 'WHOLE' | 'BY_SUBORDINATE';

/** The number of `scopeParameters`; further parameters are numbered after them. */
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
 * How the kinds of some rules are read: each kind with the days that count. A kind that is asked for with different
 * days is in several readings, each of which is a separate scan.
 */
export type Readings = readonly ReadonlyMap<string, CountedDays>[];

/** The readings that rules need: one, unless a kind is asked for with different days. */
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
 * SQL for the facts of a scope that the rules may count, with `unit` and the columns that the rules test, besides the
 * columns requested. A fact is left out once a later fact of the same subject has ended it: a payment returned by the
 * last day; a state replaced by one of its own kind by the last day, or ended by one of another kind before the first
 * day (for LAST_DAY: before the last); a fact of the year, by what followed within that year.
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

/** A condition on a fact: its kind is one that the reading counts on these days; undefined if there is none. */
function onDays(reading: ReadonlyMap<string, CountedDays>, ...days: readonly CountedDays[]): string | undefined {
  const kinds = [...reading].flatMap(([kind, when]) => (days.includes(when) ? [kind] : []));
  return kinds.length === 0 ? undefined : `fact.kind in (${listed(kinds)})`;
}

/** Mentions the parameters that some readings do not use: PostgreSQL requires that a statement uses every parameter. */
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
  const endsIf = (kinds: string | undefined) => kinds && `${kinds} and later.kind <> fact.kind`;
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

/** The household's file on the day of the fact; null if it has none on that day. */
const register = `
    left join lateral (
      select file.persons as workers
      from fact as file
      where file.kind = 'CASE_FILE_ACTIVATED' and file.beneficiary_id = fact.beneficiary_id
        and file.happened_on <= fact.happened_on and ${knownBy('file')}
        and not exists (
          select from fact as left_on
          where left_on.ends_earlier and left_on.subject_id = file.subject_id and left_on.kind = 'CASE_FILE_EXITED'
            and left_on.position > file.position and left_on.happened_on < fact.happened_on and ${knownBy('left_on')})
      order by file.position desc limit 1
    ) as register on true`;

/** Households whose latest file, by the last day, has no worker. */
const withoutWorker = `
        select file.beneficiary_id from fact as file
        where ${ofSubtree('file')} and file.kind = 'CASE_FILE_ACTIVATED' and file.persons = 0
          and file.beneficiary_id is not null and file.happened_on <= $4::date and ${knownBy('file')}
          and not exists (
            select from fact as newer
            where newer.kind = 'CASE_FILE_ACTIVATED' and newer.beneficiary_id = file.beneficiary_id
              and newer.position > file.position and newer.happened_on <= $4::date and ${knownBy('newer')})`;

/** The conditions tested for each fact, as named columns besides its own; only those that the rules use. */
function judgedColumns(rules: readonly Rule[], withRegister: boolean): readonly string[] {
  const columns = [
    asks(rules, 'BOOKED_OR_FLAG') && 'fact.campaign_id is not null as booked',
    asks(rules, 'HOUSEHOLD_WITH_WORKER') && `fact.beneficiary_id not in (${withoutWorker}) as with_worker`,
    ...(asks(rules, 'ON_REGISTER')
      ? withRegister
        ? ['register.workers is not null as registered', 'least(fact.persons, register.workers) as registered_persons']
        : ['false as registered', '0 as registered_persons']
      : []),
  ];
  return columns.filter((column) => column !== false);
}

const asks = (rules: readonly Rule[], test: Condition['test']): boolean => rules.some((rule) => tests(rule, test));

/** The names of the tested conditions that the rules use. */
export function judgements(rules: readonly Rule[]): readonly string[] {
  return [
    'outside',
    ...(readingsOf(rules).length > 1 ? ['reading'] : []),
    ...(asks(rules, 'BOOKED_OR_FLAG') ? ['booked'] : []),
    ...(asks(rules, 'HOUSEHOLD_WITH_WORKER') ? ['with_worker'] : []),
    ...(asks(rules, 'ON_REGISTER') ? ['registered'] : []),
  ];
}

/**
 * Tests what the rules ask of kinds and dimensions once per profile instead of once per fact: a query with a row for
 * every profile that some rule counts, a column for each rule and reading, and one for each flag that a condition tests
 * together with the fact.
 */
export function matchingProfiles(rules: readonly Rule[]): string {
  const readings = readingsOf(rules);
  const matches = rules.flatMap((rule, at) =>
    readings.flatMap((reading, place) => {
      const kinds = rule.kinds.filter((kind) => reading.get(kind) === rule.when);
      return kinds.length === 0 ? [] : [{ name: matchName(at, place), condition: profileCondition(rule, kinds) }];
    }),
  );
  const flags = new Set(rules.flatMap((rule) => rule.where.flatMap(flagBeside)));
  const columns = [
    'id as profile',
    ...matches.map(({ name, condition }) => `${condition} as ${name}`),
    ...[...flags].map((flag) => `${isFlagged(flag)} as "${flag}"`),
  ];
  return `select * from (
    select ${columns.join(',\n      ')} from fact_profile
  ) as judged where ${matches.map(({ name }) => name).join(' or ')}`;
}

const matchName = (at: number, reading: number): string => `m${at}_${reading}`;

/** The flag that a condition tests together with the fact's own columns. */
function flagBeside(asked: Condition): readonly string[] {
  if (asked.test === 'BOOKED_OR_FLAG') return [asked.dimension];
  return asked.test === 'HOUSEHOLD_WITH_WORKER' ? ['migrantWorker'] : [];
}

function profileCondition({ where, measure }: Rule, kinds: readonly string[]): string {
  const ofDimensions = where.flatMap((asked) => {
    if (asked.test === 'FLAG') return [isFlagged(asked.dimension)];
    if (asked.test !== 'ONE_OF') return [];
    return [`coalesce(dimensions->>'${nameOf(asked.dimension)}' in (${listed(asked.values)}), false)`];
  });
  const ofHouseholds = measure.of === 'DISTINCT' && measure.who === 'HOUSEHOLD';
  const beneficiary = ofHouseholds ? [`dimensions @> '{"beneficiary": "HOUSEHOLD"}'`] : [];
  return [`kind in (${listed(kinds)})`, ...ofDimensions, ...beneficiary].join(' and ');
}

const isFlagged = (dimension: string): string => `dimensions @> '{"${nameOf(dimension)}": true}'`;

function nameOf(dimension: string): string {
  if (!/^[A-Za-z]+$/.test(dimension)) throw new Error(`not a name of a dimension: ${dimension}`);
  return dimension;
}

/**
 * The condition under which the rule at place `at` counts a fact, as SQL over `takenFacts` joined with its
 * `matchingProfiles`.
 */
export function conditionOf(rule: Rule, at: number, readings: Readings): string {
  const distinct = distinctKey(rule.measure);
  return [
    matchCondition(rule, at, readings),
    ...rule.where.flatMap(factCondition),
    ...(distinct === undefined ? [] : [`${distinct} is not null`]),
  ].join(' and ');
}

function matchCondition({ kinds, when }: Rule, at: number, readings: Readings): string {
  const matches = readings.flatMap((reading, place) => {
    if (!kinds.some((kind) => reading.get(kind) === when)) return [];
    return [readings.length === 1 ? matchName(at, place) : `reading = ${place} and ${matchName(at, place)}`];
  });
  return matches.length === 1 ? (matches[0] ?? 'false') : `(${matches.join(' or ')})`;
}

function factCondition(asked: Condition): readonly string[] {
  switch (asked.test) {
    case 'ONE_OF':
    case 'FLAG':
      return [];
    case 'BOOKED_OR_FLAG':
      return [`(booked or "${nameOf(asked.dimension)}")`];
    case 'FROM_OUTSIDE':
      return ['outside'];
    case 'HOUSEHOLD_WITH_WORKER':
      return ['("migrantWorker" or with_worker)'];
    case 'ON_REGISTER':
      return ['registered'];
  }
}

/** The column whose distinct values a measure counts; undefined if it adds up. */
export function distinctKey(measure: Measure): 'beneficiary_id' | 'person_ref' | undefined {
  if (measure.of !== 'DISTINCT') return undefined;
  return measure.who === 'HOUSEHOLD' ? 'beneficiary_id' : 'person_ref';
}

/** The column of `takenFacts` that a rule adds up. */
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
