import type { CheckDefinition, FormDefinition } from './form.ts';
import { moneyLines } from './warmth-table-money.ts';
import { peopleLines } from './warmth-table-people.ts';
import { rightsLines } from './warmth-table-rights.ts';

const services = ['9A', '9B', '9C', '9D'];

const ofWhich = (whole: string, ...parts: readonly string[]): readonly CheckDefinition[] =>
  parts.map((part) => ({ relation: 'PART_WITHIN_WHOLE', severity: 'ERROR', whole, parts: [part] }));

const sumsUp = (whole: string, ...parts: readonly string[]): CheckDefinition => ({
  relation: 'SUM_EQUALS_WHOLE',
  severity: 'ERROR',
  whole,
  parts,
});

/** Table 1, 送温暖工程统计表, as §002 annex 1 prints it, its lines in the printed order. */
export const warmthTable: FormDefinition = {
  code: 'warmth-table',
  version: 2012,
  title: { zh: '送温暖工程统计表', en: 'Sending Warmth table' },
  sectionHeadings: {
    '4': '4、元旦、春节期间送温暖活动中',
    '5': '5、元旦、春节期间送温暖活动中：',
    '6': '6、元旦、春节期间送温暖活动中：',
    '7': '7、元旦、春节期间送温暖活动中：',
    '8': '8、元旦、春节期间送温暖活动中',
  },
  lines: [...peopleLines, ...moneyLines, ...rightsLines],
  checks: [
    ...ofWhich('1A', '1A.migrant', '2A'),
    ...ofWhich('2A', '2A.migrant'),
    ...ofWhich('3A', '3A.migrant'),
    sumsUp('3A', '3B', '3C', '3D'),
    ...ofWhich('4C', '4C.workers', '4C.migrant', '4C.model'),
    sumsUp('5A', '5B', '5C', '5D', '5E'),
    ...ofWhich('6A', '6B', '6C'),
    { relation: 'PART_WITHIN_WHOLE', severity: 'WARNING', whole: '5A', parts: ['6A'] },
    ...ofWhich('8A', '8A.new-generation'),
    ...ofWhich('8B', '8B.new-generation'),
    ...ofWhich('8C', '8C.migrant'),
    ...ofWhich('8C.amount', '8C.migrant-amount'),
    sumsUp('9', ...services),
    sumsUp('9.new-generation', ...services.map((line) => `${line}.new-generation`)),
    ...['9', ...services].flatMap((line) => ofWhich(line, `${line}.new-generation`)),
    {
      relation: 'SUM_WITHIN_WHOLE',
      severity: 'ERROR',
      whole: '10A',
      parts: ['10B', '10C', '10D', '10E', '10F'].map((line) => `${line}.passengers`),
    },
  ],
  note: {
    zh: '注：本表中职工均包括农民工，困难职工均包括困难农民工',
    en: 'Workers include migrant workers, and workers in hardship include migrant workers in hardship.',
  },
};
