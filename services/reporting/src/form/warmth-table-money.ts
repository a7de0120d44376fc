import { fundSource } from '@nuangong/events';
import type { FormLineDefinition } from './form.ts';
import {
  aidGiven,
  hardUpInLegalCases,
  hardUpTrained,
  moneyRaised,
  paymentsMade,
  withMigrantWorker,
  withModelWorker,
} from './warmth-table-rules.ts';

const fundSources = fundSource.options;
const heatingAid = { zh: '过冬取暖补贴', en: 'Heating aid' };

/**
 * Lines 5 to 7 of the warmth table: money raised and given out, aid by kind. The printed form skips from H to L, then
 * J.
 */
export const moneyLines: readonly FormLineDefinition[] = [
  {
    code: '5A',
    section: '5',
    label: { zh: '筹集慰问款物总额', en: 'Money and goods raised' },
    printed: '(A)筹集慰问款物总额 {5A} 万元；',
    cells: [
      {
        key: '5A',
        label: { zh: '筹集慰问款物总额', en: 'Money and goods raised' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: moneyRaised([...fundSources], { zh: '全部来源', en: 'any' }),
      },
    ],
  },
  {
    code: '5B',
    section: '5',
    label: { zh: '其中政府拨款', en: 'of which from government' },
    printed: '(B)其中政府拨款 {5B} 万元；',
    cells: [
      {
        key: '5B',
        label: { zh: '政府拨款', en: 'From government' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: moneyRaised(['CENTRAL_FISCAL', 'PROVINCIAL_FISCAL', 'LOCAL_FISCAL'], {
          zh: '中央、省级、地方财政',
          en: 'central, provincial or local fiscal',
        }),
      },
    ],
  },
  {
    code: '5C',
    section: '5',
    label: { zh: '其中工会投入', en: 'of which from unions' },
    printed: '(C)其中工会投入 {5C} 万元；',
    cells: [
      {
        key: '5C',
        label: { zh: '工会投入', en: 'From unions' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: moneyRaised(['UNION'], { zh: '工会经费', en: 'union' }),
      },
    ],
  },
  {
    code: '5D',
    section: '5',
    label: { zh: '其中社会捐助', en: 'of which donated' },
    printed: '(D)其中社会捐助 {5D} 万元；',
    cells: [
      {
        key: '5D',
        label: { zh: '社会捐助', en: 'Donated' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: moneyRaised(['DONATION'], { zh: '社会捐助', en: 'donation' }),
      },
    ],
  },
  {
    code: '5E',
    section: '5',
    label: { zh: '其中其他收入', en: 'of which other' },
    printed: '(E)其中其他收入 {5E} 万元。',
    cells: [
      {
        key: '5E',
        label: { zh: '其他收入', en: 'Other' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: moneyRaised(['OTHER'], { zh: '其他', en: 'other' }),
      },
    ],
  },
  {
    code: '6A',
    section: '6',
    label: { zh: '发放款物', en: 'Money and goods given out' },
    printed: '(A)发放款物 {6A} 万元；',
    cells: [
      {
        key: '6A',
        label: { zh: '发放款物', en: 'Given out' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: paymentsMade('SUM_AMOUNT'),
      },
    ],
  },
  {
    code: '6B',
    section: '6',
    label: { zh: '其中向困难劳模发放', en: 'of which to model workers' },
    printed: '(B)其中向困难劳模发放 {6B} 万元；',
    cells: [
      {
        key: '6B',
        label: { zh: '向困难劳模发放', en: 'To model workers' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: paymentsMade('SUM_AMOUNT', { modelWorker: true }, withModelWorker),
      },
    ],
  },
  {
    code: '6C',
    section: '6',
    label: { zh: '其中向困难农民工发放', en: 'of which to migrant workers' },
    printed: '(C)其中向困难农民工发放 {6C} 万元。',
    cells: [
      {
        key: '6C',
        label: { zh: '向困难农民工发放', en: 'To migrant workers' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: paymentsMade('SUM_AMOUNT', { migrantWorker: true }, withMigrantWorker),
      },
    ],
  },
  {
    code: '7A',
    section: '7',
    label: { zh: '政策宣传', en: 'Policies explained' },
    printed: '(A)提供政策宣传 {7A} 人次；',
    cells: [
      {
        key: '7A',
        label: { zh: '政策宣传', en: 'Policies explained' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '7B',
    section: '7',
    label: { zh: '帮助落实民生政策', en: 'Entitlements secured' },
    printed: '(B)帮助符合条件的困难职工落实民生政策 {7B} 人次；',
    cells: [
      {
        key: '7B',
        label: { zh: '帮助落实民生政策', en: 'Entitlements secured' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '7C',
    section: '7',
    label: { zh: '为下岗失业人员提供就业岗位', en: 'Jobs offered to laid-off workers' },
    printed: '(C)为下岗失业人员提供就业岗位 {7C} 个；',
    cells: [
      {
        key: '7C',
        label: { zh: '提供就业岗位', en: 'Jobs offered' },
        unit: '个',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: {
          kinds: ['VACANCY_OFFERED'],
          measure: 'SUM_COUNT',
          mark: 'FOR_LAID_OFF',
          words: {
            zh: '期内登记、面向下岗失业人员的岗位，合计岗位数',
            en: 'Positions kept for laid-off workers, offered in the period',
          },
        },
      },
    ],
  },
  {
    code: '7D',
    section: '7',
    label: { zh: '生活救助', en: 'Living aid' },
    printed: '(D)为困难职工提供生活救助 {7D} 人次；',
    cells: [
      {
        key: '7D',
        label: { zh: '生活救助', en: 'Living aid' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: aidGiven('FACTS', { aidType: 'LIVING' }, { zh: '生活救助', en: 'Living aid' }),
      },
    ],
  },
  {
    code: '7E',
    section: '7',
    label: { zh: '就业培训', en: 'Job training' },
    printed: '(E)为困难职工提供就业培训 {7E} 人次；',
    cells: [
      {
        key: '7E',
        label: { zh: '就业培训', en: 'Job training' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: hardUpTrained,
      },
    ],
  },
  {
    code: '7F',
    section: '7',
    label: { zh: '医疗救助', en: 'Medical aid' },
    printed: '(F)为困难职工提供医疗救助 {7F} 人次；',
    cells: [
      {
        key: '7F',
        label: { zh: '医疗救助', en: 'Medical aid' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: aidGiven('FACTS', { aidType: 'MEDICAL' }, { zh: '医疗救助', en: 'Medical aid' }),
      },
    ],
  },
  {
    code: '7G',
    section: '7',
    label: { zh: '子女助学帮扶', en: 'Schooling aid' },
    printed: '(G)为困难职工子女提供助学帮扶 {7G} 人次；',
    cells: [
      {
        key: '7G',
        label: { zh: '子女助学帮扶', en: 'Schooling aid' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: aidGiven('FACTS', { aidType: 'EDUCATION' }, { zh: '助学', en: 'Schooling aid' }),
      },
    ],
  },
  {
    code: '7H',
    section: '7',
    label: { zh: '法律援助', en: 'Legal aid' },
    printed: '(H)为困难职工提供法律援助 {7H} 人次；',
    cells: [
      {
        key: '7H',
        label: { zh: '法律援助', en: 'Legal aid' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: hardUpInLegalCases,
      },
    ],
  },
  {
    code: '7L',
    section: '7',
    label: { zh: '过冬取暖补贴', en: 'Heating aid' },
    printed: '(L)为 {7L} 户困难职工家庭提供过冬取暖补贴 {7L.amount} 万元；',
    cells: [
      {
        key: '7L',
        label: { zh: '过冬取暖补贴户数', en: 'Households with heating aid' },
        unit: '户',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: aidGiven('HOUSEHOLDS', { mark: 'HEATING' }, heatingAid),
      },
      {
        key: '7L.amount',
        label: { zh: '过冬取暖补贴', en: 'Heating aid' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: aidGiven('SUM_AMOUNT', { mark: 'HEATING' }, heatingAid),
      },
    ],
  },
  {
    code: '7J',
    section: '7',
    label: { zh: '结对帮扶', en: 'Pairings' },
    printed: '(J)与困难职工结对帮扶 {7J} 对。',
    cells: [
      {
        key: '7J',
        label: { zh: '结对帮扶', en: 'Pairings' },
        unit: '对',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
];
