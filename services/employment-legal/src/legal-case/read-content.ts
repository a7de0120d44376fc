import { permits } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import { createBatchLoader } from '@nuangong/subgraph';
import type { WorkContext } from '../builder.ts';
import type { LegalCase } from '../generated/prisma/client.ts';
import { contentPlace } from './content-place.ts';

/**
 * What a case is about, for its own officer while that one's role includes reading it; null for everybody else,
 * superiors included. Each reading is audited, one statement for all the cases of a request.
 */
export async function readContent(context: WorkContext, legalCase: LegalCase): Promise<string | null> {
  const { actor } = context;
  if (legalCase.sealedContent === null) return null;
  if (legalCase.staffId !== actor.staffId || !permits(actor.roles, 'legal-case.read-content')) return null;
  await auditReading(context, legalCase.id);
  return context.parts.keyring.open(legalCase.sealedContent, contentPlace(legalCase));
}

const auditReading = createBatchLoader<WorkContext, true>(async (context, ids) => {
  const { actor, requestId, tx } = context;
  await recordAudit(
    (sql, ...values) => tx.$executeRawUnsafe(sql, ...values),
    actor,
    requestId,
    ids.map((recordId) => ({ action: 'legal-case.read-content', recordType: 'LegalCase', recordId })),
  );
  return new Map(ids.map((id) => [id, true]));
});
