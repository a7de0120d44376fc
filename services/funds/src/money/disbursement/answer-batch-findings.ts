import { recordAudit } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { ok, readRequiredText, refuse, type Problem, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import type { OpeningCommand } from '../../command.ts';
import type { DisbursementBatch } from '../../generated/prisma/client.ts';
import { sealWords, wordsPlace } from '../written-words/written-words.ts';
import { unanswered, type Finding } from './batch-findings.ts';
import { batchConstraints, findingsUnanswered, mayAnswerFindings } from './batch.ts';
import { findBatchToDecide } from './find-batch.ts';
import { loadBatchFindings } from './load-batch-findings.ts';

/** The head of finance's answer to one finding. */
export interface FindingAnswerInput {
  /** The finding's key. */
  readonly finding: string;
  /** Why the payment is right nevertheless; required when the finding asks for a reason. */
  readonly reason?: string | null | undefined;
}

/**
 * Records that the head of finance has seen the findings of a batch, with a reason where one is required. Covers every
 * open finding, so that the batch can proceed.
 */
export function answerBatchFindings(
  command: OpeningCommand,
  input: { readonly batchId: string; readonly answers: readonly FindingAnswerInput[] },
): Promise<Result<DisbursementBatch>> {
  return runCommand(command, { action: 'batch.approve', constraints: batchConstraints }, async (tx) => {
    const found = await findBatchToDecide(tx, input.batchId);
    if (!found.ok) return found;
    const allowed = mayAnswerFindings(found.value, command.actor);
    if (!allowed.ok) return allowed;
    const answered = await keepAnswers(tx, command, found.value, input.answers);
    return answered.ok ? ok(found.value) : answered;
  });
}

/** Stores answers to a batch's findings; refuses when a finding that needs an answer has none. */
export async function keepAnswers(
  tx: Transaction,
  { actor, at, keyring, requestId }: OpeningCommand,
  batch: DisbursementBatch,
  answers: readonly FindingAnswerInput[],
): Promise<Result<void>> {
  const { findings } = await loadBatchFindings(tx, keyring, batch.id);
  const known = await tx.batchAnswer.findMany({ where: { batchId: batch.id }, select: { finding: true } });
  const open = unanswered(findings, known);
  const read = readAnswers(open, answers);
  if (!read.ok) return read;
  if (unanswered(open, read.value).length > 0) return refuse(findingsUnanswered());
  if (read.value.length === 0) return ok(undefined);
  await tx.batchAnswer.createMany({
    data: read.value.map(({ finding, reason }) => {
      const row = { id: newEventId(), organizationPath: batch.organizationPath };
      return {
        ...row,
        batchId: batch.id,
        finding,
        reason: sealWords(keyring, reason, wordsPlace('batch_answer', 'reason', row)),
        answeredBy: actor.staffId,
        answeredByName: actor.name,
        answeredAt: at,
      };
    }),
  });
  await recordAudit(tx, { actor, requestId }, [
    {
      action: 'batch.answer-findings',
      recordType: 'DisbursementBatch',
      recordId: batch.id,
      after: { findings: read.value.map(({ finding }) => finding) },
    },
  ]);
  return ok(undefined);
}

/** The answers to open findings; answers to anything else are ignored. */
function readAnswers(
  open: readonly Finding[],
  answers: readonly FindingAnswerInput[],
): Result<readonly { readonly finding: string; readonly reason: string | null }[]> {
  const given = new Map(answers.map(({ finding, reason }) => [finding, reason ?? '']));
  const kept: { finding: string; reason: string | null }[] = [];
  const problems: Problem[] = [];
  for (const { key, answer } of open) {
    const typed = given.get(key);
    if (typed === undefined) continue;
    if (answer === 'SEEN') {
      kept.push({ finding: key, reason: null });
      continue;
    }
    const reason = readRequiredText(typed, key, 500, { zh: '缘由', en: 'The reason' });
    if (reason.ok) kept.push({ finding: key, reason: reason.value });
    else problems.push(...reason.problems);
  }
  return problems.length > 0 ? refuse(...problems) : ok(kept);
}
