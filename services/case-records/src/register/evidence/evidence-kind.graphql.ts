import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { EvidenceKind } from './evidence.ts';

export const EvidenceKindEnum = builder.enumType('EvidenceKind', {
  description: 'The type of evidence (证明材料类别). Types that reveal health require `health.read`.',
  values: describedValues<EvidenceKind>({
    INCOME_PROOF: 'Income of the household (收入证明).',
    DIBAO_CERTIFICATE: 'The minimum living allowance (低保证).',
    DIAGNOSIS: 'A diagnosis by a hospital (疾病诊断证明); reveals health.',
    MEDICAL_RECORD: 'A medical record (病历); reveals health.',
    EXPENSE_LIST: 'Medical expenses (医疗费用清单); reveals health.',
    ADMISSION_NOTICE: 'Admission to a school (入学通知书).',
    TUITION_RECEIPT: 'Tuition paid (学费收据).',
    DISABILITY_CERTIFICATE: 'A disability (残疾证); reveals health.',
    UNIT_STATEMENT: 'A statement by the unit or the community (单位或社区证明).',
    UNEMPLOYMENT_CERTIFICATE: 'Loss of work (失业登记证).',
    WAGE_STATEMENT: 'Wages not paid (欠薪证明).',
    VISIT_PHOTO: 'A photograph taken on a visit (走访照片).',
    OTHER: 'Anything else (其他材料); may reveal health.',
  }),
});
