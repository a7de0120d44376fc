import type { HardshipCause } from '@nuangong/events';
import { problem, ok, refuse, type Bilingual, type Result } from '@nuangong/primitives';
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
  OTHER: { zh: '其他材料', en: 'other' },
};

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

/** The evidence that a household's causes, income and dibao status call for (§003, §004), each kind once. */
export function evidenceWanted(household: {
  readonly causes: readonly HardshipCause[];
  readonly dibaoStatus: DibaoStatus;
}): readonly EvidenceKind[] {
  const dibao: readonly EvidenceKind[] = household.dibaoStatus === 'NONE' ? [] : ['DIBAO_CERTIFICATE'];
  return [...new Set<EvidenceKind>(['INCOME_PROOF', ...dibao, ...household.causes.flatMap((cause) => byCause[cause])])];
}

/** The evidence still missing beside what is in the file. */
export function evidenceMissing(
  household: { readonly causes: readonly HardshipCause[]; readonly dibaoStatus: DibaoStatus },
  present: readonly string[],
): readonly EvidenceKind[] {
  return evidenceWanted(household).filter((kind) => !present.includes(kind));
}

export type EvidenceContentType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** Most bytes of one document: 20 MB. */
export const largestEvidence = 20 * 1024 * 1024;

const signatures: readonly { readonly type: EvidenceContentType; readonly bytes: readonly number[] }[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** What a document is by its first bytes; its name plays no part. Refuses with EVIDENCE_TYPE. */
export function contentTypeOf(head: Uint8Array): Result<EvidenceContentType> {
  const known = signatures.find(({ bytes }) => bytes.every((byte, place) => head[place] === byte));
  if (known !== undefined) return ok(known.type);
  return refuse(
    problem(
      'EVIDENCE_TYPE',
      {
        zh: '材料应为 PDF、JPG 或 PNG 文件，用扫描件或照片上传',
        en: 'Evidence must be a PDF, JPEG or PNG: upload a scan or a photograph.',
      },
      'file',
    ),
  );
}
