import { request } from '../graph/client.ts';
import type { CommandResult } from '../graph/command.ts';
import { replayDeadLettersMutation, replayEventsMutation } from '../graph/generated/events.ts';
import type { ReplayDeadLettersMutation, ReplayEventsMutation } from '../graph/generated/operation-types.ts';

/** Makes all facts anew from every event kept; answers with how many there were before and after. */
export async function replayEvents(): Promise<ReplayEventsMutation['replayEvents']> {
  return (await request(replayEventsMutation, {})).replayEvents;
}

/** Handles dead letters once more, a result for each. */
export async function replayDeadLetters(
  ids: readonly string[],
): Promise<CommandResult & { readonly rows: ReplayDeadLettersMutation['replayDeadLetters'] }> {
  const { replayDeadLetters: rows } = await request(replayDeadLettersMutation, { input: { ids: [...ids] } });
  return { problems: [], rows };
}
