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
    KNOWN: { description: 'The one that the county has registered.' },
    TYPED: { description: 'The one typed now; it says why.' },
  } as const,
});

const NameAnswerInput = builder.inputType('NameAnswerInput', {
  description: 'The answer to NAME_DIFFERS.',
  fields: (t) => ({
    right: t.field({ type: NameChoiceEnum, required: true, description: 'Which of the two is right.' }),
    why: t.string({ description: 'Why the typed name is the right one; kept with both.' }),
  }),
});

const HouseholdMemberInput = builder.inputType('HouseholdMemberInput', {
  description: 'Somebody who belongs to a household.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Their full name.' }),
    relation: t.string({ required: true, description: 'What they are to the head, in words: 妻, 子, 祖父（监护人）.' }),
    identityNumber: t.string({
      description: 'Their identity number, whole; with it they can belong to one household alone.',
    }),
    nameAnswer: t.field({ type: NameAnswerInput, description: 'Which name is right, where the number has another.' }),
    standing: t.field({ type: PersonStandingEnum, description: 'Left out where nobody said it.' }),
    ruralRegistration: t.boolean({ description: 'Registered in the country; false unless said.' }),
    monthlyIncome: t.field({ type: 'Yuan', description: 'Their own income a month.' }),
    health: t.string({
      description: 'Their health, in words, 200 characters at most; read by those who do the casework.',
    }),
    schooling: t.string({ description: 'The school and the class they are in, 200 characters at most.' }),
  }),
});

/** The descriptions of fields that both forms have. */
const words = {
  unitName: 'The unit (工作单位) of the head, 100 characters at most.',
  declaredSize: 'How many people the household has: 1 to 30.',
  monthlyIncomePerCapita: 'Income for each head and month, 1,000,000 yuan at most.',
  dibaoStatus: 'Whether it has the minimum living allowance; none unless said.',
  causes: 'Why it is in hardship; one at least.',
  remark: 'A remark, 1,000 characters at most; read by those who do the casework.',
} as const;

const RegisterHouseholdInput = builder.inputType('RegisterHouseholdInput', {
  fields: (t) => ({
    headName: t.string({
      required: true,
      description: 'The full name of the head of the household, who is the worker in hardship.',
    }),
    identityNumber: t.string({ required: true, description: 'The head’s identity number, whole (GB 11643).' }),
    nameAnswer: t.field({ type: NameAnswerInput, description: 'Which name is right, where the number has another.' }),
    phone: t.string({
      description: 'The head’s telephone number, whole; to be reached by and to match suspected doubles.',
    }),
    bankAccount: t.string({ description: 'The head’s bank account, whole, to which aid is paid.' }),
    unitName: t.string({ description: words.unitName }),
    declaredSize: t.int({ required: true, description: words.declaredSize }),
    monthlyIncomePerCapita: t.field({ type: 'Yuan', required: true, description: words.monthlyIncomePerCapita }),
    dibaoStatus: t.field({ type: DibaoStatusEnum, description: words.dibaoStatus }),
    causes: t.field({ type: [HardshipCauseEnum], required: true, description: words.causes }),
    modelWorkerHonour: t.field({ type: ModelWorkerHonourEnum, description: 'The highest of any member.' }),
    headStanding: t.field({ type: PersonStandingEnum, description: 'A worker unless said otherwise.' }),
    migrantWorker: t.boolean({ description: 'Whether the head is a migrant worker.' }),
    remark: t.string({ description: words.remark }),
    members: t.field({ type: [HouseholdMemberInput], description: 'Its other people, in order.' }),
  }),
});

const ChangeHouseholdInput = builder.inputType('ChangeHouseholdInput', {
  fields: (t) => ({
    householdId: t.id({ required: true }),
    version: t.int({ required: true, description: 'The version of the case file that the form was filled from.' }),
    why: t.string({
      required: true,
      description: 'What changed and why, 500 characters at most; kept with the version.',
    }),
    unitName: t.string({ description: words.unitName }),
    declaredSize: t.int({ required: true, description: words.declaredSize }),
    monthlyIncomePerCapita: t.field({ type: 'Yuan', required: true, description: words.monthlyIncomePerCapita }),
    dibaoStatus: t.field({ type: DibaoStatusEnum, description: words.dibaoStatus }),
    causes: t.field({ type: [HardshipCauseEnum], required: true, description: words.causes }),
    modelWorkerHonour: t.field({ type: ModelWorkerHonourEnum, description: 'The highest of any member.' }),
    headStanding: t.field({ type: PersonStandingEnum, description: 'A worker unless said otherwise.' }),
    migrantWorker: t.boolean({ description: 'Whether the head is a migrant worker.' }),
    remark: t.string({ description: words.remark }),
    members: t.field({
      type: [HouseholdMemberInput],
      description: 'Its other people, in order; those left out no longer belong to it.',
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
      description: 'The household as it stands after the command; null where it was refused.',
      resolve: (result) => (result.ok ? result.value.household : null),
    }),
    waits: t.boolean({
      description: 'Whether the change waits for a second person, and the household stands as it was',
      resolve: (result) => result.ok && result.value.waits,
    }),
  }),
});

builder.mutationField('changeHousehold', (t) =>
  t.field({
    type: ChangeHouseholdResult,
    description:
      'Changes what is known of a household. Once its name was on the wall, a second person confirms it first.',
    args: { input: t.arg({ type: ChangeHouseholdInput, required: true }) },
    resolve: (_root, { input }, context) => changeHousehold(context, input),
  }),
);
