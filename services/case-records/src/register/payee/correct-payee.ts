import { prismaSql, recordAudit } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { combineFields, isUuid, ok, readPhone, readRequiredText, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { Household, Person, PersonCorrection } from '../../generated/prisma/client.ts';
import { readName } from '../person/read-name.ts';
import { readBankAccount } from '../person/read-bank-account.ts';
import { isMoneyWaiting } from '../household/money-waiting.ts';
import { wordsPlace } from '../written-words/sealed-words.ts';
import { applyCorrection } from './apply-correction.ts';
import { correctionPlace, openPayeeOf } from './open-payee.ts';
import {
  correctedPayee,
  correctionWaiting,
  isChanged,
  maskPayee,
  nothingCorrected,
  unchangedOrCorrected,
  type Payee,
} from './payee.ts';

export interface CorrectPayeeInput {
  readonly householdId: string;
  readonly name?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly bankAccount?: string | null | undefined;
  /** Confirms that the registered payee is right. */
  readonly unchanged?: boolean | null | undefined;
  readonly why: string;
}

/**
 * Corrects the name, telephone or account of a household's head, who is its payee, or confirms them without change
 * (更正收款信息). Before and after are kept. If the household has money coming, nothing changes until a second person
 * confirms it.
 */
export function correctPayee(context: CaseRecordsContext, input: CorrectPayeeInput): Promise<Result<PersonCorrection>> {
  const { actor, parts, requestId } = context;
  const constraints = { person_correction_one_waiting: correctionWaiting };
  return runCommand(context, { action: 'household.register', constraints }, async (tx: Transaction) => {
    const run = prismaSql(tx);
    const household = isUuid(input.householdId)
      ? await tx.household.findUnique({ where: { id: input.householdId }, include: { head: true } })
      : null;
    if (household === null) return refuse(notFound({ zh: '家庭', en: 'household' }, 'householdId'));
    const given = readCorrection(input);
    if (!given.ok) return given;
    const before = await openPayeeOf(parts.keyring, household.head);
    const after = correctedPayee(before, given.value);
    const changed = isChanged(before, after);
    if (input.unchanged === true && changed) return refuse(unchangedOrCorrected());
    if (input.unchanged !== true && !changed) return refuse(nothingCorrected());
    await run('select id from case_file where household_id = $1::uuid for no key update', household.id);
    const moneyWaits = await isMoneyWaiting(run, household.id);
    const { why } = given.value;
    const correction = await keepCorrection(tx, context, household, { before, after, changed, moneyWaits, why });
    if (!moneyWaits) await applyCorrection(run, parts, household.head, { before, after });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'payee.correct',
        recordType: 'Household',
        recordId: household.id,
        after: { correctionId: correction.id, changed, waits: moneyWaits },
      },
    ]);
    return ok(correction);
  });
}

function readCorrection(input: CorrectPayeeInput) {
  const typed = (text: string | null | undefined): text is string => (text ?? '').trim() !== '';
  const { name, phone, bankAccount } = input;
  return combineFields({
    name: typed(name) ? readName(name, 'name') : ok(null),
    phone: typed(phone) ? readPhone(phone, { field: 'phone' }) : ok(null),
    bankAccount: typed(bankAccount) ? readBankAccount(bankAccount, 'bankAccount') : ok(null),
    why: readRequiredText(input.why, 'why', 500),
  });
}

function keepCorrection(
  tx: Transaction,
  { actor, parts }: CaseRecordsContext,
  household: Household & { readonly head: Person },
  correction: {
    readonly before: Payee;
    readonly after: Payee;
    readonly changed: boolean;
    readonly moneyWaits: boolean;
    readonly why: string;
  },
): Promise<PersonCorrection> {
  const id = newEventId();
  const { organizationPath, head } = household;
  const { before, after, changed, moneyWaits, why } = correction;
  const seal = (payee: Payee, column: 'sealed_before' | 'sealed_after'): string =>
    parts.keyring.seal(JSON.stringify(payee), correctionPlace(id, organizationPath, column));
  return tx.personCorrection.create({
    data: {
      id,
      organizationPath,
      householdId: household.id,
      personId: head.id,
      state: moneyWaits ? 'WAITING' : 'DONE',
      moneyWaits,
      changed,
      before: { ...maskPayee(before) },
      after: { ...maskPayee(after) },
      sealedBefore: seal(before, 'sealed_before'),
      sealedAfter: seal(after, 'sealed_after'),
      why: parts.keyring.seal(why, wordsPlace('person_correction', 'why', { id, organizationPath })),
      correctedBy: actor.staffId,
      correctedByName: actor.name,
      correctedAt: parts.clock(),
    },
  });
}
