import type { FundSource } from '@nuangong/events';
import type { Rule } from './form.ts';

type Narrowing = Omit<Rule, 'kinds' | 'measure' | 'words'>;

const activeFiles = {
  zh: '期内在册的困难职工档案（已建档，期初之前未退出）',
  en: 'Case files active in the period (activated by its end and not exited before its start)',
};

/** Case files active in the period, one for a household. */
export function activeCaseFiles(narrowing: Narrowing = {}, only?: { zh: string; en: string }): Rule {
  return {
    kinds: ['CASE_FILE_ACTIVATED'],
    measure: 'FACTS',
    ...narrowing,
    words: {
      zh: `${activeFiles.zh}${only ? `，${only.zh}` : ''}，按户计`,
      en: `${activeFiles.en}${only ? `, ${only.en}` : ''}, counted in households`,
    },
  };
}

/** Workers of the case files active in the period. */
export function workersOfActiveCaseFiles(narrowing: Narrowing = {}, only?: { zh: string; en: string }): Rule {
  return {
    kinds: ['CASE_FILE_ACTIVATED'],
    measure: 'SUM_PERSONS',
    ...narrowing,
    words: {
      zh: `${activeFiles.zh}${only ? `，${only.zh}` : ''}，合计其中的职工人数`,
      en: `${activeFiles.en}${only ? `, ${only.en}` : ''}: the workers in them`,
    },
  };
}

const measured = {
  FACTS: { zh: '每笔计 1 人次', en: 'one person-time a payment' },
  HOUSEHOLDS: { zh: '同一户只计一次', en: 'each household once' },
  SUM_AMOUNT: { zh: '合计金额', en: 'the sum of their amounts' },
} as const;

/** Payments of the campaign that the bank has not returned. */
export function paymentsMade(
  measure: keyof typeof measured,
  narrowing: Narrowing = {},
  only?: { zh: string; en: string },
): Rule {
  return {
    kinds: ['PAYMENT_MADE'],
    measure,
    ...narrowing,
    words: {
      zh: `本次活动已发放且未退汇的款项${only ? `，${only.zh}` : ''}，${measured[measure].zh}`,
      en: `Payments of the campaign, less returned ones${only ? `, ${only.en}` : ''}: ${measured[measure].en}`,
    },
  };
}

/** Money that came into the unit's subtree from outside it: receipts, and allocations received from a superior. */
export function moneyRaised(sources: readonly FundSource[], only: { zh: string; en: string }): Rule {
  return {
    kinds: ['RECEIPT_RECORDED', 'ALLOCATION_RECEIVED'],
    measure: 'SUM_AMOUNT',
    fromOutside: true,
    sources,
    words: {
      zh: `本次活动从本单位范围以外收到的款项（收款和上级下拨），资金来源为${only.zh}，合计金额；本单位范围以内的下拨不重复计`,
      en: `Money of the campaign received from outside the unit’s own subtree (receipts, allocations from above), \
source ${only.en}; transfers within the subtree are not counted twice`,
    },
  };
}

/** Unpaid wages that came back in the period. */
export function wagesRecovered(measure: 'SUM_PERSONS' | 'SUM_AMOUNT', migrantWorker?: true): Rule {
  const whose = migrantWorker ? { zh: '农民工', en: 'migrant workers’' } : { zh: '职工', en: 'workers’' };
  return {
    kinds: ['WAGES_RECOVERED'],
    measure,
    ...(migrantWorker && { migrantWorker }),
    words: {
      zh: `期内追回的${whose.zh}欠薪，合计${measure === 'SUM_AMOUNT' ? '金额' : '人数'}`,
      en: `${whose.en} unpaid wages recovered in the period: ${measure === 'SUM_AMOUNT' ? 'amounts' : 'persons'}`,
    },
  };
}
