import { ownHandling } from '../case-file/case-file.ts';
import {
  handWords,
  addWorkingDays,
  isProvisional,
  ok,
  problem,
  readPlannedDay,
  refuse,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';

/** The default length of a posting in working days. */
export const postingWorkingDays = 5;
const mostDaysPast = 60;
const mostDaysAhead = 30;

export type PostingStatus = 'RUNNING' | 'ENDED' | 'ACTIVATED' | 'WITHDRAWN';

/**
 * The first and last day of a public posting, both included; provisional if the year's holidays are not announced yet.
 */
export interface PostingClock {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly provisional: boolean;
}

/**
 * The period of a posting: it ends on the fifth working day after its first day, or after as many as are set. A list
 * already posted can be entered up to 60 days later, and announced up to 30 days ahead. Refuses with DATE_TOO_OLD or
 * DATE_TOO_FAR.
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

/** Whether a list was entered after its first day; it then needs a photograph and a second person's confirmation. */
export function isEnteredAfterwards(posting: { readonly from: LocalDate; readonly publishedOn: LocalDate }): boolean {
  return posting.from < posting.publishedOn;
}

/** The status of a posting on a day: it runs until the end of its last day. */
export function postingStatus(
  posting: { readonly to: LocalDate; readonly activated: boolean; readonly withdrawn: boolean },
  today: LocalDate,
): PostingStatus {
  if (posting.withdrawn) return 'WITHDRAWN';
  if (posting.activated) return 'ACTIVATED';
  return today > posting.to ? 'ENDED' : 'RUNNING';
}

/** The facts that decide whether a posting's files can be opened. */
export interface PostingState {
  readonly to: LocalDate;
  readonly activated: boolean;
  readonly withdrawn: boolean;
  /** Entered after its first day, and not yet confirmed by a second person. */
  readonly unconfirmed: boolean;
}

/**
 * Whether the files of a posting may become active. Refuses with POSTING_RUNNING, POSTING_UNCONFIRMED,
 * POSTING_ACTIVATED or POSTING_WITHDRAWN.
 */
export function mayActivate(posting: PostingState, today: LocalDate): Result<true> {
  switch (postingStatus(posting, today)) {
    case 'ENDED':
      return posting.unconfirmed ? refuse(postingUnconfirmed()) : ok(true);
    case 'RUNNING':
      return refuse(
        problem('POSTING_RUNNING', {
          zh: `公示到 ${posting.to} 结束，次日起可建档`,
          en: `The posting runs until ${posting.to}; files can be activated from the next day on.`,
        }),
      );
    case 'WITHDRAWN':
      return refuse(postingWithdrawn());
    case 'ACTIVATED':
      return refuse(postingFinished());
  }
}

/** A posting whose files were all opened, returned or rejected takes no more files. */
export const postingFinished = (): Problem =>
  problem('POSTING_ACTIVATED', {
    zh: '本次公示已办结，各户已建档、退回或驳回；其余的户另行张榜公示',
    en: 'This posting is closed: its files were opened, returned or rejected. Post other households separately.',
  });

/**
 * Whether a posting may be withdrawn: while it holds posted files and opened none, even one suspended since. Refuses with
 * POSTING_WITHDRAWN, POSTING_OPENED or POSTING_EMPTY.
 */
export function mayWithdraw(
  posting: PostingState & { readonly posted: number; readonly opened: number },
): Result<true> {
  if (posting.withdrawn) return refuse(postingWithdrawn());
  if (posting.activated || posting.opened > 0) return refuse(postingOpened());
  return posting.posted > 0 ? ok(true) : refuse(nothingHangs());
}

const nothingHangs = (): Problem =>
  problem('POSTING_EMPTY', {
    zh: '本次公示的各户已退回或驳回，没有公示中的户，不用撤回；点“办结公示”',
    en: 'All households of this posting were returned or rejected; there is nothing to withdraw. Close the posting.',
  });

/** A withdrawn posting stays as it was: neither opened, confirmed nor withdrawn again. */
export const postingWithdrawn = (): Problem =>
  problem('POSTING_WITHDRAWN', {
    zh: '本次公示已撤回，各户重新公示后再建档',
    en: 'This posting was withdrawn. Post its households again first.',
  });

/** A withdrawn posting no longer hangs: its list is not printed, and no photograph shows it. */
export const withdrawnForWall = (): Problem =>
  problem('POSTING_WITHDRAWN', {
    zh: '本次公示已撤回，不再打印、不再上传照片；重新张榜公示后打印新的名单',
    en: 'This posting was withdrawn and is neither printed nor photographed. Post the households again and print that list.',
  });

/** Files that a posting opened are not taken back with it. */
export const postingOpened = (): Problem =>
  problem('POSTING_OPENED', {
    zh: '本次公示已有户建档，不能撤回；个别户有误的，在该户退回或提出退出',
    en: 'Files of this posting are already active, so it cannot be withdrawn. Return or exit single households instead.',
  });

/** A posting withdrawn by whom and when, which takes neither another withdrawal nor more files. */
export function alreadyWithdrawn(by: string, at: Date): Problem {
  const said = handWords({ by, at });
  return problem('POSTING_WITHDRAWN', {
    zh: `${said.zh}已撤回本次公示`,
    en: `This posting is already withdrawn (${said.en}).`,
  });
}

/** Withdrawing would remove an objection that was upheld, and its household could be posted as if there were none. */
export const upheldFirst = (): Problem =>
  problem('OBJECTION_UPHELD', {
    zh: '有户的异议已成立，先把该户退回补正或不予建档，再撤回公示',
    en: 'An objection to a household was upheld. Return or reject that file first, then withdraw the posting.',
  });

const postingUnconfirmed = (): Problem =>
  problem('POSTING_UNCONFIRMED', {
    zh: '公示为张榜后补录，上传现场照片，由张榜人以外的人确认后再建档',
    en: 'This posting was recorded afterwards. Upload a photograph and have another person confirm it first.',
  });

/** The facts that decide whether a posting can be confirmed. */
export interface PostingToConfirm {
  readonly enteredAfterwards: boolean;
  readonly confirmed: boolean;
  readonly publishedBy: string;
  readonly photos: number;
  /** Whether the person confirming registered, changed or submitted a household on the list. */
  readonly madeByActor: boolean;
}

/**
 * Whether someone may confirm that a list entered after its first day was really posted from that day. Needs a
 * photograph; not allowed for anybody who entered it or made a household on it. Refuses with
 * POSTING_NEEDS_NO_CONFIRMATION, POSTING_CONFIRMED, OWN_POSTING, OWN_WORK or POSTING_PHOTO_MISSING.
 */
export function mayConfirm(posting: PostingToConfirm, staffId: string): Result<true> {
  if (!posting.enteredAfterwards) {
    return refuse(
      problem('POSTING_NEEDS_NO_CONFIRMATION', {
        zh: '公示当日录入，不需要确认',
        en: 'This posting was recorded on its first day and needs no confirmation.',
      }),
    );
  }
  if (posting.confirmed) {
    return refuse(problem('POSTING_CONFIRMED', { zh: '公示已确认', en: 'This posting is already confirmed.' }));
  }
  if (posting.publishedBy === staffId) return refuse(ownPosting());
  if (posting.madeByActor) return refuse(ownHandling('MADE'));
  return posting.photos > 0 ? ok(true) : refuse(photoMissing());
}

export const ownPosting = (): Problem =>
  problem('OWN_POSTING', {
    zh: '由本人张榜录入，由另一位审核员或审批人确认',
    en: 'You posted this. Ask another reviewer or approver to confirm it.',
  });

export const photoMissing = (): Problem =>
  problem('POSTING_PHOTO_MISSING', {
    zh: '没有公示现场照片，上传后再确认',
    en: 'There is no photograph of the posting. Upload one first.',
  });
