import { plainText } from '@nuangong/primitives';
import { useKept } from '../../base/draft/use-kept.ts';
import type { Problem } from '../../base/graph/command.ts';
import type {
  ChangeHouseholdInput,
  DibaoStatus,
  HardshipCause,
  ModelWorkerHonour,
  NameAnswerInput,
  NameChoice,
  PersonStanding,
  RegisterHouseholdInput,
} from '../../base/graph/generated/operation-types.ts';

/** Which name is right for a number, and why, as typed. */
export interface TypedNameAnswer {
  readonly right: NameChoice;
  readonly why: string;
}

/** One member as typed. */
export interface TypedMember {
  readonly name: string;
  readonly relation: string;
  /** Empty if not typed: a person known by name stays the same person. */
  readonly identityNumber: string;
  readonly nameAnswer?: TypedNameAnswer | undefined;
  /** Empty if unknown. */
  readonly standing: PersonStanding | '';
  readonly ruralRegistration: boolean;
  readonly monthlyIncome: string;
  readonly health: string;
  readonly schooling: string;
}

/** A household as typed, before anything is checked. */
export interface Registration {
  readonly headName: string;
  readonly nameAnswer?: TypedNameAnswer | undefined;
  readonly identityNumber: string;
  readonly phone: string;
  readonly bankAccount: string;
  readonly unitName: string;
  readonly declaredSize: string;
  readonly monthlyIncomePerCapita: string;
  readonly dibaoStatus: DibaoStatus;
  readonly modelWorkerHonour: ModelWorkerHonour;
  readonly causes: readonly HardshipCause[];
  readonly headStanding: PersonStanding;
  readonly migrantWorker: boolean;
  readonly remark: string;
  readonly members: readonly TypedMember[];
}

export const hardshipCauses: readonly HardshipCause[] = [
  'MAJOR_ILLNESS',
  'DISABILITY',
  'SCHOOLING',
  'ACCIDENT',
  'DISASTER',
  'UNEMPLOYMENT',
  'FAMILY_CHANGE',
  'UNPAID_WAGES',
  'OTHER',
];

export const personStandings: readonly PersonStanding[] = ['WORKER', 'FARMER', 'TOWNSPERSON'];

export const blankRegistration: Registration = {
  headName: '',
  identityNumber: '',
  phone: '',
  bankAccount: '',
  unitName: '',
  declaredSize: '',
  monthlyIncomePerCapita: '',
  dibaoStatus: 'NONE',
  modelWorkerHonour: 'NONE',
  causes: [],
  headStanding: 'WORKER',
  migrantWorker: false,
  remark: '',
  members: [],
};

/** The form's values, kept for this account on this machine until registered or cleared. */
export function useRegistration(): {
  readonly form: Registration;
  readonly change: (part: Partial<Registration>) => void;
  readonly clear: () => void;
  readonly keptAt: string | undefined;
} {
  const { kept, keptAt, keep, drop } = useKept<Registration>('register-household');
  const form = { ...blankRegistration, ...kept };
  return { form, keptAt, change: (part) => keep({ ...form, ...part }), clear: drop };
}

type Required = 'headName' | 'identityNumber' | 'declaredSize' | 'monthlyIncomePerCapita' | 'causes';

/** The required fields of the family, and those of its head. */
export const requiredOfFamily: readonly Required[] = ['declaredSize', 'monthlyIncomePerCapita', 'causes'];
export const requiredOfAll: readonly Required[] = ['headName', 'identityNumber', ...requiredOfFamily];

/** A problem for each field that must be filled and isn't. */
export function missingFields(
  form: Registration,
  required: readonly Required[],
  words: (field: Required) => string,
): readonly Problem[] {
  return required
    .filter((name) => form[name].length === 0)
    .map((name) => ({ code: 'MISSING', field: name, zh: words(name), en: words(name) }));
}

const orNothing = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

const answerOf = (typed: TypedNameAnswer | undefined): NameAnswerInput | null =>
  typed === undefined ? null : { right: typed.right, why: orNothing(typed.why) };

/** A household's size as typed, full-width digits too; undefined if it is not a whole number. */
export function sizeTyped(typed: string): number | undefined {
  const plain = plainText(typed);
  return /^\d{1,2}$/.test(plain) ? Number(plain) : undefined;
}

/** A problem if the typed size of a household is not a whole number: 3.9 does not become 3. */
export function faultOfSize(form: Registration, words: string): readonly Problem[] {
  if (form.declaredSize.trim() === '' || sizeTyped(form.declaredSize) !== undefined) return [];
  return [{ code: 'HOUSEHOLD_SIZE', field: 'declaredSize', zh: words, en: words }];
}

/** The command's input: numbers as numbers, empty texts left out. */
export function toInput(form: Registration): RegisterHouseholdInput {
  return {
    headName: form.headName.trim(),
    identityNumber: form.identityNumber.trim(),
    nameAnswer: answerOf(form.nameAnswer),
    phone: orNothing(form.phone),
    bankAccount: orNothing(form.bankAccount),
    ...familyOf(form),
  };
}

/** The part that a registration and a later change share: everything but the identity of the head. */
export function familyOf(form: Registration): Omit<ChangeHouseholdInput, 'householdId' | 'version' | 'why'> {
  return {
    unitName: orNothing(form.unitName),
    declaredSize: sizeTyped(form.declaredSize) ?? 0,
    monthlyIncomePerCapita: form.monthlyIncomePerCapita.trim(),
    dibaoStatus: form.dibaoStatus,
    modelWorkerHonour: form.modelWorkerHonour,
    causes: form.causes,
    headStanding: form.headStanding,
    migrantWorker: form.migrantWorker,
    remark: orNothing(form.remark),
    members: form.members
      .filter((member) => member.name.trim() !== '')
      .map((member) => ({
        name: member.name.trim(),
        relation: member.relation.trim(),
        identityNumber: orNothing(member.identityNumber ?? ''),
        nameAnswer: answerOf(member.nameAnswer),
        standing: member.standing === '' ? null : (member.standing ?? null),
        ruralRegistration: member.ruralRegistration ?? false,
        monthlyIncome: orNothing(member.monthlyIncome),
        health: orNothing(member.health),
        schooling: orNothing(member.schooling),
      })),
  };
}
