import type { FundSource } from '@nuangong/events';
import type { Rule } from './form.ts';

type Narrowing = Omit<Rule, 'kinds' | 'measure' | 'words'>;

const activeFiles = {
  zh: '期内在册的困难职工档案（已建档，期初之前未退出，且未全期暂停）',
  en: 'Case files active in the period (activated by its end, not exited before its start, not suspended all through it)',
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
export const workersOfActiveCaseFiles: Rule = {
  kinds: ['CASE_FILE_ACTIVATED'],
  measure: 'SUM_PERSONS',
  words: {
    zh: `${activeFiles.zh}，合计其中的职工人数（含农民工；农民、城镇居民和没有登记身份的成员不计）`,
    en: `${activeFiles.en}: the workers in them, migrant workers included; farmers, townspeople and members whose \
standing nobody said are none`,
  },
};

/** Migrant workers of the case files active in the period; other workers of their households are none. */
export const migrantWorkersOfActiveCaseFiles: Rule = {
  kinds: ['CASE_FILE_ACTIVATED'],
  measure: 'SUM_MIGRANT_PERSONS',
  migrantWorker: true,
  words: {
    zh: `${activeFiles.zh}，合计其中的农民工人数（农村户籍的职工）`,
    en: `${activeFiles.en}: the migrant workers in them (workers registered in the country)`,
  },
};

/** What counts as a campaign's money, in words. */
const warmthMoney = {
  zh: '本次活动的款项（未记入活动的，仅计用途为送温暖的）',
  en: 'Money of the campaign (of what is booked to no campaign, only what is for sending warmth)',
};

/** Which households, by who is among their people, in words. */
export const withMigrantWorker = { zh: '家庭成员（含户主）中有农民工', en: 'households with a migrant worker' };
export const withModelWorker = { zh: '家庭成员（含户主）中有劳模', en: 'households with a model worker' };

const measured = {
  FACTS: { zh: '每笔计 1 人次', en: 'one person-time a payment' },
  HOUSEHOLDS: { zh: '同一户只计一次', en: 'each household once' },
  SUM_AMOUNT: { zh: '合计金额', en: 'the sum of their amounts' },
} as const;

/** Aid of a kind given in the campaign's days, whatever it is booked to, that the bank has not returned. */
export function aidGiven(measure: keyof typeof measured, narrowing: Narrowing, only: { zh: string; en: string }): Rule {
  return {
    kinds: ['PAYMENT_MADE'],
    measure,
    ...narrowing,
    words: {
      zh: `本次活动及活动期内已发放且未退汇的${only.zh}，${measured[measure].zh}`,
      en: `${only.en} of the campaign or paid in its days, less what was returned: ${measured[measure].en}`,
    },
  };
}

/** Payments for sending warmth that the bank has not returned: the campaign's own, and those booked to none. */
export function paymentsMade(
  measure: keyof typeof measured,
  narrowing: Narrowing = {},
  only?: { zh: string; en: string },
): Rule {
  return {
    kinds: ['PAYMENT_MADE'],
    measure,
    forWarmth: true,
    ...narrowing,
    words: {
      zh: `${warmthMoney.zh}，已发放且未退汇${only ? `，${only.zh}` : ''}，${measured[measure].zh}`,
      en: `${warmthMoney.en}, paid and not returned${only ? `, ${only.en}` : ''}: ${measured[measure].en}`,
    },
  };
}

/** Money that came into the unit's subtree from outside it: receipts, and allocations received from a superior. */
export function moneyRaised(sources: readonly FundSource[], only: { zh: string; en: string }): Rule {
  return {
    kinds: ['RECEIPT_RECORDED', 'ALLOCATION_RECEIVED'],
    measure: 'SUM_AMOUNT',
    fromOutside: true,
    forWarmth: true,
    sources,
    words: {
      zh: `${warmthMoney.zh}，从本单位范围以外收到（收款和上级下拨），资金来源为${only.zh}，合计金额；本单位范围以内的下拨不重复计`,
      en: `${warmthMoney.en}, received from outside the unit’s own subtree (receipts, allocations from above), \
source ${only.en}; transfers within the subtree are not counted twice`,
    },
  };
}

/** Unpaid wages that came back in the period; each worker once, however many instalments. */
export function wagesRecovered(measure: 'PERSONS' | 'SUM_AMOUNT', migrantWorker?: true): Rule {
  const whose = migrantWorker ? { zh: '农民工', en: 'migrant workers’' } : { zh: '职工', en: 'workers’' };
  const how = {
    PERSONS: { zh: '人数，同一人只计一次', en: 'persons, each once' },
    SUM_AMOUNT: { zh: '合计金额', en: 'the sum of the amounts' },
  }[measure];
  return {
    kinds: ['WAGES_RECOVERED'],
    measure,
    ...(migrantWorker && { migrantWorker }),
    words: {
      zh: `期内追回的${whose.zh}欠薪，${how.zh}`,
      en: `${whose.en} unpaid wages recovered in the period: ${how.en}`,
    },
  };
}

/** Only whoever belongs to a household on the register, in words. */
const onRegisterOnly = { zh: '当日在册困难职工家庭的成员', en: 'members of households on the register at that day' };

/** Training that persons of hard-up households attended. */
export const hardUpTrained: Rule = {
  kinds: ['TRAINING_ATTENDED'],
  measure: 'FACTS',
  onRegister: true,
  words: {
    zh: `期内${onRegisterOnly.zh}参加就业培训，每次计 1 人次`,
    en: `Training attended in the period by ${onRegisterOnly.en}, one person-time each`,
  },
};

/** Hard-up workers helped by legal aid. */
export const hardUpInLegalCases: Rule = {
  kinds: ['LEGAL_CASE_OPENED'],
  measure: 'SUM_PERSONS',
  onRegister: true,
  words: {
    zh: `期内立案的法律援助案件，当事人为${onRegisterOnly.zh}，合计人数（不超过该户职工数）`,
    en: `Legal-aid cases opened in the period for ${onRegisterOnly.en}: persons, not above the household’s workers`,
  },
};
