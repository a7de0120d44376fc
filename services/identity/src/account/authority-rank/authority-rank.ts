import { rankNames, type Rank, type Role } from '@nuangong/access';
import {
  addDays,
  combineFields,
  ok,
  problem,
  readPlannedDay,
  refuse,
  type Bilingual,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';

/** A rank of approval authority (审批权限) and its days, as typed. */
export interface WantedRank {
  readonly rank: Rank;
  /** The first day, YYYY-MM-DD: today or within a year; today by default. */
  readonly from?: string | null | undefined;
  /** The last day, included; no end by default. */
  readonly to?: string | null | undefined;
}

/** The days on which a rank is held, both included. */
export interface RankDays {
  readonly from: LocalDate;
  /** Null: no end is set. The day before `from`: it was withdrawn before it came into force. */
  readonly to: LocalDate | null;
}

/** A rank that somebody of the organisation holds, held, or will hold. */
export interface HeldRank extends RankDays {
  readonly staffId: string;
  readonly rank: Rank;
}

/** The data about an account that a rank depends on. */
export interface Holder {
  readonly id: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
}

/** A rank is granted to begin at most a year ahead, and for at most a term of office and a year, in days. */
const mostDaysAhead = 366;
const mostDaysHeld = 6 * 366;

const firstDayWords: Bilingual = { zh: '权限起始日', en: 'the first day of the rank' };
const lastDayWords: Bilingual = { zh: '权限截止日', en: 'the last day of the rank' };

/**
 * Decides whether an account may hold a rank: an active approver's, from today on, one rank on any day. An organisation
 * has one union chair on any day, but may have several directors, because deputies sign in the director's place.
 *
 * @param held the ranks of the organisation's accounts.
 */
export function decideRank(
  wanted: WantedRank,
  holder: Holder,
  held: readonly HeldRank[],
  today: LocalDate,
): Result<HeldRank> {
  if (!approves(holder)) return refuse(rankWithoutApproval());
  const days = readDays(wanted, today);
  if (!days.ok) return days;
  const rank = { staffId: holder.id, rank: wanted.rank, ...days.value };
  const meeting = held.filter((other) => meet(other, rank));
  if (meeting.some(({ staffId }) => staffId === holder.id)) return refuse(rankThere());
  if (rank.rank === 'UNION_CHAIR' && meeting.some((other) => other.rank === 'UNION_CHAIR')) return refuse(chairThere());
  return ok(rank);
}

/** Whether an account can hold a rank at all. */
export const approves = ({ active, roles }: Pick<Holder, 'active' | 'roles'>): boolean =>
  active && roles.includes('APPROVER');

function readDays(wanted: WantedRank, today: LocalDate): Result<RankDays> {
  const from = readPlannedDay(wanted.from == null || wanted.from === '' ? today : wanted.from, {
    field: 'from',
    what: firstDayWords,
    today,
    mostDaysBack: 0,
    mostDaysAhead,
  });
  return combineFields({
    from,
    to:
      wanted.to == null || wanted.to === ''
        ? ok(null)
        : readPlannedDay(wanted.to, {
            field: 'to',
            what: lastDayWords,
            today,
            mostDaysBack: 0,
            mostDaysAhead: mostDaysAhead + mostDaysHeld,
            restsOn: from.ok ? [{ on: from.value, what: firstDayWords }] : [],
          }),
  });
}

const meet = (one: RankDays, other: RankDays): boolean => startsBy(one, other.to) && startsBy(other, one.to);
const startsBy = ({ from, to }: RankDays, day: LocalDate | null): boolean =>
  (to === null || to >= from) && (day === null || from <= day);

/**
 * Decides the last day of a rank that ends earlier than planned: yesterday ends it immediately. One that has not begun
 * is withdrawn, with the day before its first as its last.
 *
 * @param to the last day as typed; today by default.
 */
export function decideRankEnd(standing: RankDays, to: string | null | undefined, today: LocalDate): Result<LocalDate> {
  if (standing.to !== null && standing.to < today) return refuse(rankOver(standing.to));
  const last = readPlannedDay(to == null || to === '' ? today : to, {
    field: 'to',
    what: lastDayWords,
    today,
    mostDaysBack: 1,
    mostDaysAhead: mostDaysAhead + mostDaysHeld,
  });
  if (!last.ok) return last;
  const day = lastDayOf(standing, last.value);
  return standing.to !== null && day >= standing.to ? refuse(endsBefore(standing.to)) : ok(day);
}

/** The last day of a rank that ends on a day or, where that has not begun by then, the day before its first. */
export const lastDayOf = ({ from }: RankDays, day: LocalDate): LocalDate => (day < from ? addDays(from, -1) : day);

const rankWithoutApproval = (): Problem =>
  problem(
    'RANK_WITHOUT_APPROVAL',
    {
      zh: '审批权限授予本单位在用的审批人账号，先给该账号“审批人”岗位',
      en: 'A rank is held beside the role of approver. Give the account that role first.',
    },
    'staffId',
  );

const rankThere = (): Problem =>
  problem(
    'RANK_THERE',
    {
      zh: '该人员在此期间已有审批权限，先终止原权限再授予',
      en: 'This person holds a rank on these days. End that one first.',
    },
    'from',
  );

const chairThere = (): Problem =>
  problem(
    'CHAIR_THERE',
    {
      zh: `本单位在此期间已有${rankNames.UNION_CHAIR.zh}权限，先终止原权限；代为审批的用临时委托`,
      en: 'The union has a chair on these days. End that rank first; to stand in for the chair, borrow the role.',
    },
    'rank',
  );

const rankOver = (to: LocalDate): Problem =>
  problem('RANK_OVER', {
    zh: `审批权限已于 ${to} 终止，不用再办理`,
    en: `This rank ended on ${to}. There is nothing to end.`,
  });

const endsBefore = (to: LocalDate): Problem =>
  problem(
    'RANK_ENDS_BEFORE',
    {
      zh: `原定 ${to} 终止，截止日应早于这一天`,
      en: `This rank ends on ${to} as it is. Choose an earlier day.`,
    },
    'to',
  );

/** The problems for the database's rules on ranks. */
export const rankConstraints = {
  rank_beside_approver: rankWithoutApproval,
  authority_rank_one_at_a_time: rankThere,
  authority_rank_one_chair: chairThere,
};
