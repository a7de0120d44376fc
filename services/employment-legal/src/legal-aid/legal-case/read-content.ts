import { permits } from '@nuangong/access';
import { createReadingAudit } from '@nuangong/subgraph';
import type { WorkContext } from '../../builder.ts';
import type { LegalCase } from '../../generated/prisma/client.ts';
import { contentPlace } from './content-place.ts';

/**
 * The content of a case, for its own officer while their role includes reading it; null for everybody else, superiors
 * included. Each reading is audited, in one statement for all the cases of a request.
 */
export async function readContent(context: WorkContext, legalCase: LegalCase): Promise<string | null> {
  const { actor } = context;
  if (legalCase.sealedContent === null) return null;
  if (legalCase.staffId !== actor.staffId || !permits(actor.roles, 'legal-case.read-content')) return null;
  await auditReading(context, legalCase.id);
  return context.parts.keyring.open(legalCase.sealedContent, contentPlace(legalCase));
}

const auditReading = createReadingAudit<WorkContext>('legal-case.read-content', 'LegalCase');
