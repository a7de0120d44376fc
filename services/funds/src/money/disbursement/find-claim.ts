import { isUuid, ok, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import type { Command } from '../../command.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { lockBook } from '../../ledger/ledger/post-entry.ts';
import { mayAnswerReturn, nothingClaimed } from './return-claim.ts';

const whole = { payment: { include: { grant: true } } } as const satisfies Prisma.ReturnClaimInclude;

export type WaitingClaim = Prisma.ReturnClaimGetPayload<{ include: typeof whole }>;

/** Finds the returned payment that waits for an answer, locks its book, and checks whether the actor may answer. */
export async function findClaimToAnswer(
  tx: Transaction,
  { actor }: Pick<Command, 'actor'>,
  paymentId: string,
): Promise<Result<WaitingClaim>> {
  const missing = refuse(notFound({ zh: '发放明细', en: 'payment' }, 'paymentId'));
  if (!isUuid(paymentId)) return missing;
  const payment = await tx.payment.findUnique({ where: { id: paymentId } });
  if (payment === null) return missing;
  await lockBook(tx, payment.bookPath);
  const claim = await tx.returnClaim.findFirst({ where: { paymentId, status: 'WAITING' }, include: whole });
  if (claim === null) return refuse(nothingClaimed());
  const allowed = mayAnswerReturn({ ...claim, handlers: claim.payment.grant.handlers }, actor);
  return allowed.ok ? ok(claim) : allowed;
}
