import type { Action, Actor } from '@nuangong/access';
import { problem, type Bilingual, type Problem, type Result } from '@nuangong/primitives';
import type { RequestContext } from '@nuangong/subgraph';

/** The status of a job: under way, or how it ended. */
export type JobStatus = 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

/** The result for one row of a list. */
export interface PieceRow {
  readonly id: string;
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

/** The result of a piece: a row for each of its records, and the state for the next piece. */
export interface Piece {
  readonly rows: readonly PieceRow[];
  readonly state?: Readonly<Record<string, unknown>>;
}

/** What a piece receives besides its records. */
export interface JobInHand {
  readonly input: Readonly<Record<string, unknown>>;
  readonly state: Readonly<Record<string, unknown>>;
}

/** A record that a job made: a posting, a batch. */
export interface MadeRecord {
  readonly recordType: string;
  readonly id: string;
  readonly name: Bilingual;
}

/** A command that can be carried out over a whole list. */
export interface JobKind<Tx, Parts> {
  /** A description of what is being done, for people. */
  readonly title: Bilingual;
  readonly action: Action;
  /** Rows per piece and transaction, and the most that run without a job; 500 by default. */
  readonly rowsOfPiece?: number;
  /** Checks the command before any row is looked at. */
  check?(input: JobInHand['input']): Result<unknown>;
  /** The records that it has made, from the state that its pieces left. */
  made?(state: JobInHand['state']): readonly MadeRecord[];
  /** Carries it out for a part of the list, as the person who started it: the same command that a short list runs. */
  work(context: RequestContext<Tx, Parts>, ids: readonly string[], job: JobInHand): Promise<Result<Piece>>;
}

/** A service's commands over whole lists, by the job's kind: `case-file.submit`. */
export type JobKinds<Tx, Parts> = Readonly<Record<string, JobKind<Tx, Parts>>>;

/** A job as stored. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly status: JobStatus;
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly reasons: readonly Problem[];
  /** The state that its pieces left, such as a posting's id. */
  readonly state: Readonly<Record<string, unknown>>;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** A row of a job's list; it has no outcome until it was reached. */
export interface JobRow {
  readonly id: string;
  readonly label: string;
  readonly outcome: 'DONE' | 'REFUSED' | null;
  readonly problems: readonly Problem[];
}

const defaultRowsOfPiece = 500;

/** The most records in one piece of a kind; a list that is no longer is carried out without a job. */
export const rowsOfPiece = (kind: { readonly rowsOfPiece?: number } | undefined): number =>
  kind?.rowsOfPiece ?? defaultRowsOfPiece;

/**
 * This many consecutive rows refused for a reason that concerns a whole piece end a job, because it would only continue
 * to refuse.
 */
export const mostStrikes = 20;
/** A job that has stood still for this long is not resumed, because much has changed since; in milliseconds. */
export const longestStandstillMs = 12 * 60 * 60 * 1000;
/** How long ended jobs are kept, in days. */
export const keptDays = 30;

export const columnsOfJob = `id::text as id, kind, subject, status, total, done, refused, reasons, state,
  started_at as "startedAt", finished_at as "finishedAt"`;

/** The actor as a job stores it. */
export const actorOf = (kept: unknown): Actor => kept as Actor;

export const jobNotFound = { zh: '批量办理', en: 'job' } as const;

/** A colleague is already running the same command over the same list. */
export const underWay = (name: string): Problem =>
  problem('JOB_UNDER_WAY', {
    zh: `${name} 正在批量办理同一名单，办完后再办`,
    en: `${name} is already processing this list. Wait until it is finished.`,
  });

export const nothingInList = (): Problem =>
  problem('NOTHING_IN_LIST', {
    zh: '名单中没有可办理的，刷新后核对',
    en: 'Nothing in this list remains to be done. Refresh and check it.',
  });

export const stoodStill = (): Problem =>
  problem('JOB_STOOD_STILL', {
    zh: '系统停了太久，未办的没有办理；刷新后重新办理其余的',
    en: 'The system was down for too long and the rest was not processed. Refresh and do the rest again.',
  });
