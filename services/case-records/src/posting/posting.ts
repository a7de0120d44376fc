import {
  addWorkingDays,
  isProvisional,
  ok,
  problem,
  readPlannedDay,
  refuse,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';

/** How long names stay on the wall unless a county sets otherwise, in working days. */
export const postingWorkingDays = 5;
const mostDaysPast = 60;
const mostDaysAhead = 30;

export type PostingStatus = 'RUNNING' | 'ENDED' | 'ACTIVATED';

/**
 * When a public posting starts and ends, both days included; provisional where the year's holidays are not announced.
 */
export interface PostingClock {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly provisional: boolean;
}

/**
 * The clock of a posting: it ends on the fifth working day after the day it was put up. A list already on the wall is
 * entered afterwards, up to 60 days; it may be announced up to 30 days ahead. Refuses with DATE_TOO_OLD or DATE_TOO_FAR.
 */
export function postingClock(from: string, today: LocalDate, workingDays = postingWorkingDays): Result<PostingClock> {
  const day = readPlannedDay(from, {
    field: 'from',
    what: { zh: '公示起始日', en: 'the first day of the posting' },
    today,
    mostDaysBack: mostDaysPast,
    mostDaysAhead,
  });
  if (!day.ok) return day;
  const to = addWorkingDays(day.value, workingDays);
  return ok({ from: day.value, to, provisional: isProvisional(to) });
}

/** Where a posting stands on a day: it runs until the end of its last day. */
export function postingStatus(
  posting: { readonly to: LocalDate; readonly activated: boolean },
  today: LocalDate,
): PostingStatus {
  if (posting.activated) return 'ACTIVATED';
  return today > posting.to ? 'ENDED' : 'RUNNING';
}

/** Whether the files of a posting may become active. Refuses with POSTING_RUNNING or POSTING_ACTIVATED. */
export function mayActivate(
  posting: { readonly to: LocalDate; readonly activated: boolean },
  today: LocalDate,
): Result<true> {
  switch (postingStatus(posting, today)) {
    case 'ENDED':
      return ok(true);
    case 'RUNNING':
      return refuse(
        problem('POSTING_RUNNING', {
          zh: `公示到 ${posting.to} 结束，次日起可建档`,
          en: `The posting runs until ${posting.to}; files can be activated from the next day on.`,
        }),
      );
    case 'ACTIVATED':
      return refuse(
        problem('POSTING_ACTIVATED', {
          zh: '本次公示的各户已全部建档',
          en: 'All files of this posting are active already.',
        }),
      );
  }
}
