import type { Transaction } from '../builder.ts';
import type { Command } from '../command.ts';
import type { GrantToDecide } from './find-grant.ts';

/** Writes down what a second person says to what is proposed for a grant. */
export async function answerDecision(
  tx: Transaction,
  { actor, at }: Pick<Command, 'actor' | 'at'>,
  grant: GrantToDecide,
  answer: { readonly status: 'CARRIED_OUT' } | { readonly status: 'REFUSED'; readonly answer: string },
): Promise<void> {
  await tx.grantDecision.updateMany({
    where: { grantId: grant.id, status: 'PROPOSED' },
    data: { ...answer, answeredBy: actor.staffId, answeredByName: actor.name, answeredAt: at },
  });
}
