import {
  aidCentreChanged,
  allocationReceived,
  applicationApproved,
  caseFileActivated,
  centrePostChanged,
  facilityChanged,
  legalCaseOpened,
  paymentMade,
  receiptRecorded,
  trainingAttended,
  vacancyOffered,
  visitMade,
} from '@nuangong/events';
import type { Bilingual } from '@nuangong/primitives';
import { z } from 'zod';

/** What a fact can be measured by: its count, its persons, the migrant workers among them, or its money in fen. */
export type FactMeasure = 'COUNT' | 'PERSONS' | 'MIGRANT_PERSONS' | 'AMOUNT';

/** A kind of fact: its name, whether it is an event or a state, and what rules may ask of it. */
export interface FactKindDefinition {
  readonly words: Bilingual;
  /** An EVENT counts on its day; a STATE lasts from its day until it is replaced or ended. */
  readonly tells: 'EVENT' | 'STATE';
  readonly measures: readonly FactMeasure[];
  /** What can be counted as distinct among its facts. */
  readonly distinct: readonly ('HOUSEHOLD' | 'PERSON')[];
  /**
   * By name, the schema of each dimension's values; taken from the event's contract when the event carries the value
   * unchanged.
   */
  readonly dimensions: Readonly<Record<string, z.ZodType>>;
}

const flag = z.boolean();
const { hardshipClass, modelWorker } = caseFileActivated.schema.shape;
const file = { hardshipClass, modelWorker, migrantWorker: flag, newGeneration: flag };
const { aidType, mark } = applicationApproved.schema.shape;
const { level, publicInstitution } = aidCentreChanged.schema.shape;
const centre = { level, publicInstitution };
const post = { level, publicPost: centrePostChanged.schema.shape.publicPost };
const facility = { facilityKind: facilityChanged.schema.shape.kind, joint: facilityChanged.schema.shape.joint };
const people = ['PERSONS', 'MIGRANT_PERSONS'] as const;

/**
 * Every kind of fact, with the dimensions that its events carry. A kind or a dimension is added here and in the
 * reaction that records it; forms and the database refer to it by name and have no list of names.
 */
export const factKinds = {
  CASE_FILE_ACTIVATED: {
    words: { zh: '困难职工档案', en: 'Case file' },
    tells: 'STATE',
    measures: ['COUNT', ...people],
    distinct: ['HOUSEHOLD'],
    dimensions: file,
  },
  CASE_FILE_EXITED: {
    words: { zh: '退出档案', en: 'Exit' },
    tells: 'EVENT',
    measures: ['COUNT'],
    distinct: ['HOUSEHOLD'],
    dimensions: { ...file, aided: flag },
  },
  CASE_FILE_SUSPENDED: {
    words: { zh: '暂停档案', en: 'Suspension' },
    tells: 'STATE',
    measures: ['COUNT', ...people],
    distinct: ['HOUSEHOLD'],
    dimensions: file,
  },
  GRANT_APPROVED: {
    words: { zh: '救助审批', en: 'Approval' },
    tells: 'EVENT',
    measures: ['COUNT', 'AMOUNT'],
    distinct: ['HOUSEHOLD'],
    dimensions: { aidType, mark, migrantWorker: flag, modelWorker: flag },
  },
  PAYMENT_MADE: {
    words: { zh: '发放明细', en: 'Payment' },
    tells: 'EVENT',
    measures: ['COUNT', 'PERSONS', 'AMOUNT'],
    distinct: ['HOUSEHOLD'],
    dimensions: {
      aidType: paymentMade.schema.shape.aidType,
      mark: paymentMade.schema.shape.mark,
      migrantWorker: paymentMade.schema.shape.migrantWorker,
      modelWorker: paymentMade.schema.shape.modelWorker,
      forWarmth: flag,
    },
  },
  PAYMENT_RETURNED: {
    words: { zh: '退汇', en: 'Returned payment' },
    tells: 'EVENT',
    measures: ['COUNT', 'AMOUNT'],
    distinct: ['HOUSEHOLD'],
    dimensions: { aidType, mark, migrantWorker: flag, modelWorker: flag, forWarmth: flag },
  },
  RECEIPT_RECORDED: {
    words: { zh: '收款', en: 'Receipt' },
    tells: 'EVENT',
    measures: ['COUNT', 'AMOUNT'],
    distinct: [],
    dimensions: { source: receiptRecorded.schema.shape.source, forWarmth: flag },
  },
  ALLOCATION_RECEIVED: {
    words: { zh: '上级下拨', en: 'Allocation' },
    tells: 'EVENT',
    measures: ['COUNT', 'AMOUNT'],
    distinct: [],
    dimensions: { source: allocationReceived.schema.shape.source, forWarmth: flag },
  },
  VISIT_MADE: {
    words: { zh: '走访慰问', en: 'Visit' },
    tells: 'EVENT',
    measures: ['COUNT'],
    distinct: ['HOUSEHOLD'],
    dimensions: { withGoodsOrMoney: visitMade.schema.shape.withGoodsOrMoney },
  },
  VACANCY_OFFERED: {
    words: { zh: '岗位', en: 'Vacancy' },
    tells: 'EVENT',
    measures: ['COUNT'],
    distinct: [],
    dimensions: { forLaidOff: vacancyOffered.schema.shape.forLaidOff },
  },
  TRAINING_ATTENDED: {
    words: { zh: '就业培训', en: 'Training' },
    tells: 'EVENT',
    measures: ['COUNT', 'PERSONS'],
    distinct: ['HOUSEHOLD', 'PERSON'],
    dimensions: { migrantWorker: trainingAttended.schema.shape.migrantWorker },
  },
  LEGAL_CASE_OPENED: {
    words: { zh: '法律援助案件', en: 'Legal case' },
    tells: 'EVENT',
    measures: ['COUNT', 'PERSONS'],
    distinct: ['HOUSEHOLD'],
    dimensions: { legalCaseKind: legalCaseOpened.schema.shape.kind },
  },
  WAGES_RECOVERED: {
    words: { zh: '追回欠薪', en: 'Wages recovered' },
    tells: 'EVENT',
    measures: ['COUNT', 'PERSONS', 'AMOUNT'],
    distinct: ['PERSON'],
    dimensions: { migrantWorker: flag },
  },
  AID_CENTRE: {
    words: { zh: '帮扶中心', en: 'Aid centre' },
    tells: 'STATE',
    measures: ['COUNT', 'PERSONS'],
    distinct: [],
    dimensions: centre,
  },
  AID_CENTRE_CLOSED: {
    words: { zh: '撤销帮扶中心', en: 'Aid centre closed' },
    tells: 'EVENT',
    measures: ['COUNT', 'PERSONS'],
    distinct: [],
    dimensions: centre,
  },
  CENTRE_POST: {
    words: { zh: '帮扶中心工作人员', en: 'Post at an aid centre' },
    tells: 'STATE',
    measures: ['COUNT', 'PERSONS'],
    distinct: [],
    dimensions: post,
  },
  CENTRE_POST_ENDED: {
    words: { zh: '帮扶中心工作人员离任', en: 'Post at an aid centre ended' },
    tells: 'EVENT',
    measures: ['COUNT', 'PERSONS'],
    distinct: [],
    dimensions: post,
  },
  FACILITY: {
    words: { zh: '惠民帮扶机构', en: 'Facility' },
    tells: 'STATE',
    measures: ['COUNT'],
    distinct: [],
    dimensions: facility,
  },
  FACILITY_CLOSED: {
    words: { zh: '撤销惠民帮扶机构', en: 'Facility closed' },
    tells: 'EVENT',
    measures: ['COUNT'],
    distinct: [],
    dimensions: facility,
  },
} as const satisfies Readonly<Record<string, FactKindDefinition>>;

/** A kind that a reaction records. */
export type FactKind = keyof typeof factKinds;

/** The kind of a name that a form or the database contains; undefined when no reaction records it. */
export function findFactKind(name: string): FactKindDefinition | undefined {
  return Object.hasOwn(factKinds, name) ? factKinds[name as FactKind] : undefined;
}

/**
 * The values of a dimension of a kind: yes or no, or one of a list of codes; undefined when the kind has no such
 * dimension.
 */
export function dimensionOf(kind: FactKindDefinition, name: string): 'FLAG' | readonly string[] | undefined {
  const schema = kind.dimensions[name];
  if (schema === undefined) return undefined;
  const bare = schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (bare instanceof z.ZodBoolean) return 'FLAG';
  if (bare instanceof z.ZodEnum) return bare.options.map(String);
  throw new Error(`the dimension ${name} is neither a flag nor one of some codes`);
}
