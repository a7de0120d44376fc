import type { CommandResult } from '../../base/graph/command.ts';
import { request } from '../../base/graph/client.ts';
import {
  redriveDeadLettersAlikeMutation,
  redriveDeadLettersMutation,
  replayEventsMutation,
} from '../../base/graph/generated/events.ts';
import type { RedrivenPartsFragment, ReplayEventsMutation } from '../../base/graph/generated/operation-types.ts';
import { only, type Service } from './services.ts';

/** Makes all facts again from every kept event; returns how many there were before and after. */
export async function replayEvents(): Promise<ReplayEventsMutation['replayEvents']> {
  return (await request(replayEventsMutation, {})).replayEvents;
}

export type Redriven = CommandResult & RedrivenPartsFragment;

/** Handles these dead letters of a service again, with a result for each. */
export async function redriveDeadLetters({
  service,
  ids,
}: {
  readonly service: Service;
  readonly ids: readonly string[];
}): Promise<Redriven> {
  const data = await request(redriveDeadLettersMutation, { input: { ids: [...ids] }, ...only(service) });
  return answerOf(data[service]);
}

/** Handles the dead letters of one type again, those that have waited longest first, a bounded number per call. */
export async function redriveDeadLettersAlike({
  service,
  type,
}: {
  readonly service: Service;
  readonly type: string;
}): Promise<Redriven> {
  const data = await request(redriveDeadLettersAlikeMutation, { input: { type }, ...only(service) });
  return answerOf(data[service]);
}

function answerOf(result: Redriven | undefined): Redriven {
  if (result === undefined) throw new Error('the service answered without its result');
  return result;
}
