import { bookOf, isWithin, scopeOf, systemActor } from '@nuangong/access';
import { identityOf, prismaSql, setIdentity } from '@nuangong/database';
import type { EventOfType } from '@nuangong/events';
import { loadLineage } from '@nuangong/organizations';
import { citeClause, maskBankAccount, maskIdentityNumber } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import type { RunningParts } from '../../running-parts.ts';
import { receivePayee, receiveWords, sealPayee } from '../payee/payee.ts';
import { wordsPlace } from '../written-words/written-words.ts';

/**
 * Stores the approved grant and commits money of its book for it, or leaves it waiting with the missing amount, in one
 * SQL call; idempotent. Acts for the book that pays: the one that the campaign names, else the nearest at or above the
 * household's organisation. If the organisation has moved since, the grant stays where that book pays it.
 */
export async function whenApplicationApproved(
  event: EventOfType<'nuangong.application-approved.v1'>,
  tx: Transaction,
  parts: RunningParts,
): Promise<void> {
  const { data, organizationPath: present } = event;
  const payee = receivePayee(parts.keyring, data.sealedPayee, data.grantId);
  const book = scopeOf(data.book?.path ?? bookOf(await loadLineage(prismaSql(tx), present)).path);
  const path = isWithin(scopeOf(data.organization.path), book) ? data.organization.path : present;
  if (!isWithin(scopeOf(path), book)) {
    throw new Error(`grant ${data.grantId} names a book that is not at or above its own organisation`);
  }
  await setIdentity(tx, identityOf(systemActor(book)));
  const words = receiveWords(parts.keyring, data.sealedPayee, data.grantId);
  const clause = (words.clauses ?? data.clauses).map(citeClause).join('；');
  const place = { id: data.grantId, organizationPath: path };
  const approved = {
    id: data.grantId,
    organization_path: path,
    organization_id: data.organization.id,
    organization_code: data.organization.code,
    organization_name: data.organization.name,
    book_path: data.book?.path ?? null,
    application_id: data.applicationId,
    campaign_id: data.campaignId,
    household_id: data.householdId,
    case_file_id: data.caseFileId,
    eligibility_decision_id: data.eligibilityDecisionId,
    aid_type: data.aidType,
    mark: data.mark,
    purpose: data.purpose,
    amount_fen: data.amountFen.toString(),
    payee_name: data.payeeName,
    unit_name: data.unitName,
    sealed_payee: sealPayee(parts.keyring, payee, { id: data.grantId, organizationPath: path }),
    masked_identity_number: maskIdentityNumber(payee.identityNumber),
    masked_bank_account: payee.bankAccount === null ? '' : maskBankAccount(payee.bankAccount),
    reason: parts.keyring.seal(words.reason ?? data.reason, wordsPlace('aid_grant', 'reason', place)),
    clause: parts.keyring.seal(clause, wordsPlace('aid_grant', 'clause', place)),
    migrant_worker: data.migrantWorker,
    model_worker: data.modelWorker,
    worksheet_row: data.worksheetRow,
    approved_by_id: data.approvedBy.id,
    approved_by_name: data.approvedBy.name,
    approved_at: data.approvedAt,
    handlers: [...new Set([...(data.handlers ?? []), data.approvedBy.id])],
  };
  await tx.$queryRaw`
    select commit_approved_grant(${JSON.stringify(approved)}::jsonb, ${parts.clock()}::timestamptz,
      ${event.requestId})`;
}
