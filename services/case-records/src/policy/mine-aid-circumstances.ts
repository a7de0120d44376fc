import { z } from 'zod';
import { ageOn, isLocalDate, parseYuan, valueOf, type LocalDate } from '@nuangong/primitives';
import { areTurnsUsed, aidThatCounts } from './frequency.ts';
import type { PolicyPack } from './policy.ts';

const date = z
  .string()
  .refine(isLocalDate)
  .transform((text) => text as LocalDate);
/** Yuan as decimal text, handed to the engine as whole fen. */
const wholeFen = z.string().transform((text) => Number(valueOf(parseYuan(text))));

const spouseShape = z.object({
  sex: z.enum(['MALE', 'FEMALE']),
  birthDate: date,
  disabled: z.boolean(),
  laidOff: z.boolean(),
});

/** What a caseworker of the mine's aid centre finds out about a household (§004): the pack mine-aid-centre decides on it. */
const circumstancesShape = z.object({
  applicationDate: date,
  dibao: z.enum(['NONE', 'RECEIVING', 'MARGINAL']),
  meetsDibaoCondition: z.boolean(),
  hasIncome: z.boolean(),
  head: spouseShape,
  spouse: spouseShape.nullable(),
  singleParent: z.boolean(),
  childrenInSchool: z.int().min(0),
  medicallyInsured: z.boolean(),
  majorIllness: z.boolean(),
  ownShareYuan: wholeFen,
  yearMedicalTotalYuan: wholeFen,
  unpaidHospitalYuan: wholeFen,
  unpaidMedicineYuan: wholeFen,
  livingSustainable: z.boolean(),
  unitCanHelp: z.boolean(),
  specialHardshipVerified: z.boolean(),
  suddenEvent: z.boolean(),
  dropoutRisk: z.boolean(),
  rightsViolated: z.boolean(),
  lastAidDate: date.nullable(),
});

export type MineAidCircumstances = z.input<typeof circumstancesShape>;

/** Ages that count as beyond work for a guardian: in whole years on the day of application. */
const guardianAges = { MALE: 50, FEMALE: 40 } as const;

/** The facts of the pack's tables: ages in whole years on the day of application, amounts in whole fen. */
export function mineAidFacts(
  found: MineAidCircumstances,
  policy: Pick<PolicyPack, 'code' | 'aidType' | 'mark' | 'frequency'>,
): object {
  const {
    head,
    spouse,
    applicationDate,
    ownShareYuan,
    yearMedicalTotalYuan,
    unpaidHospitalYuan,
    unpaidMedicineYuan,
    ...rest
  } = circumstancesShape.parse(found);
  const couple = spouse === null ? [head] : [head, spouse];
  const ageOf = (sex: 'MALE' | 'FEMALE'): number => {
    const person = couple.find((each) => each.sex === sex);
    return person === undefined ? -1 : ageOn(person.birthDate, applicationDate);
  };
  const aid = { policy: policy.code, aidType: policy.aidType, mark: policy.mark, campaignId: null };
  const asked = { ...aid, frequency: policy.frequency, on: applicationDate };
  const given = rest.lastAidDate === null ? [] : [{ ...aid, on: rest.lastAidDate }];
  return {
    ...rest,
    ownShareFen: ownShareYuan,
    yearMedicalTotalFen: yearMedicalTotalYuan,
    unpaidHospitalFen: unpaidHospitalYuan,
    unpaidMedicineFen: unpaidMedicineYuan,
    guardianUnable: head.disabled || ageOn(head.birthDate, applicationDate) >= guardianAges[head.sex],
    bothDisabled: couple.length === 2 && couple.every((each) => each.disabled),
    bothLaidOff: couple.length === 2 && couple.every((each) => each.laidOff),
    husbandAge: ageOf('MALE'),
    wifeAge: ageOf('FEMALE'),
    aidedThisPeriod: areTurnsUsed(policy.frequency, aidThatCounts(asked, given).length),
  };
}
