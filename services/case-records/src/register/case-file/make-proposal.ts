import { recordAudit, storedDate } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { refuse, ok, type LocalDate, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { FileProposal } from '../../generated/prisma/client.ts';
import { sealWords, wordsPlace } from '../written-words/sealed-words.ts';
import { proposalOpen, proposalPlace, type ProposalKind } from './file-proposal.ts';

/** A proposal for a file; `content` is sealed. */
export interface ProposalDraft {
  readonly kind: ProposalKind;
  readonly caseFile: { readonly id: string; readonly householdId: string; readonly organizationPath: string };
  readonly content: object;
  readonly changes?: readonly {
    readonly fact: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly exit?: { readonly reason: string; readonly on: LocalDate; readonly dateReason: string | null };
}

/** The problem for the database's refusal of a second open proposal. */
export const proposalConstraints = { file_proposal_one_open: proposalOpen };

/** Submits a change or an exit to a second person. Refuses with PROPOSAL_OPEN if another is already open. */
export async function makeProposal(
  tx: Transaction,
  context: CaseRecordsContext,
  draft: ProposalDraft,
): Promise<Result<FileProposal>> {
  const { actor, parts, requestId } = context;
  const { caseFile, kind, exit } = draft;
  const waiting = await tx.fileProposal.findFirst({ where: { caseFileId: caseFile.id, decision: null } });
  if (waiting !== null) return refuse(proposalOpen());
  const latest = await tx.householdVersion.aggregate({
    where: { householdId: caseFile.householdId },
    _max: { version: true },
  });
  const id = newEventId();
  const { organizationPath } = caseFile;
  const proposal = await tx.fileProposal.create({
    data: {
      id,
      organizationPath,
      caseFileId: caseFile.id,
      kind,
      householdVersion: latest._max.version ?? 1,
      changes: (draft.changes ?? []).map((change) => ({ ...change })),
      exitReason: exit?.reason ?? null,
      exitedOn: exit === undefined ? null : storedDate(exit.on),
      dateReason: sealWords(
        parts.keyring,
        exit?.dateReason,
        wordsPlace('file_proposal', 'date_reason', { id, organizationPath }),
      ),
      sealedContent: parts.keyring.seal(JSON.stringify(draft.content), proposalPlace(id, organizationPath)),
      proposedBy: actor.staffId,
      proposedByName: actor.name,
      proposedAt: parts.clock(),
    },
  });
  await recordAudit(tx, { actor, requestId }, [
    { action: 'proposal.make', recordType: 'CaseFile', recordId: caseFile.id, after: { proposalId: id, kind } },
  ]);
  return ok(proposal);
}
