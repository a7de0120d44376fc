import { commandResult } from '@nuangong/subgraph';
import type { Result } from '@nuangong/primitives';
import { builder } from '../builder.ts';
import { changeHousehold, type ChangedHousehold } from './change-household.ts';
import {
  DibaoStatusEnum,
  HardshipCauseEnum,
  ModelWorkerHonourEnum,
  PersonStandingEnum,
} from './household-enums.graphql.ts';
import { Household } from './household.graphql.ts';
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
    right: t.field({ type: NameChoiceEnum, required: true }),
    why: t.string({ description: 'Why the typed name is the right one; kept with both.' }),
  }),
});

const HouseholdMemberInput = builder.inputType('HouseholdMemberInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    relation: t.string({ required: true }),
    identityNumber: t.string(),
    nameAnswer: t.field({ type: NameAnswerInput, description: 'Which name is right, where the number has another.' }),
    standing: t.field({ type: PersonStandingEnum, description: 'Left out where nobody said it.' }),
    ruralRegistration: t.boolean({ description: 'Registered in the country; false unless said.' }),
    monthlyIncome: t.field({ type: 'Yuan' }),
    health: t.string(),
    schooling: t.string(),
  }),
});

const RegisterHouseholdInput = builder.inputType('RegisterHouseholdInput', {
  fields: (t) => ({
    headName: t.string({ required: true }),
    identityNumber: t.string({ required: true }),
    nameAnswer: t.field({ type: NameAnswerInput, description: 'Which name is right, where the number has another.' }),
    phone: t.string(),
    bankAccount: t.string(),
    unitName: t.string(),
    declaredSize: t.int({ required: true }),
    monthlyIncomePerCapita: t.field({ type: 'Yuan', required: true }),
    dibaoStatus: t.field({ type: DibaoStatusEnum }),
    causes: t.field({ type: [HardshipCauseEnum], required: true }),
    modelWorkerHonour: t.field({ type: ModelWorkerHonourEnum, description: 'The highest of any member.' }),
    headStanding: t.field({ type: PersonStandingEnum, description: 'A worker unless said otherwise.' }),
    migrantWorker: t.boolean({ description: 'Whether the head is a migrant worker.' }),
    remark: t.string(),
    members: t.field({ type: [HouseholdMemberInput] }),
  }),
});

const ChangeHouseholdInput = builder.inputType('ChangeHouseholdInput', {
  fields: (t) => ({
    householdId: t.id({ required: true }),
    version: t.int({ required: true, description: 'The version of the case file that the form was filled from.' }),
    why: t.string({ required: true }),
    unitName: t.string(),
    declaredSize: t.int({ required: true }),
    monthlyIncomePerCapita: t.field({ type: 'Yuan', required: true }),
    dibaoStatus: t.field({ type: DibaoStatusEnum }),
    causes: t.field({ type: [HardshipCauseEnum], required: true }),
    modelWorkerHonour: t.field({ type: ModelWorkerHonourEnum, description: 'The highest of any member.' }),
    headStanding: t.field({ type: PersonStandingEnum, description: 'A worker unless said otherwise.' }),
    migrantWorker: t.boolean({ description: 'Whether the head is a migrant worker.' }),
    remark: t.string(),
    members: t.field({ type: [HouseholdMemberInput] }),
  }),
});

builder.mutationField('registerHousehold', (t) =>
  t.field({
    type: commandResult(builder, 'RegisterHouseholdResult', 'household', Household),
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
    args: { input: t.arg({ type: ChangeHouseholdInput, required: true }) },
    resolve: (_root, { input }, context) => changeHousehold(context, input),
  }),
);
