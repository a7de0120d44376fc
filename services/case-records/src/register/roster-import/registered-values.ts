import type { RunSql } from '@nuangong/database';
import type { HardshipCause } from '@nuangong/events';
import type { Keyring } from '@nuangong/sealing';
import type { DibaoStatus, ModelWorkerHonour, PersonStanding } from '../household/household.ts';
import { remarkPlace } from '../written-words/written-of-people.ts';
import { personPlace } from '../person/person-place.ts';

/** A household's registered values for the fields that a roster may hold. Income in fen. */
export interface RegisteredValues {
  readonly unitName: string;
  readonly declaredSize: number;
  readonly perCapitaIncome: bigint;
  readonly dibaoStatus: DibaoStatus;
  readonly causes: readonly HardshipCause[];
  readonly modelWorkerHonour: ModelWorkerHonour;
  readonly headStanding: PersonStanding;
  readonly migrantWorker: boolean;
  readonly phone: string | null;
  readonly bankAccount: string | null;
  readonly remark: string | null;
}

interface Standing extends Omit<RegisteredValues, 'perCapitaIncome' | 'phone' | 'bankAccount' | 'remark'> {
  readonly id: string;
  readonly organizationPath: string;
  readonly perCapitaIncomeFen: string;
  readonly sealedRemark: string | null;
  readonly headId: string;
  readonly sealedPhone: string | null;
  readonly sealedBankAccount: string | null;
}

/** The registered values of households, opened for comparison; never shown unmasked. One statement. */
export async function loadRegistered(
  run: RunSql,
  keyring: Keyring,
  householdIds: readonly string[],
): Promise<ReadonlyMap<string, RegisteredValues>> {
  if (householdIds.length === 0) return new Map();
  const rows = await run<Standing>(
    `select h.id::text as id, h.organization_path as "organizationPath", h.unit_name as "unitName",
       h.declared_size as "declaredSize", h.per_capita_income_fen::text as "perCapitaIncomeFen", h.dibao_status as "dibaoStatus",
       h.causes, h.model_worker_honour as "modelWorkerHonour", h.head_standing as "headStanding",
       h.migrant_worker as "migrantWorker",
       h.sealed_remark as "sealedRemark", p.id::text as "headId", p.sealed_phone as "sealedPhone",
       p.sealed_bank_account as "sealedBankAccount"
     from household h join person p on p.id = h.head_id where h.id = any($1::uuid[])`,
    householdIds,
  );
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await opened(keyring, row)] as const)));
}

async function opened(keyring: Keyring, standing: Standing): Promise<RegisteredValues> {
  const { id, organizationPath, perCapitaIncomeFen, sealedRemark, headId, sealedPhone, sealedBankAccount, ...facts } =
    standing;
  const contact = (sealed: string | null, column: 'sealed_phone' | 'sealed_bank_account') =>
    sealed === null ? null : keyring.open(sealed, personPlace(headId, column));
  const [phone, bankAccount, remark] = await Promise.all([
    contact(sealedPhone, 'sealed_phone'),
    contact(sealedBankAccount, 'sealed_bank_account'),
    sealedRemark === null ? null : keyring.open(sealedRemark, remarkPlace(id, organizationPath)),
  ]);
  return { ...facts, perCapitaIncome: BigInt(perCapitaIncomeFen), phone, bankAccount, remark };
}
