import { prismaSql, readStoredDate, recordAudit } from '@nuangong/database';
import { contracts, exitReason } from '@nuangong/events';
import { refuse, ok, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { proposalPlace } from './file-proposal.ts';
import type { FileProposal } from '../../generated/prisma/client.ts';
import { openWords, wordsPlace } from '../written-words/sealed-words.ts';
import { organizationReference } from '../organization/organization-reference.ts';
import { moveCaseFiles } from './move-case-files.ts';
import { rowResults } from './row-results.ts';

/** Ends a case file as proposed and just confirmed: the household leaves the register. */
export async function exitCaseFile(
  tx: Transaction,
  context: CaseRecordsContext,
  proposal: FileProposal,
): Promise<Result<true>> {
  const { actor, requestId, parts } = context;
  const at = parts.clock();
  if (proposal.exitedOn === null) throw new Error('a proposed exit without its day');
  const place = proposalPlace(proposal.id, proposal.organizationPath);
  const { why } = JSON.parse(await parts.keyring.open(proposal.sealedContent, place)) as { why: string };
  const choice = { kind: 'THESE', ids: [proposal.caseFileId] } as const;
  const reason = exitReason.parse(proposal.exitReason);
  const dateReason =
    proposal.dateReason === null
      ? null
      : await openWords(parts.keyring, proposal.dateReason, wordsPlace('file_proposal', 'date_reason', proposal));
  const exit = { on: readStoredDate(proposal.exitedOn), reason, dateReason };
  const moved = await moveCaseFiles(prismaSql(tx), parts.keyring, {
    command: 'EXIT',
    choice,
    actor,
    at,
    opinion: why,
    exit,
  });
  const [result] = rowResults('EXIT', choice, moved);
  const [file] = moved;
  if (result === undefined || file === undefined || !result.ok) return refuse(...(result?.problems ?? []));
  await announce(tx, { actor, requestId, at }, contracts['case-file-exited.v1'], [
    {
      organizationPath: file.organizationPath,
      data: {
        caseFileId: file.id,
        householdId: file.householdId,
        organization: organizationReference(file),
        reason,
        exitedOn: exit.on,
      },
    },
  ]);
  await recordAudit(tx, { actor, requestId }, [
    { action: 'case-file.exit', recordType: 'CaseFile', recordId: file.id, after: { on: exit.on, reason } },
  ]);
  return ok(true);
}
