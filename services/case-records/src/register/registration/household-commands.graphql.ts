import { commandResult } from '@nuangong/subgraph';
import type { Result } from '@nuangong/primitives';
import { builder } from '../../builder.ts';
import { changeHousehold, type ChangedHousehold } from './change-household.ts';
import {
  DibaoStatusEnum,
  HardshipCauseEnum,
  ModelWorkerHonourEnum,
  PersonStandingEnum,
} from '../household/household-enums.graphql.ts';
import { Household } from '../household/household.graphql.ts';
import { registerHousehold } from './register-household.ts';

const NameChoiceEnum = builder.enumType('NameChoice', {
  description: 'Which of two names of one identity number is right.',
  values: {
    KNOWN: { description: 'The name registered in the county.' },
    TYPED: { description: 'The name entered now, with a reason.' },
  } as const,
});

const NameAnswerInput = builder.inputType('NameAnswerInput', {
  description: 'The answer to NAME_DIFFERS.',
  fields: (t) => ({
    right: t.field({ type: NameChoiceEnum, required: true, description: 'Which of the two is right.' }),
    why: t.string({ description: 'The reason why the entered name is right; kept with both names.' }),
  }),
});

const HouseholdMemberInput = builder.inputType('HouseholdMemberInput', {
  description: 'A member of a household.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Their full name.' }),
    relation: t.string({
      required: true,
      description: 'Their relation to the head, in words: 妻, 子, 祖父（监护人）.',
    }),
    identityNumber: t.string({
      description: 'Their full identity number; a person with one can belong to only one household.',
    }),
    nameAnswer: t.field({
      type: NameAnswerInput,
      description: 'Which name is right, if the number is registered with another.',
    }),
    standing: t.field({ type: PersonStandingEnum, description: 'Their worker status; left out if not known.' }),
    ruralRegistration: t.boolean({ description: 'Whether they have rural registration; false if left out.' }),
    monthlyIncome: t.field({ type: 'Yuan', description: 'Their own monthly income.' }),
    health: t.string({
      description: 'Their health, at most 200 characters; read by those who do the casework.',
    }),
    schooling: t.string({ description: 'Their school and class, at most 200 characters.' }),
  }),
});

/** The descriptions of fields that both forms have. */
const words = {
  unitName: 'The unit (工作单位) of the head, at most 100 characters.',
  declaredSize: 'The household size: 1 to 30.',
  monthlyIncomePerCapita: 'Per-capita monthly income, at most 1,000,000 yuan.',
  dibaoStatus: 'Whether it receives the minimum living allowance; no if left out.',
  causes: 'The causes of hardship; at least one.',
  remark: 'A remark, at most 1,000 characters; read by those who do the casework.',
} as const;

const RegisterHouseholdInput = builder.inputType('RegisterHouseholdInput', {
  fields: (t) => ({
    headName: t.string({
      required: true,
      description: 'The full name of the head of the household, who is the worker in hardship.',
    }),
    identityNumber: t.string({ required: true, description: 'The head’s full identity number (GB 11643).' }),
    nameAnswer: t.field({
      type: NameAnswerInput,
      description: 'Which name is right, if the number is registered with another.',
    }),
    phone: t.string({
      description: 'The head’s full telephone number; used for contact and to find suspected duplicates.',
    }),
    bankAccount: t.string({ description: 'The head’s full bank account, to which aid is paid.' }),
    unitName: t.string({ description: words.unitName }),
    declaredSize: t.int({ required: true, description: words.declaredSize }),
    monthlyIncomePerCapita: t.field({ type: 'Yuan', required: true, description: words.monthlyIncomePerCapita }),
    dibaoStatus: t.field({ type: DibaoStatusEnum, description: words.dibaoStatus }),
    causes: t.field({ type: [HardshipCauseEnum], required: true, description: words.causes }),
    modelWorkerHonour: t.field({ type: ModelWorkerHonourEnum, description: 'The highest honour of any member.' }),
    headStanding: t.field({
      type: PersonStandingEnum,
      description: 'The worker status of the head; a worker if left out.',
    }),
    migrantWorker: t.boolean({ description: 'Whether the head is a migrant worker.' }),
    remark: t.string({ description: words.remark }),
    members: t.field({ type: [HouseholdMemberInput], description: 'Its other members, in order.' }),
  }),
});

const ChangeHouseholdInput = builder.inputType('ChangeHouseholdInput', {
  fields: (t) => ({
    householdId: t.id({ required: true }),
    version: t.int({ required: true, description: 'The version of the case file that the form was filled in from.' }),
    why: t.string({
      required: true,
      description: 'What changed and why, at most 500 characters; kept with the version.',
    }),
    unitName: t.string({ description: words.unitName }),
    declaredSize: t.int({ required: true, description: words.declaredSize }),
    monthlyIncomePerCapita: t.field({ type: 'Yuan', required: true, description: words.monthlyIncomePerCapita }),
    dibaoStatus: t.field({ type: DibaoStatusEnum, description: words.dibaoStatus }),
    causes: t.field({ type: [HardshipCauseEnum], required: true, description: words.causes }),
    modelWorkerHonour: t.field({ type: ModelWorkerHonourEnum, description: 'The highest honour of any member.' }),
    headStanding: t.field({
      type: PersonStandingEnum,
      description: 'The worker status of the head; a worker if left out.',
    }),
    migrantWorker: t.boolean({ description: 'Whether the head is a migrant worker.' }),
    remark: t.string({ description: words.remark }),
    members: t.field({
      type: [HouseholdMemberInput],
      description: 'Its other members, in order; those left out no longer belong to it.',
    }),
  }),
});

builder.mutationField('registerHousehold', (t) =>
  t.field({
    type: commandResult(builder, 'RegisterHouseholdResult', 'household', Household),
    description: 'Registers a household with its head and members and opens its case file as a draft.',
    args: { input: t.arg({ type: RegisterHouseholdInput, required: true }) },
    resolve: (_root, { input }, context) => registerHousehold(context, input),
  }),
);

const ChangeHouseholdResult = builder.objectRef<Result<ChangedHousehold>>('ChangeHouseholdResult').implement({
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    household: t.field({
      type: Household,
      nullable: true,
      description: 'The household after the command; null if it was refused.',
      resolve: (result) => (result.ok ? result.value.household : null),
    }),
    waits: t.boolean({
      description: 'Whether the change awaits a second person and the household is unchanged so far',
      resolve: (result) => result.ok && result.value.waits,
    }),
  }),
});

builder.mutationField('changeHousehold', (t) =>
  t.field({
    type: ChangeHouseholdResult,
    description:
      'Changes the facts of a household. Once it has been posted, a second person must confirm the change first.',
    args: { input: t.arg({ type: ChangeHouseholdInput, required: true }) },
    resolve: (_root, { input }, context) => changeHousehold(context, input),
  }),
);
