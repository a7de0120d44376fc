import { cityOf, scopeOf, systemActor } from '@nuangong/access';
import { identityOf, prismaSql, setIdentity } from '@nuangong/database';
import { loadLineage } from '@nuangong/organizations';
import { localDateAt, maskBankAccount, maskIdentityNumber } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import type { Transaction } from '../../builder.ts';
import { receivePayee, sealCorrectedPayee } from '../payee/payee.ts';
import type { RunningParts } from '../../running-parts.ts';
import { sealNewsContent, type NewsContent, type NewsKind } from './news.ts';

/** The part that all case-file events have in common. */
export interface ToldOfFile {
  readonly caseFileId: string;
  readonly householdId: string;
}

/** What happened to the file. */
export interface FileNews {
  readonly kind: NewsKind;
  readonly on: string;
  /** When it took effect: the moment of the event, or of a correction's confirmation. */
  readonly at: Date;
  readonly content?: NewsContent;
  readonly staff?: readonly { readonly id: string; readonly name: string }[];
  /** The corrected payee, sealed in transit for the file. */
  readonly sealedPayee?: string;
}

/**
 * Stores news of a file and applies it to the file's unpaid grants, in one SQL call; idempotent. Acts for the whole
 * city, because a household may have moved within it since its grant was approved.
 */
export async function takeNews(
  event: { readonly id: string; readonly organizationPath: string; readonly data: ToldOfFile },
  news: FileNews,
  tx: Transaction,
  { keyring, clock }: RunningParts,
): Promise<void> {
  const { caseFileId, householdId } = event.data;
  const { organizationPath } = event;
  const city = cityOf(await loadLineage(prismaSql(tx), organizationPath));
  await setIdentity(tx, identityOf(systemActor(scopeOf(city.path))));
  const place = { id: event.id, organizationPath };
  const staff = news.staff ?? [];
  const told = {
    id: event.id,
    organization_path: organizationPath,
    case_file_id: caseFileId,
    household_id: householdId,
    kind: news.kind,
    happened_on: news.on,
    told_at: news.at,
    staff_ids: staff.map(({ id }) => id),
    staff_names: staff.map(({ name }) => name),
    sealed_content: news.content === undefined ? null : sealNewsContent(keyring, news.content, place),
    ...(news.sealedPayee !== undefined && correctedPayee(keyring, news.sealedPayee, caseFileId, place)),
  };
  await tx.$queryRaw`select take_news(${JSON.stringify(told)}::jsonb, ${clock()}::timestamptz)::text`;
}

/** The day of a moment, used to date news. */
export const dayOf = (moment: string): string => localDateAt(new Date(moment));

function correctedPayee(
  keyring: Keyring,
  sealed: string,
  caseFileId: string,
  place: { readonly id: string; readonly organizationPath: string },
) {
  const payee = receivePayee(keyring, sealed, caseFileId);
  return {
    payee_name: payee.name,
    masked_identity_number: maskIdentityNumber(payee.identityNumber),
    masked_bank_account: payee.bankAccount === null ? '' : maskBankAccount(payee.bankAccount),
    sealed_payee: sealCorrectedPayee(keyring, payee, place),
  };
}
