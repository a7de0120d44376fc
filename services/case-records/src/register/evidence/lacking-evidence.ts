import type { Prisma } from '../../generated/prisma/client.ts';
import { evidenceWantedBy, tellsOfHealth } from './evidence.ts';

/** The case files that lack a required kind of evidence; kinds that reveal health only for those who may know of it. */
export function lackingEvidence(readsHealth: boolean): Prisma.CaseFileWhereInput {
  const kinds = evidenceWantedBy.filter(({ kind }) => readsHealth || !tellsOfHealth(kind));
  return {
    OR: kinds.map(({ kind, causes, dibao }) => ({
      evidence: { none: { kind } },
      ...(causes !== undefined && { household: { is: { causes: { hasSome: [...causes] } } } }),
      ...(dibao === true && { household: { is: { dibaoStatus: { not: 'NONE' } } } }),
    })),
  };
}
