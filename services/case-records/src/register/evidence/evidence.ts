import type { HardshipCause } from '@nuangong/events';
import type { Bilingual } from '@nuangong/primitives';
import { hardshipCauses } from '../hardship/hardship.ts';
import type { DibaoStatus } from '../household/household.ts';

export const evidenceKinds = [
  'INCOME_PROOF',
  'DIBAO_CERTIFICATE',
  'DIAGNOSIS',
  'MEDICAL_RECORD',
  'EXPENSE_LIST',
  'ADMISSION_NOTICE',
  'TUITION_RECEIPT',
  'DISABILITY_CERTIFICATE',
  'UNIT_STATEMENT',
  'UNEMPLOYMENT_CERTIFICATE',
  'WAGE_STATEMENT',
  'VISIT_PHOTO',
  'OTHER',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceKindNames: Readonly<Record<EvidenceKind, Bilingual>> = {
  INCOME_PROOF: { zh: '收入证明', en: 'proof of income' },
  DIBAO_CERTIFICATE: { zh: '低保证', en: 'dibao certificate' },
  DIAGNOSIS: { zh: '疾病诊断证明', en: 'diagnosis' },
  MEDICAL_RECORD: { zh: '病历', en: 'medical record' },
  EXPENSE_LIST: { zh: '医疗费用清单', en: 'list of medical expenses' },
  ADMISSION_NOTICE: { zh: '入学通知书', en: 'admission notice' },
  TUITION_RECEIPT: { zh: '学费收据', en: 'tuition receipt' },
  DISABILITY_CERTIFICATE: { zh: '残疾证', en: 'disability certificate' },
  UNIT_STATEMENT: { zh: '单位或社区证明', en: 'statement by the unit or community' },
  UNEMPLOYMENT_CERTIFICATE: { zh: '失业登记证', en: 'certificate of unemployment' },
  WAGE_STATEMENT: { zh: '欠薪证明', en: 'statement of unpaid wages' },
  VISIT_PHOTO: { zh: '走访照片', en: 'photograph of a visit' },
  OTHER: { zh: '其他材料', en: 'other' },
};

/** The kinds that reveal or may reveal somebody's health; only for readers with `health.read`. */
const ofHealth: ReadonlySet<string> = new Set<EvidenceKind>([
  'DIAGNOSIS',
  'MEDICAL_RECORD',
  'EXPENSE_LIST',
  'DISABILITY_CERTIFICATE',
  'OTHER',
]);

/** Whether a kind of evidence reveals health; its file, its name and its absence are then sensitive. */
export function tellsOfHealth(kind: string): boolean {
  return ofHealth.has(kind);
}

const byCause: Readonly<Record<HardshipCause, readonly EvidenceKind[]>> = {
  MAJOR_ILLNESS: ['DIAGNOSIS', 'MEDICAL_RECORD', 'EXPENSE_LIST'],
  DISABILITY: ['DISABILITY_CERTIFICATE'],
  SCHOOLING: ['ADMISSION_NOTICE', 'TUITION_RECEIPT'],
  ACCIDENT: ['UNIT_STATEMENT'],
  DISASTER: ['UNIT_STATEMENT'],
  UNEMPLOYMENT: ['UNEMPLOYMENT_CERTIFICATE'],
  FAMILY_CHANGE: ['UNIT_STATEMENT'],
  UNPAID_WAGES: ['WAGE_STATEMENT'],
  OTHER: [],
};

/** The evidence that a household's causes, income and dibao status require (§003, §004), each kind once. */
export function evidenceWanted(household: {
  readonly causes: readonly HardshipCause[];
  readonly dibaoStatus: DibaoStatus;
}): readonly EvidenceKind[] {
  const dibao: readonly EvidenceKind[] = household.dibaoStatus === 'NONE' ? [] : ['DIBAO_CERTIFICATE'];
  return [...new Set<EvidenceKind>(['INCOME_PROOF', ...dibao, ...household.causes.flatMap((cause) => byCause[cause])])];
}

/** Which households a kind of evidence is required of: with any of these causes, on dibao, or all if neither is given. */
interface WantedEvidence {
  readonly kind: EvidenceKind;
  readonly causes?: readonly HardshipCause[];
  readonly dibao?: true;
}

/** By which facts of a household each kind of evidence is required, for a query over many files. */
export const evidenceWantedBy = evidenceKinds.flatMap((kind): readonly WantedEvidence[] => {
  if (kind === 'INCOME_PROOF') return [{ kind }];
  if (kind === 'DIBAO_CERTIFICATE') return [{ kind, dibao: true }];
  const causes = hardshipCauses.filter((cause) => byCause[cause].includes(kind));
  return causes.length === 0 ? [] : [{ kind, causes }];
});

/** The required evidence that the file lacks. */
export function evidenceMissing(
  household: { readonly causes: readonly HardshipCause[]; readonly dibaoStatus: DibaoStatus },
  present: readonly string[],
): readonly EvidenceKind[] {
  return evidenceWanted(household).filter((kind) => !present.includes(kind));
}
