import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { HouseholdMark } from './household-marks.ts';
import type { DibaoStatus, ModelWorkerHonour, PersonStanding } from './household.ts';

export const HouseholdMarkEnum = builder.enumType('HouseholdMark', {
  description: 'What a household’s list and file are marked with.',
  values: describedValues<HouseholdMark>({
    UNTOUCHED_DRAFT: 'A draft that nobody touched for 30 days: it bars nobody from being entered elsewhere.',
    LET_GO: 'Such a draft, whose people were entered elsewhere since.',
    PAYMENT_RETURNED: 'The bank returned a payment; the payee is to be corrected, or confirmed as it stands.',
    PAYEE_CORRECTION_WAITING: 'A correction of the payee waits for a second person.',
    NAME_DIFFERS_ELSEWHERE: 'Another county spells somebody’s name otherwise; the city decides.',
    SAME_PERSON_SUSPECTED: 'The head may be the head of another household too; not answered yet.',
  }),
});

export const HardshipCauseEnum = builder.enumType('HardshipCause', {
  description: 'Why a household is in hardship (致困原因). Three of them are sudden: they make a class of their own.',
  values: describedValues<HardshipCause>({
    MAJOR_ILLNESS: 'A major illness of somebody in it (大病); sudden. It tells of health.',
    DISABILITY: 'A disability of somebody in it (残疾). It tells of health.',
    SCHOOLING: 'The cost of a child’s schooling (子女上学).',
    ACCIDENT: 'An accident (意外事故); sudden.',
    DISASTER: 'A natural disaster (自然灾害); sudden.',
    UNEMPLOYMENT: 'Loss of work, of both partners as a rule (失业、双下岗).',
    FAMILY_CHANGE: 'A change in the family (家庭成员变故).',
    UNPAID_WAGES: 'Wages not paid by the employer (欠薪).',
    OTHER: 'Another cause.',
  }),
});

export const HardshipClassEnum = builder.enumType('HardshipClass', {
  description:
    'The class of hardship (困难类别), judged by income per head and month, the dibao line of the day and the causes.',
  values: describedValues<HardshipClass>({
    BELOW_LINE: 'Income below the line (家庭人均收入低于低保线).',
    MARGINAL: 'Income not below the line and not above the line times its margin factor (略高于低保).',
    SUDDEN: 'Income not below the line, with an accident, a major illness or a disaster among the causes (意外致困).',
  }),
});

export const DibaoStatusEnum = builder.enumType('DibaoStatus', {
  description: 'Whether a household has the minimum living allowance (低保).',
  values: describedValues<DibaoStatus>({
    NONE: 'It has none (非低保户).',
    RECEIVING: 'It receives the allowance (低保户).',
    MARGINAL: 'Civil affairs count it as marginal (低保边缘户).',
  }),
});

export const ModelWorkerHonourEnum = builder.enumType('ModelWorkerHonour', {
  description: 'The highest honour as a model worker (劳动模范) that anybody in a household has.',
  values: describedValues<ModelWorkerHonour>({
    NONE: 'No such honour.',
    CITY: 'Of the city (市级劳模).',
    PROVINCIAL: 'Of the province (省部级劳模).',
    NATIONAL: 'Of the nation (全国劳模).',
  }),
});

export const PersonStandingEnum = builder.enumType('PersonStanding', {
  description: 'What somebody is at work.',
  values: describedValues<PersonStanding>({
    WORKER: 'A worker (职工); one registered in the country is a migrant worker.',
    FARMER: 'A farmer (农民), who is no worker.',
    TOWNSPERSON: 'A townsperson (城镇居民), who is no worker.',
  }),
});
