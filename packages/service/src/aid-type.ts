import type { AidType } from '@nuangong/events';
import { describedValues } from '@nuangong/subgraph';
import type { EnumRef, SchemaTypes } from '@pothos/core';

/** Adds the AidType enum, the same in every subgraph that uses types of aid. */
export function addAidType<Types extends SchemaTypes>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
): EnumRef<Types, AidType, AidType> {
  return builder.enumType('AidType', {
    description: 'The type of aid (救助类别, §001).',
    values: describedValues<AidType>({
      LIVING: 'Living aid (生活救助); heating subsidies and holiday visits are living aid with their own mark.',
      MEDICAL: 'Money for an illness (医疗救助).',
      EDUCATION: 'Money for a child’s schooling (助学).',
      JOB_REFERRAL: 'Referral to a job (职业介绍).',
      JOB_TRAINING: 'Training for a job (就业培训).',
      POLICY_ADVICE: 'Advice on policies (政策咨询).',
      LEGAL_AID: 'Legal aid (法律援助).',
      STARTUP_LOAN: 'A loan to start a business (创业贷款).',
      OTHER: 'Other help (其他帮扶).',
    }),
  });
}
