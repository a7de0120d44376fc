import type { HardshipCause } from '@nuangong/events';
import { fen, formatYuanGrouped, type Bilingual, type LocalDate } from '@nuangong/primitives';
import { frequencyInWords } from '../policy/frequency.ts';
import type { Criterion, PolicyPack } from '../policy/policy.ts';
import type { DecisionInputs } from './decision-inputs.ts';

/** How one criterion reads on the sheet: what it is called, what the household has, what is asked, since when. */
export interface CriterionWords {
  readonly name: Bilingual;
  readonly householdValue: string;
  readonly threshold: string;
  readonly inForceFrom: LocalDate | null;
  readonly inForceTo: LocalDate | null;
}

const names: Readonly<Record<Criterion, Bilingual>> = {
  MODEL_WORKER: { zh: '劳模', en: 'Model worker' },
  DIBAO_OR_MARGINAL: { zh: '低保或边缘户', en: 'Dibao or marginal household' },
  MAJOR_ILLNESS: { zh: '大病', en: 'Major illness' },
  ACCIDENT_OR_DISASTER: { zh: '意外或灾害', en: 'Accident or disaster' },
  SCHOOLING: { zh: '子女上学', en: 'Schooling' },
  STANDARD: { zh: '救助标准', en: 'Standard' },
  DIBAO_LINE: { zh: '低保线', en: 'Dibao line' },
  FREQUENCY: { zh: '受助次数', en: 'Frequency' },
  CASE_FILE: { zh: '档案生效', en: 'Case file active' },
  IDENTITY: { zh: '身份核实', en: 'Identity verified' },
  RIGHTS: { zh: '劳动权益', en: 'Labour rights' },
};

const honours: Readonly<Record<string, string>> = {
  NONE: '无劳模称号',
  CITY: '市级劳模',
  PROVINCIAL: '省级劳模',
  NATIONAL: '全国劳模',
};

const dibaoStatuses: Readonly<Record<string, string>> = { NONE: '未领低保', DIBAO: '低保户', MARGINAL: '低保边缘户' };

const causeNames: Readonly<Record<HardshipCause, string>> = {
  MAJOR_ILLNESS: '大病',
  DISABILITY: '残疾',
  SCHOOLING: '子女上学',
  ACCIDENT: '意外事故',
  DISASTER: '灾害',
  UNEMPLOYMENT: '失业',
  FAMILY_CHANGE: '家庭变故',
  UNPAID_WAGES: '欠薪',
  OTHER: '其他',
};

/** What a sheet calls the criterion of illness. */
export const illnessCriterion = names.MAJOR_ILLNESS.zh;
/** The causes that tell of somebody’s health, as a sheet words them. */
export const causesOfHealthInWords: ReadonlySet<string> = new Set([causeNames.MAJOR_ILLNESS, causeNames.DISABILITY]);

const fileStatuses: Readonly<Record<string, string>> = {
  DRAFT: '草稿',
  SUBMITTED: '已提交',
  COUNTY_REVIEW: '县级审核',
  POSTED: '公示中',
  ACTIVE: '已生效',
  EXITED: '已退出',
  RETURNED: '已退回',
  REJECTED: '不予建档',
  SUSPENDED: '暂停',
  REVOKED: '撤销',
};

/** Causes as paper says them, joined; "未记录" where the file names none. */
export function causesInWords(causes: readonly HardshipCause[]): string {
  return causes.length === 0 ? '未记录' : causes.map((cause) => causeNames[cause]).join('、');
}

/** Words a criterion for a household under a policy. */
export function wordCriterion(criterion: Criterion, facts: DecisionInputs, policy: PolicyPack): CriterionWords {
  const policyDates = { inForceFrom: policy.inForceFrom, inForceTo: policy.inForceTo };
  const lineDates = { inForceFrom: facts.dibaoLineFrom, inForceTo: facts.dibaoLineTo };
  const dates = criterion === 'DIBAO_OR_MARGINAL' || criterion === 'DIBAO_LINE' ? lineDates : policyDates;
  return { name: names[criterion], ...valueAndThreshold(criterion, facts, policy), ...dates };
}

function valueAndThreshold(
  criterion: Criterion,
  facts: DecisionInputs,
  policy: PolicyPack,
): { readonly householdValue: string; readonly threshold: string } {
  const causes = causesInWords(facts.causes);
  const income = `人均月收入 ${inYuan(facts.perCapitaFen)} 元`;
  switch (criterion) {
    case 'MODEL_WORKER':
      return {
        householdValue: honours[facts.modelWorkerHonour] ?? facts.modelWorkerHonour,
        threshold: '国家、省或市级劳模',
      };
    case 'DIBAO_OR_MARGINAL':
      return {
        householdValue: `${dibaoStatuses[facts.dibaoStatus] ?? facts.dibaoStatus}，${income}`,
        threshold: `低保户或边缘户，或${marginInWords(facts)}`,
      };
    case 'MAJOR_ILLNESS':
      return { householdValue: causes, threshold: '本人或家人患大病' };
    case 'ACCIDENT_OR_DISASTER':
      return { householdValue: causes, threshold: '意外事故或灾害' };
    case 'SCHOOLING':
      return { householdValue: causes, threshold: '子女上学负担过重' };
    case 'STANDARD':
      return {
        householdValue: `每户 ${inYuan(facts.standardFen)} 元`,
        threshold: `不低于 ${formatYuanGrouped(policy.amountMin)} 元`,
      };
    case 'DIBAO_LINE':
      return { householdValue: income, threshold: lineInWords(facts) };
    case 'FREQUENCY':
      return {
        householdValue: facts.lastAidedOn === null ? '本期未受助' : `本期已受助，最近 ${facts.lastAidedOn}`,
        threshold: frequencyInWords(policy).zh,
      };
    case 'CASE_FILE':
      return {
        householdValue: `${fileStatuses[facts.caseFileStatus] ?? facts.caseFileStatus}（第 ${facts.caseFileVersion} 版）`,
        threshold: '已生效',
      };
    case 'RIGHTS':
      return { householdValue: causes, threshold: '合法劳动权益受侵害的转法律援助' };
    case 'IDENTITY':
      return { householdValue: facts.identityVerified ? '已核实' : '未核实', threshold: '户主身份已核实' };
  }
}

function marginInWords(facts: DecisionInputs): string {
  if (facts.marginLimitFen === null) return '人均月收入不高于边缘线（本县未设低保线）';
  return `人均月收入不高于 ${inYuan(facts.marginLimitFen)} 元（低保线 × ${facts.marginFactor ?? ''}）`;
}

function lineInWords(facts: DecisionInputs): string {
  return facts.dibaoLineFen === null ? '本县未设低保线' : `低保线 ${inYuan(facts.dibaoLineFen)} 元/人·月`;
}

function inYuan(wholeFen: number): string {
  return formatYuanGrouped(fen(BigInt(wholeFen)));
}
