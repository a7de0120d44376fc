import type { Actor } from '@nuangong/access';
import { isUuid, ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import type { DibaoLine } from '../../generated/prisma/client.ts';

/** An unconfirmed line within the actor's organisation. Refuses with NOT_FOUND or DIBAO_LINE_CONFIRMED. */
export async function findWaitingLine(tx: Transaction, actor: Actor, id: string): Promise<Result<DibaoLine>> {
  const line = isUuid(id) ? await tx.dibaoLine.findUnique({ where: { id } }) : null;
  if (line === null || !line.organizationPath.startsWith(actor.scope)) {
    return refuse(notFound({ zh: '低保线', en: 'dibao line' }, 'dibaoLineId'));
  }
  if (line.awaitsConfirmation) return ok(line);
  return refuse(
    problem('DIBAO_LINE_CONFIRMED', {
      zh: '低保线已确认，不能再改；有误的另录一条新的生效日期',
      en: 'The line is already confirmed. If it is wrong, enter another from a new day.',
    }),
  );
}
