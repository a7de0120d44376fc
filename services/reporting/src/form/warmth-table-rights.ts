import type { FormLineDefinition } from './form.ts';
import { wagesRecovered } from './warmth-table-rules.ts';

/** Lines 8 to 11 of the warmth table: rights, services, journeys home. */
export const rightsLines: readonly FormLineDefinition[] = [
  {
    code: '8A',
    section: '8',
    label: { zh: '维权职工', en: 'Workers whose rights were defended' },
    printed: '(A)为 {8A} 名权益受损的职工开展维权工作，其中涉及新生代农民工 {8A.new-generation} 人；',
    cells: [
      {
        key: '8A',
        label: { zh: '维权职工', en: 'Workers whose rights were defended' },
        unit: '名',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '8A.new-generation',
        label: { zh: '其中新生代农民工', en: 'of whom new-generation migrant workers' },
        unit: '人',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '8B',
    section: '8',
    label: { zh: '权益维护知识宣传教育', en: 'Rights explained' },
    printed: '(B)为职工开展权益维护方面知识宣传教育 {8B} 人次，其中涉及新生代农民工 {8B.new-generation} 人次；',
    cells: [
      {
        key: '8B',
        label: { zh: '权益维护知识宣传教育', en: 'Rights explained' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '8B.new-generation',
        label: { zh: '其中新生代农民工', en: 'of whom new-generation migrant workers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '8C',
    section: '8',
    label: { zh: '协助追讨欠薪', en: 'Unpaid wages recovered' },
    printed:
      '(C)共协助政府有关部门帮助 {8C} 名职工追讨欠薪 {8C.amount} 万元。其中帮助 {8C.migrant} 名农民工追讨欠薪 {8C.migrant-amount} 万元。',
    cells: [
      {
        key: '8C',
        label: { zh: '追讨欠薪职工', en: 'Workers' },
        unit: '名',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: wagesRecovered('PERSONS'),
      },
      {
        key: '8C.amount',
        label: { zh: '追讨欠薪金额', en: 'Wages recovered' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: wagesRecovered('SUM_AMOUNT'),
      },
      {
        key: '8C.migrant',
        label: { zh: '其中农民工', en: 'of whom migrant workers' },
        unit: '名',
        scale: 'COUNT',
        kind: 'DERIVED',
        rule: wagesRecovered('PERSONS', true),
      },
      {
        key: '8C.migrant-amount',
        label: { zh: '其中农民工欠薪金额', en: 'of which migrant workers’' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'DERIVED',
        rule: wagesRecovered('SUM_AMOUNT', true),
      },
    ],
  },
  {
    code: '9',
    section: '9',
    label: { zh: '各项服务', en: 'Services to workers' },
    printed:
      '9、元旦、春节期间送温暖活动中为职工提供各项服务 {9} 人次，其中新生代农民工 {9.new-generation} 人次。其中：',
    cells: [
      {
        key: '9',
        label: { zh: '各项服务', en: 'Services to workers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'COMPUTED',
        sumOf: ['9A', '9B', '9C', '9D'],
      },
      {
        key: '9.new-generation',
        label: { zh: '其中新生代农民工', en: 'of whom new-generation migrant workers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'COMPUTED',
        sumOf: ['9A.new-generation', '9B.new-generation', '9C.new-generation', '9D.new-generation'],
      },
    ],
  },
  {
    code: '9A',
    section: '9',
    label: { zh: '心理咨询疏导', en: 'Counselling' },
    printed: '(A)为职工开展心理咨询疏导 {9A} 人次，其中新生代农民工 {9A.new-generation} 人次；',
    cells: [
      {
        key: '9A',
        label: { zh: '心理咨询疏导', en: 'Counselling' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '9A.new-generation',
        label: { zh: '其中新生代农民工', en: 'of whom new-generation migrant workers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '9B',
    section: '9',
    label: { zh: '送文化', en: 'Culture' },
    printed: '(B)为职工开展送文化活动 {9B} 人次，其中为新生代农民工 {9B.new-generation} 人次；',
    cells: [
      {
        key: '9B',
        label: { zh: '送文化', en: 'Culture' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '9B.new-generation',
        label: { zh: '其中新生代农民工', en: 'of whom new-generation migrant workers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '9C',
    section: '9',
    label: { zh: '医疗体检、健康咨询', en: 'Health checks and advice' },
    printed: '(C)为职工提供医疗体检、健康咨询 {9C} 人次；其中新生代农民工 {9C.new-generation} 人次；',
    cells: [
      {
        key: '9C',
        label: { zh: '医疗体检、健康咨询', en: 'Health checks and advice' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '9C.new-generation',
        label: { zh: '其中新生代农民工', en: 'of whom new-generation migrant workers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '9D',
    section: '9',
    label: { zh: '其他生活服务', en: 'Other services' },
    printed: '(D)其他生活服务 {9D} 人次；其中新生代农民工 {9D.new-generation} 人次。',
    cells: [
      {
        key: '9D',
        label: { zh: '其他生活服务', en: 'Other services' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '9D.new-generation',
        label: { zh: '其中新生代农民工', en: 'of whom new-generation migrant workers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '10A',
    section: '10',
    label: { zh: '平安返乡', en: 'Journeys home' },
    printed: '10、(A)送温暖活动期间共帮助农民工平安返乡 {10A} 人次；',
    cells: [
      {
        key: '10A',
        label: { zh: '平安返乡', en: 'Journeys home' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '10B',
    section: '10',
    label: { zh: '包专列', en: 'Trains chartered' },
    printed: '(B)共包专列 {10B} 列，运送 {10B.passengers} 人次；',
    cells: [
      {
        key: '10B',
        label: { zh: '包专列', en: 'Trains chartered' },
        unit: '列',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '10B.passengers',
        label: { zh: '运送', en: 'Passengers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '10C',
    section: '10',
    label: { zh: '包火车车厢', en: 'Carriages chartered' },
    printed: '(C)共包火车车厢 {10C} 节，运送 {10C.passengers} 人次；',
    cells: [
      {
        key: '10C',
        label: { zh: '包火车车厢', en: 'Carriages chartered' },
        unit: '节',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '10C.passengers',
        label: { zh: '运送', en: 'Passengers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '10D',
    section: '10',
    label: { zh: '包汽车', en: 'Coaches chartered' },
    printed: '(D)共包汽车 {10D} 辆，运送 {10D.passengers} 人次；',
    cells: [
      {
        key: '10D',
        label: { zh: '包汽车', en: 'Coaches chartered' },
        unit: '辆',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '10D.passengers',
        label: { zh: '运送', en: 'Passengers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '10E',
    section: '10',
    label: { zh: '包船', en: 'Ships chartered' },
    printed: '(E)共包船 {10E} 艘，运送 {10E.passengers} 人次；',
    cells: [
      {
        key: '10E',
        label: { zh: '包船', en: 'Ships chartered' },
        unit: '艘',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '10E.passengers',
        label: { zh: '运送', en: 'Passengers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '10F',
    section: '10',
    label: { zh: '包机', en: 'Planes chartered' },
    printed: '(F)共包机 {10F} 架，运送 {10F.passengers} 人次；',
    cells: [
      {
        key: '10F',
        label: { zh: '包机', en: 'Planes chartered' },
        unit: '架',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
      {
        key: '10F.passengers',
        label: { zh: '运送', en: 'Passengers' },
        unit: '人次',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '10G',
    section: '10',
    label: { zh: '帮助购买车（船）票', en: 'Tickets bought' },
    printed: '(G)帮助农民工购买车（船）票 {10G} 张。',
    cells: [
      {
        key: '10G',
        label: { zh: '帮助购买车（船）票', en: 'Tickets bought' },
        unit: '张',
        scale: 'COUNT',
        kind: 'ENTERED',
      },
    ],
  },
  {
    code: '11A',
    section: '11',
    label: { zh: '为农民工返乡争取经济补贴', en: 'Travel subsidies won' },
    printed: '11、(A)经过与用人单位协商，为农民工返乡争取经济补贴 {11A} 万元。',
    cells: [
      {
        key: '11A',
        label: { zh: '返乡经济补贴', en: 'Travel subsidies won' },
        unit: '万元',
        scale: 'WAN_YUAN',
        kind: 'ENTERED',
      },
    ],
  },
];
