import { mapResult, type Result } from '@nuangong/primitives';
import {
  overWholeList,
  type AtOnceOrJob,
  type JobInHand,
  type JobKind,
  type JobKinds,
  type Piece,
  type PieceRow,
  type WantedJob,
} from '@nuangong/service';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RunningParts } from '../../running-parts.ts';

/** A command that runs over a whole list, piece by piece. */
export type ListCommand = JobKind<Transaction, RunningParts>;

/** The commands over whole lists, by the kind of their job; each concept adds its own when its graph is loaded. */
export const listCommands: JobKinds<Transaction, RunningParts> & Record<string, ListCommand> = {};

/** Adds a concept's commands over whole lists. */
export function addListCommands(commands: Readonly<Record<string, ListCommand>>): void {
  Object.assign(listCommands, commands);
}

/** The list of a command that was given no ids. */
export interface ListOfCommand {
  /** A key of `listCommands`. */
  readonly kind: string;
  readonly subject?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly list: WantedJob['list'];
}

/** Runs a command directly if ids were given or the list is short, and as a job if it is long. */
export async function atOnceOrInPieces<T>(
  context: CaseRecordsContext,
  list: ListOfCommand | undefined,
  atOnce: () => Promise<Result<T>>,
): Promise<Result<AtOnceOrJob<T>>> {
  if (list !== undefined) {
    const { input = {} } = list;
    return overWholeList(context, listCommands, { ...list, input, kept: keptInput(context, input) }, atOnce);
  }
  return mapResult(await atOnce(), (value) => ({ kind: 'DONE', value }));
}

/** The result of a command that ran directly; undefined if a job runs it. */
export function doneAtOnce<T>(result: Result<AtOnceOrJob<T>>): T | undefined {
  return result.ok && result.value.kind === 'DONE' ? result.value.value : undefined;
}

/** A text of a job's input or state; undefined if there is none of this name. */
export function textOf(input: JobInHand['input'], name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}

/** A piece that keeps no state for the next one. */
export const pieceOf = (rows: readonly PieceRow[]): Piece => ({ rows });

const sealedOpinion = 'sealedOpinion';

/** The opinion for a whole list, which is kept sealed for its author until the job runs. */
export function opinionOf({ parts, actor }: CaseRecordsContext, input: JobInHand['input']): string | undefined {
  const sealed = textOf(input, sealedOpinion);
  return sealed === undefined ? textOf(input, 'opinion') : parts.keyring.openFromTransit(sealed, actor.staffId);
}

/** An input as stored with a job, its opinion sealed. */
export function keptInput(
  { parts, actor }: CaseRecordsContext,
  input: Readonly<Record<string, unknown>>,
): JobInHand['input'] {
  const { opinion, ...rest } = input;
  if (typeof opinion !== 'string') return input;
  return { ...rest, [sealedOpinion]: parts.keyring.sealForTransit(opinion, actor.staffId) };
}
