import { paperFont } from '@nuangong/documents/pdf';
import type { HouseholdPaper, PaperEvent, PaperPerson } from './household-paper.ts';

/** The two papers of a household (§000-2). */
export const householdPapers = { REGISTRATION: '困难职工登记表', CASE_FILE: '困难职工档案表' } as const;
export type HouseholdPaperKind = keyof typeof householdPapers;

/** A paper of a household on A4 upright: rows unbroken, headings repeated, places to sign; a pdfmake document. */
export function householdPaperDocument(kind: HouseholdPaperKind, paper: HouseholdPaper): object {
  const title = householdPapers[kind];
  return {
    pageSize: 'A4',
    pageMargins: [32, 28, 32, 36],
    info: { title, creator: '暖工' },
    defaultStyle: { font: paperFont, fontSize: 9, lineHeight: 1.15 },
    footer: (page: number, pages: number) => ({
      text: `${paper.fileNumber}　第 ${page} 页 共 ${pages} 页　${paper.printedOn}打印`,
      font: paperFont,
      fontSize: 8,
      alignment: 'center',
      margin: [0, 8, 0, 0],
    }),
    content: [
      { text: title, bold: true, fontSize: 16, alignment: 'center', margin: [0, 0, 0, 6] },
      {
        columns: [{ text: `建档单位：${paper.union}` }, { text: `档案编号：${paper.fileNumber}`, alignment: 'right' }],
        margin: [0, 0, 0, 4],
      },
      factsOf(kind, paper),
      heading('家庭成员'),
      peopleOf(paper.people),
      ...(kind === 'REGISTRATION' ? registrationRest(paper) : caseFileRest(paper)),
    ],
  };
}

function factsOf(kind: HouseholdPaperKind, paper: HouseholdPaper): object {
  const [head] = paper.people;
  const facts: readonly (readonly [string, string])[] = [
    ['姓名', head?.name ?? ''],
    ['性别', head?.sex ?? ''],
    ['出生年月', head?.born ?? ''],
    ['身份证号', head?.identityNumber ?? ''],
    ['联系电话', paper.phone],
    ['工作单位', paper.unit],
    ['身份', head?.standing ?? ''],
    ['农民工', paper.migrantWorker],
    ['劳模', paper.honour],
    ['家庭人口', paper.size],
    ['人均月收入', paper.perCapitaIncome === '' ? '' : `${paper.perCapitaIncome} 元（申报）`],
    ['低保情况', paper.dibao],
    ['困难类别', paper.hardshipClass],
    ['致困原因', paper.causes],
    ...(kind === 'REGISTRATION'
      ? ([['登记日期', paper.registeredOn]] as const)
      : ([
          ['档案状态', paper.status],
          ['建档日期', paper.activatedOn],
          ['银行账号', paper.bankAccount],
        ] as const)),
  ];
  return gridOf([58, '*', 58, '*', 58, '*'], rowsOf(facts, 3));
}

/** Facts in rows of `across`; the last one of a row that is not full takes its rest. */
function rowsOf(facts: readonly (readonly [string, string])[], across: number): object[][] {
  return Array.from({ length: Math.ceil(facts.length / across) }, (_, row) => {
    const those = facts.slice(row * across, (row + 1) * across);
    const left = 2 * (across - those.length);
    const cells = those.flatMap(([name, text], place) => [
      label(name),
      { text, ...(place === those.length - 1 && left > 0 && { colSpan: left + 1 }) },
    ]);
    return [...cells, ...Array.from({ length: left }, () => ({}))];
  });
}

const peopleColumns: readonly (readonly [heading: string, key: keyof PaperPerson, width: number | '*'])[] = [
  ['姓名', 'name', 84],
  ['关系', 'relation', 34],
  ['性别', 'sex', 24],
  ['出生年月', 'born', 42],
  ['身份证号', 'identityNumber', 84],
  ['身份', 'standing', 34],
  ['月收入', 'monthlyIncome', 42],
  ['健康状况', 'health', '*'],
  ['就学', 'schooling', '*'],
];

function peopleOf(people: readonly PaperPerson[]): object {
  return tableOf(
    peopleColumns.map(([text, , width]) => [text, width]),
    people.map((person) => peopleColumns.map(([, key]) => ({ text: person[key] }))),
  );
}

function registrationRest(paper: HouseholdPaper): object[] {
  return [
    heading('情况说明'),
    gridOf(['*'], [[{ text: paper.remark === '' ? '\n\n' : paper.remark }]]),
    heading('证明材料'),
    gridOf(
      ['*', 36, '*', 36, '*', 36],
      rowsOf(
        paper.evidence.map(({ name, present }) => [name, present] as const),
        3,
      ),
    ),
    opinions(['本人（或监护人）签名', '基层工会意见', '县（区）总工会审核意见', '审批意见']),
  ];
}

function caseFileRest(paper: HouseholdPaper): object[] {
  return [
    eventsOf('办理经过', ['日期', '办理结果', '办理人', '意见'], paper.steps),
    eventsOf('帮扶救助', ['日期', '活动或项目', '批准人', '金额及申请编号'], paper.aid),
    eventsOf('走访慰问', ['日期', '走访', '走访人', '送了什么'], paper.visits),
    opinions(['建档人签名', '负责人签名（盖章）']),
  ];
}

/** Up to so many events stay on one page with their heading. */
const keptTogether = 10;

function eventsOf(
  title: string,
  [on, what, by, words]: readonly [string, string, string, string],
  events: readonly PaperEvent[],
): object {
  const table = tableOf(
    [
      [on, 84],
      [what, 120],
      [by, 90],
      [words, '*'],
    ],
    events.map((event) => [event.on, event.what, event.by, event.words].map((text) => ({ text }))),
  );
  return {
    unbreakable: events.length <= keptTogether,
    stack: [heading(title), events.length === 0 ? gridOf(['*'], [[{ text: '无' }]]) : table],
  };
}

function opinions(titles: readonly string[]): object {
  return {
    unbreakable: true,
    margin: [0, 8, 0, 0],
    table: {
      widths: titles.map(() => '*'),
      body: [
        titles.map(label),
        titles.map(() => ({ text: '\n\n\n年　　月　　日', alignment: 'right', fontSize: 8.5 })),
      ],
    },
  };
}

const label = (text: string): object => ({ text, bold: true, fillColor: '#f4f4f4' });
const heading = (text: string): object => ({ text, bold: true, fontSize: 10.5, margin: [0, 6, 0, 2] });

function gridOf(widths: readonly (number | '*')[], body: readonly object[][]): object {
  return body.length === 0 ? { text: '无' } : { table: { widths: [...widths], dontBreakRows: true, body: [...body] } };
}

function tableOf(columns: readonly (readonly [heading: string, width: number | '*'])[], rows: readonly object[][]) {
  return {
    fontSize: 8,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(([, width]) => width),
      body: [columns.map(([text]) => label(text)), ...rows],
    },
  };
}
