import type { Transaction } from '../../builder.ts';
import type { OpeningCommand } from '../../command.ts';
import type { GrantToDecide } from './find-grant.ts';
import { wordsPlace } from '../written-words/written-words.ts';

/** Stores a second person's answer to a proposal for a grant. */
export async function answerDecision(
  tx: Transaction,
  { actor, at, keyring }: Pick<OpeningCommand, 'actor' | 'at' | 'keyring'>,
  grant: GrantToDecide,
  answer: { readonly status: 'CARRIED_OUT' } | { readonly status: 'REFUSED'; readonly answer: string },
): Promise<void> {
  const proposed = await tx.grantDecision.findFirst({ where: { grantId: grant.id, status: 'PROPOSED' } });
  if (proposed === null) return;
  const words =
    answer.status === 'REFUSED'
      ? { answer: keyring.seal(answer.answer, wordsPlace('grant_decision', 'answer', proposed)) }
      : {};
  await tx.grantDecision.updateMany({
    where: { id: proposed.id, status: 'PROPOSED' },
    data: { ...answer, ...words, answeredBy: actor.staffId, answeredByName: actor.name, answeredAt: at },
  });
}
