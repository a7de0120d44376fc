import { permits } from '@nuangong/access';
import { prismaSql, recordAudit } from '@nuangong/database';
import { isUuid, ok, readRequiredText, readText, refuse, type Result } from '@nuangong/primitives';
import { changedMeanwhile, forbidden, notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { handlersOfFiles } from '../case-file/case-file-handlers.ts';
import { caseFileConstraints } from '../case-file/decide-case-files.ts';
import { exitCaseFile } from '../case-file/exit-case-file.ts';
import type { FileProposal } from '../../generated/prisma/client.ts';
import { sealWords, wordsPlace } from '../written-words/sealed-words.ts';
import { registeredElsewhere } from '../household/one-household.ts';
import { carryOutChange } from './carry-out-change.ts';
import {
  confirmedBy,
  mayDecide,
  mayWithdraw,
  ownProposal,
  type ProposalDecision,
  type ProposalKind,
  type ProposalState,
} from '../case-file/file-proposal.ts';

export interface DecideProposalInput {
  readonly proposalId: string;
  readonly opinion?: string | null | undefined;
}

/** Confirms somebody else's proposal; it takes effect in the same transaction. */
export async function confirmProposal(
  context: CaseRecordsContext,
  input: DecideProposalInput,
): Promise<Result<FileProposal>> {
  return decide(context, 'CONFIRMED', input, (tx, proposal) =>
    proposal.kind === 'EXIT' ? exitCaseFile(tx, context, proposal) : carryOutChange(tx, context, proposal),
  );
}

/** Refuses somebody else's proposal, with the reason; nothing changes. */
export async function refuseProposal(
  context: CaseRecordsContext,
  input: DecideProposalInput,
): Promise<Result<FileProposal>> {
  return decide(context, 'REFUSED', input, () => Promise.resolve(ok(true)));
}

/** Withdraws one's own proposal while it is undecided. */
export async function withdrawProposal(
  context: CaseRecordsContext,
  input: DecideProposalInput,
): Promise<Result<FileProposal>> {
  return decide(context, 'WITHDRAWN', input, () => Promise.resolve(ok(true)));
}

const rules = {
  CONFIRMED: { action: 'case-file.confirm', audit: 'proposal.confirm', may: mayDecide },
  REFUSED: { action: 'case-file.confirm', audit: 'proposal.refuse', may: mayDecide },
  WITHDRAWN: { action: 'household.read', audit: 'proposal.withdraw', may: mayWithdraw },
} as const;

/** Writes the decision first: the database only allows the change or exit in the transaction that confirmed it. */
async function decide(
  context: CaseRecordsContext,
  decision: ProposalDecision,
  input: DecideProposalInput,
  carryOut: (tx: Transaction, proposal: FileProposal) => Promise<Result<true>>,
): Promise<Result<FileProposal>> {
  const { actor, requestId } = context;
  const rule = rules[decision];
  const constraints = {
    ...caseFileConstraints,
    file_proposal_needs_two: ownProposal,
    person_in_one_living_household: () => registeredElsewhere('proposalId'),
  };
  return runCommand(context, { action: rule.action, constraints }, async (tx: Transaction) => {
    const opinion =
      decision === 'REFUSED'
        ? readRequiredText(input.opinion, 'opinion', 1000)
        : readText(input.opinion ?? '', 'opinion', 1000);
    if (!opinion.ok) return opinion;
    const proposal = isUuid(input.proposalId)
      ? await tx.fileProposal.findUnique({ where: { id: input.proposalId } })
      : null;
    if (proposal === null) return refuse(notFound({ zh: '待确认事项', en: 'proposal' }, 'proposalId'));
    if (decision !== 'WITHDRAWN' && !permits(actor.roles, confirmedBy[proposal.kind as ProposalKind])) {
      return refuse(forbidden());
    }
    const may = rule.may(await stateOf(tx, proposal), actor.staffId);
    if (!may.ok) return may;
    const answer = {
      decision,
      decidedBy: actor.staffId,
      decidedByName: actor.name,
      decidedAt: context.parts.clock(),
      decisionOpinion: sealWords(
        context.parts.keyring,
        opinion.value,
        wordsPlace('file_proposal', 'decision_opinion', proposal),
      ),
    };
    const decided = await tx.fileProposal.updateMany({ where: { id: proposal.id, decision: null }, data: answer });
    if (decided.count === 0) return refuse(changedMeanwhile());
    const done = await carryOut(tx, proposal);
    if (!done.ok) return done;
    await recordAudit(tx, { actor, requestId }, [
      {
        action: rule.audit,
        recordType: 'CaseFile',
        recordId: proposal.caseFileId,
        after: { proposalId: proposal.id, kind: proposal.kind },
      },
    ]);
    return ok({ ...proposal, ...answer });
  });
}

async function stateOf(tx: Transaction, proposal: FileProposal): Promise<ProposalState> {
  const handlers = await handlersOfFiles(prismaSql(tx), [proposal.caseFileId]);
  return { ...proposal, makers: handlers.get(proposal.caseFileId)?.makers ?? [] };
}
