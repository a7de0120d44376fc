import type { HardshipCause, HardshipClass } from '@nuangong/events';
import type { Bilingual } from '@nuangong/primitives';
import type { DibaoStatus, ModelWorkerHonour, PersonStanding } from './household.ts';

export const hardshipClassNames: Readonly<Record<HardshipClass, Bilingual>> = {
  BELOW_LINE: { zh: '家庭人均收入低于低保线', en: 'per-capita income below the dibao line' },
  MARGINAL: { zh: '略高于低保线但因一定原因困难', en: 'slightly above the dibao line, with a cause of hardship' },
  SUDDEN: { zh: '意外事件、重大疾病、自然灾害致困', en: 'accident, major illness or disaster' },
};

/** The text for a household without a class. */
export const noHardshipClass: Bilingual = { zh: '不属于困难职工家庭', en: 'not in hardship' };

export const hardshipCauseNames: Readonly<Record<HardshipCause, Bilingual>> = {
  MAJOR_ILLNESS: { zh: '大病', en: 'major illness' },
  DISABILITY: { zh: '残疾', en: 'disability' },
  SCHOOLING: { zh: '子女上学', en: 'schooling' },
  ACCIDENT: { zh: '意外事故', en: 'accident' },
  DISASTER: { zh: '灾害', en: 'disaster' },
  UNEMPLOYMENT: { zh: '失业', en: 'unemployment' },
  FAMILY_CHANGE: { zh: '家庭成员变故', en: 'family change' },
  UNPAID_WAGES: { zh: '欠薪', en: 'unpaid wages' },
  OTHER: { zh: '其他', en: 'other' },
};

/** Causes as printed on paper, joined; "未记录" if the file names none. */
export function causesInWords(causes: readonly HardshipCause[]): string {
  return causes.length === 0 ? '未记录' : causes.map((cause) => hardshipCauseNames[cause].zh).join('、');
}

export const dibaoStatusNames: Readonly<Record<DibaoStatus, Bilingual>> = {
  NONE: { zh: '非低保', en: 'no dibao' },
  RECEIVING: { zh: '低保户', en: 'dibao household' },
  MARGINAL: { zh: '低保边缘户', en: 'dibao marginal household' },
};

export const modelWorkerHonourNames: Readonly<Record<ModelWorkerHonour, Bilingual>> = {
  NONE: { zh: '无', en: 'none' },
  CITY: { zh: '市级劳模', en: 'city model worker' },
  PROVINCIAL: { zh: '省级劳模', en: 'provincial model worker' },
  NATIONAL: { zh: '全国劳模', en: 'national model worker' },
};

export const personStandingNames: Readonly<Record<PersonStanding, Bilingual>> = {
  WORKER: { zh: '职工', en: 'worker' },
  FARMER: { zh: '农民', en: 'farmer' },
  TOWNSPERSON: { zh: '城镇居民', en: 'townsperson' },
};

/** A class as text, also if there is none. */
export function hardshipClassInWords(name: HardshipClass | null): Bilingual {
  return name === null ? noHardshipClass : hardshipClassNames[name];
}
