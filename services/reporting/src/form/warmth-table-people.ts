import type { FormLineDefinition } from './form.ts';
import {
  activeCaseFiles,
  migrantWorkersOfActiveCaseFiles,
  paymentsMade,
  withMigrantWorker,
  withModelWorker,
  workersOfActiveCaseFiles,
} from './warmth-table-rules.ts';

/** Lines 1 to 4 of the warmth table: workers, households in hardship, visits (§002, annex 1). */
export const peopleLines: readonly FormLineDefinition[] = [
  {
    code: '1A',
    section: '1',
    label: { zh: '当地职工总数', en: 'Workers in the area' },
    printed: '1、(A)当地职工总数 {1A} 人，其中农民工总数 {1A.migrant} 人。',
    cells: [
      {
        key: '1A',
        label: { zh: '当地职工总数', en: 'Workers in the area' },
        unit: '人',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '1A.migrant',
        label: { zh: '其中农民工总数', en: 'of whom migrant workers' },
        unit: '人',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '2A',
    section: '2',
    label: { zh: '当地困难职工总数', en: 'Workers in hardship' },
    printed: '2、(A)当地困难职工总数 {2A} 人，其中困难农民工 {2A.migrant} 人。',
    cells: [
      {
        key: '2A',
        label: { zh: '当地困难职工总数', en: 'Workers in hardship' },
        unit: '人',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: workersOfActiveCaseFiles,
      },
      {
        key: '2A.migrant',
        label: { zh: '其中困难农民工', en: 'of whom migrant workers' },
        unit: '人',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: migrantWorkersOfActiveCaseFiles,
      },
    ],
  },
  {
    code: '3A',
    section: '3',
    label: { zh: '已建档困难职工家庭', en: 'Households with a case file' },
    printed: '3、(A)当地已经建立困难职工档案的困难职工家庭 {3A} 户；其中困难农民工 {3A.migrant} 户。',
    cells: [
      {
        key: '3A',
        label: { zh: '已建档困难职工家庭', en: 'Households with a case file' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: activeCaseFiles(),
      },
      {
        key: '3A.migrant',
        label: { zh: '其中困难农民工', en: 'of which migrant workers’' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: activeCaseFiles({ migrantWorker: true }, withMigrantWorker),
      },
    ],
  },
  {
    code: '3B',
    section: '3',
    label: { zh: '其中人均收入低于低保线', en: 'of which below the dibao line' },
    printed: '(B)其中家庭人均收入低于当地居民最低生活保障线的困难职工家庭 {3B} 户；',
    cells: [
      {
        key: '3B',
        label: { zh: '人均收入低于低保线', en: 'Below the dibao line' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: activeCaseFiles(
          { hardshipClass: 'BELOW_LINE' },
          {
            zh: '家庭人均收入低于低保线',
            en: 'below the dibao line',
          },
        ),
      },
    ],
  },
  {
    code: '3C',
    section: '3',
    label: { zh: '其中略高于低保标准但因一定原因困难', en: 'of which marginal' },
    printed: '(C)其中家庭人均收入略高于低保标准但因一定原因导致生活困难的困难职工家庭 {3C} 户；',
    cells: [
      {
        key: '3C',
        label: { zh: '略高于低保标准但因一定原因困难', en: 'Marginal' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: activeCaseFiles({ hardshipClass: 'MARGINAL' }, { zh: '略高于低保标准但因一定原因困难', en: 'marginal' }),
      },
    ],
  },
  {
    code: '3D',
    section: '3',
    label: { zh: '其中因意外事件、重大疾病、自然灾害致困', en: 'of which by sudden hardship' },
    printed: '(D)其中因意外事件、重大疾病、自然灾害等造成生活困难的困难职工家庭 {3D} 户；',
    cells: [
      {
        key: '3D',
        label: { zh: '因意外事件、重大疾病、自然灾害致困', en: 'Sudden hardship' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: activeCaseFiles(
          { hardshipClass: 'SUDDEN' },
          {
            zh: '因意外事件、重大疾病、自然灾害致困',
            en: 'in sudden hardship',
          },
        ),
      },
    ],
  },
  {
    code: '3E',
    section: '3',
    label: { zh: '本年度经帮扶实现脱贫', en: 'Out of poverty through aid' },
    printed: '(E)本年度经过工会帮扶实现脱贫的困难职工家庭 {3E} 户。',
    cells: [
      {
        key: '3E',
        label: { zh: '本年度经帮扶实现脱贫', en: 'Out of poverty through aid' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: {
          kinds: ['CASE_FILE_EXITED'],
          measure: 'HOUSEHOLDS',
          mark: 'AIDED',
          words: {
            zh: '本年度（期初所在的公历年）退出、退出原因为经帮扶脱困的档案，同一户只计一次',
            en: 'Case files exited because aid helped in the calendar year of the first day, each household once',
          },
        },
      },
    ],
  },
  {
    code: '4A',
    section: '4',
    label: { zh: '走访企业、职工家庭', en: 'Enterprises and households visited' },
    printed: '(A)走访企业 {4A} 家，走访职工家庭 {4A.households} 户；',
    cells: [
      {
        key: '4A',
        label: { zh: '走访企业', en: 'Enterprises visited' },
        unit: '家',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '4A.households',
        label: { zh: '走访职工家庭', en: 'Households visited' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: {
          kinds: ['VISIT_MADE'],
          measure: 'HOUSEHOLDS',
          words: {
            zh: '本次活动走访的职工家庭，同一户只计一次',
            en: 'Households visited in the campaign, each once',
          },
        },
      },
    ],
  },
  {
    code: '4B',
    section: '4',
    label: { zh: '慰问困难企业', en: 'Enterprises in difficulty helped' },
    printed: '(B)慰问困难企业 {4B} 家；',
    cells: [
      {
        key: '4B',
        label: { zh: '慰问困难企业', en: 'Enterprises in difficulty helped' },
        unit: '家',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '4C',
    section: '4',
    label: { zh: '慰问困难家庭', en: 'Households helped' },
    printed:
      '(C)慰问困难家庭总数 {4C} 户，其中困难职工 {4C.workers} 户，困难农民工 {4C.migrant} 户，慰问困难劳模 {4C.model} 户。',
    cells: [
      {
        key: '4C',
        label: { zh: '慰问困难家庭总数', en: 'Households helped' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: paymentsMade('HOUSEHOLDS'),
      },
      {
        key: '4C.workers',
        label: { zh: '其中困难职工', en: 'of which workers’' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: paymentsMade(
          'HOUSEHOLDS',
          { withWorker: true },
          {
            zh: '家庭成员（含户主）中有职工（含农民工）',
            en: 'households with a worker, migrant workers included',
          },
        ),
      },
      {
        key: '4C.migrant',
        label: { zh: '困难农民工', en: 'migrant workers’' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: paymentsMade('HOUSEHOLDS', { migrantWorker: true }, withMigrantWorker),
      },
      {
        key: '4C.model',
        label: { zh: '慰问困难劳模', en: 'model workers’' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: paymentsMade('HOUSEHOLDS', { modelWorker: true }, withModelWorker),
      },
    ],
  },
];
