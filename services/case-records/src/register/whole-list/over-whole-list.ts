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

/** A command that is carried out over a whole list, piece by piece. */
export type ListCommand = JobKind<Transaction, RunningParts>;

/** The commands over whole lists, by their job's kind: each concept adds its own when its graph is loaded. */
export const listCommands: JobKinds<Transaction, RunningParts> & Record<string, ListCommand> = {};

/** Adds a concept's commands over whole lists. */
export function addListCommands(commands: Readonly<Record<string, ListCommand>>): void {
  Object.assign(listCommands, commands);
}

/** Which list, for a command that was given no ids. */
export interface ListOfCommand {
  /** Of `listCommands`. */
  readonly kind: string;
  readonly subject?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly list: WantedJob['list'];
}

/** Carries a command out at once where ids were named or the list is short, as a job where it is long. */
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

/** What was done at once; nothing where a job does it. */
export function doneAtOnce<T>(result: Result<AtOnceOrJob<T>>): T | undefined {
  return result.ok && result.value.kind === 'DONE' ? result.value.value : undefined;
}

/** A text of a job's input or state; nothing where it has none of this name. */
export function textOf(input: JobInHand['input'], name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}

/** The rows of a piece that needs to remember nothing for the next one. */
export const pieceOf = (rows: readonly PieceRow[]): Piece => ({ rows });

const sealedOpinion = 'sealedOpinion';

/** What somebody wrote for a whole list, which waits sealed for whoever wrote it. */
export function opinionOf({ parts, actor }: CaseRecordsContext, input: JobInHand['input']): string | undefined {
  const sealed = textOf(input, sealedOpinion);
  return sealed === undefined ? textOf(input, 'opinion') : parts.keyring.openFromTransit(sealed, actor.staffId);
}

/** An input as a job keeps it: its words sealed. */
export function keptInput(
  { parts, actor }: CaseRecordsContext,
  input: Readonly<Record<string, unknown>>,
): JobInHand['input'] {
  const { opinion, ...rest } = input;
  if (typeof opinion !== 'string') return input;
  return { ...rest, [sealedOpinion]: parts.keyring.sealForTransit(opinion, actor.staffId) };
}
