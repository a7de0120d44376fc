import {
  ok,
  parseLocalDate,
  problem,
  readName,
  readPlannedDay,
  refuse,
  withoutSpaces,
  type Bilingual,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';

/** The days on which something of an organisation is in force, and the day its present state began. */
export interface InForce {
  readonly from: LocalDate;
  /** The last day in force; null while it is open. */
  readonly to: LocalDate | null;
  /** The day from which its present state holds. */
  readonly changedOn: LocalDate;
}

/** How far back a day may be, in days: unions are older than this system. */
const mostDaysBack = 100 * 366;

/** The names of the first and the last day, for messages. */
export interface DayWords {
  readonly first: Bilingual;
  readonly last: Bilingual;
}

/** The names for an organisation, a centre or a facility. */
export const inForceWords: DayWords = {
  first: { zh: '设立日期', en: 'the first day in force' },
  last: { zh: '撤销（停用）日期', en: 'the last day in force' },
};

/** Reads the first day in force: up to a hundred years back and a month ahead; today by default. */
export function readFirstDay(
  text: string | null | undefined,
  today: LocalDate,
  { first: what }: DayWords = inForceWords,
): Result<LocalDate> {
  if (text == null || text === '') return ok(today);
  return readPlannedDay(text, { field: 'from', what, today, mostDaysBack, mostDaysAhead: 31 });
}

/** Reads the day from which a change holds: not before the day of the present state, not later than today. */
export function readChangeDay(
  text: string | null | undefined,
  standing: InForce,
  today: LocalDate,
  words: { readonly field: string; readonly what: Bilingual },
): Result<LocalDate> {
  const basis = standing.changedOn > standing.from ? standing.changedOn : standing.from;
  if (basis > today) return refuse(notBegun(basis, words.field));
  return readPlannedDay(text == null || text === '' ? today : text, {
    ...words,
    today,
    mostDaysBack,
    mostDaysAhead: 0,
    restsOn: [
      {
        on: basis,
        what: { zh: '现状的启用日期', en: 'the day from which the present state holds' },
      },
    ],
  });
}

/** Reads the last day in force of something that is still open. */
export function readLastDay(
  text: string,
  standing: InForce,
  today: LocalDate,
  { last: what }: DayWords = inForceWords,
): Result<LocalDate> {
  const open = stillOpen(standing);
  if (!open.ok) return open;
  if (text.trim() === '') return refuse(lastDayMissing(what));
  return readChangeDay(text, standing, today, { field: 'to', what });
}

/** Reads the day for which counts are requested; today by default. */
export function readAskedDay(text: string | null | undefined, today: LocalDate): Result<LocalDate> {
  return text == null || text === '' ? ok(today) : parseLocalDate(text, { field: 'on' });
}

/** Refuses a change to something closed. */
export function stillOpen({ to }: Pick<InForce, 'to'>): Result<true> {
  return to === null ? ok(true) : refuse(closedAlready(to));
}

const closedAlready = (to: LocalDate): Problem =>
  problem('CLOSED_ALREADY', {
    zh: `已于 ${to} 撤销（停用），不能再办理变更`,
    en: `This was closed on ${to} and can no longer be changed.`,
  });

/** The refusal to close something while parts of it are still open; the database checks it. */
export const closesAfterItsOwn = (): Problem =>
  problem(
    'CLOSED_BEFORE_ITS_OWN',
    {
      zh: '下级组织、所属中心、机构、部门或人员的停用日期更晚，把日期改为不早于它们',
      en: 'Something that belongs to it closed later. Choose that day or a later one.',
    },
    'to',
  );

const notBegun = (basis: LocalDate, field: string): Problem =>
  problem(
    'NOT_BEGUN',
    {
      zh: `自 ${basis} 起才启用，到那天以后再办理变更或撤销`,
      en: `This is in force only from ${basis}. Change or close it on that day or later.`,
    },
    field,
  );

const lastDayMissing = ({ zh, en }: Bilingual): Problem =>
  problem('DATE_MISSING', { zh: `填写${zh}`, en: `Enter ${en}.` }, 'to');

/** Reads the name of an organisation, a centre or a facility: 2 to 60 characters on one line. */
export const readOrganizationName = (text: string): Result<string> =>
  readName(text, { what: '名称', least: 2, most: 60 });

/** Reads a telephone: digits, with hyphens between them; full-width ones and spaces too. */
export function readTelephone(text: string): Result<string> {
  const phone = withoutSpaces(text);
  if (/^[0-9]+(-[0-9]+)*$/.test(phone) && phone.length <= 20 && phone.replaceAll('-', '').length >= 7) return ok(phone);
  return refuse(
    problem(
      'PHONE_SHAPE',
      {
        zh: '电话用数字和短横线，至少 7 位数字，如 028-12345678',
        en: 'Enter at least 7 digits, with hyphens between them: 028-12345678.',
      },
      'phone',
    ),
  );
}
