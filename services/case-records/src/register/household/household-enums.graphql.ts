import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { HouseholdMark } from './household-marks.ts';
import type { DibaoStatus, ModelWorkerHonour, PersonStanding } from './household.ts';

export const HouseholdMarkEnum = builder.enumType('HouseholdMark', {
  description: 'The marks shown on a household in lists and on its file.',
  values: describedValues<HouseholdMark>({
    UNTOUCHED_DRAFT: 'A draft not changed for 30 days: its people can be registered elsewhere.',
    LET_GO: 'Such a draft whose people have since been registered elsewhere.',
    PAYMENT_RETURNED: 'The bank returned a payment; the payee must be corrected, or confirmed unchanged.',
    PAYEE_CORRECTION_WAITING: 'A payee correction awaits a second person.',
    NAME_DIFFERS_ELSEWHERE: 'Another county has a different name for a person; the city decides.',
    SAME_PERSON_SUSPECTED: 'Somebody of the household may also be in another one; not answered yet.',
  }),
});

export const HardshipCauseEnum = builder.enumType('HardshipCause', {
  description: 'Why a household is in hardship (致困原因). Three causes are sudden and have their own class.',
  values: describedValues<HardshipCause>({
    MAJOR_ILLNESS: 'A major illness of a member (大病); sudden. It reveals health.',
    DISABILITY: 'A disability of a member (残疾). It reveals health.',
    SCHOOLING: 'The cost of a child’s schooling (子女上学).',
    ACCIDENT: 'An accident (意外事故); sudden.',
    DISASTER: 'A natural disaster (自然灾害); sudden.',
    UNEMPLOYMENT: 'Loss of work, usually of both partners (失业、双下岗).',
    FAMILY_CHANGE: 'A change in the family (家庭成员变故).',
    UNPAID_WAGES: 'Wages not paid by the employer (欠薪).',
    OTHER: 'Another cause.',
  }),
});

export const HardshipClassEnum = builder.enumType('HardshipClass', {
  description:
    'The hardship class (困难类别), from per-capita monthly income, the dibao line on the day and the causes.',
  values: describedValues<HardshipClass>({
    BELOW_LINE: 'Income below the line (家庭人均收入低于低保线).',
    MARGINAL: 'Income not below the line and not above the line times its margin factor (略高于低保).',
    SUDDEN: 'Income not below the line, with an accident, a major illness or a disaster among the causes (意外致困).',
  }),
});

export const DibaoStatusEnum = builder.enumType('DibaoStatus', {
  description: 'Whether a household receives the minimum living allowance (低保).',
  values: describedValues<DibaoStatus>({
    NONE: 'It does not (非低保户).',
    RECEIVING: 'It receives the allowance (低保户).',
    MARGINAL: 'The civil affairs office counts it as marginal (低保边缘户).',
  }),
});

export const ModelWorkerHonourEnum = builder.enumType('ModelWorkerHonour', {
  description: 'The highest model-worker honour (劳动模范) in a household.',
  values: describedValues<ModelWorkerHonour>({
    NONE: 'No such honour.',
    CITY: 'Of the city (市级劳模).',
    PROVINCIAL: 'Of the province (省部级劳模).',
    NATIONAL: 'Of the nation (全国劳模).',
  }),
});

export const PersonStandingEnum = builder.enumType('PersonStanding', {
  description: 'The worker status of a person.',
  values: describedValues<PersonStanding>({
    WORKER: 'A worker (职工); one with rural registration is a migrant worker.',
    FARMER: 'A farmer (农民), not counted as a worker.',
    TOWNSPERSON: 'A townsperson (城镇居民), not counted as a worker.',
  }),
});
