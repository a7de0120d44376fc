import { paperFont } from '@nuangong/documents/pdf';
import type { DecisionSheetPaper, PaperLine } from './decision-sheet-paper.ts';

const columns: readonly (readonly [heading: string, key: keyof PaperLine, width: number | '*'])[] = [
  ['条件', 'criterion', 84],
  ['本户', 'household', 112],
  ['标准及有效期', 'threshold', 112],
  ['材料', 'evidence', 76],
  ['条款原文', 'clause', '*'],
  ['结论', 'conclusion', 52],
];

/** A decision sheet on A4 across: headings repeated, rows unbroken, page numbers, places to sign; a pdfmake document. */
export function decisionSheetDocument(paper: DecisionSheetPaper): object {
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [42, 42, 42, 48],
    info: { title: '资格判定书', creator: '暖工' },
    defaultStyle: { font: paperFont, fontSize: 9.5, lineHeight: 1.15 },
    footer: (page: number, pages: number) => ({
      text: `第 ${page} 页 共 ${pages} 页`,
      font: paperFont,
      fontSize: 8,
      alignment: 'center',
      margin: [0, 14, 0, 0],
    }),
    content: [
      { text: '资格判定书', bold: true, fontSize: 16, alignment: 'center', margin: [0, 0, 0, 10] },
      line(['申请人（户主）', paper.head], ['身份证号', paper.identityNumber], ['工作单位', paper.unit]),
      line(['档案编号', paper.caseFile], ['依据办法', paper.policy]),
      line(['结论', paper.verdict], ['核定金额', paper.amount], ['频次', paper.frequency]),
      line(['判定单位', paper.union], ['判定日期', paper.decidedOn]),
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: columns.map(([, , width]) => width),
          body: [columns.map(([text]) => ({ text, bold: true, fillColor: '#f4f4f4' })), ...paper.lines.map(rowOf)],
        },
        margin: [0, 6, 0, 8],
        fontSize: 8.5,
      },
      line(['还缺材料', paper.missing]),
      ...(paper.next === '' ? [] : [{ text: paper.next }]),
      {
        columns: ['经办：', '审核：', '负责人：', '户主签收：'].map((text) => ({ text })),
        margin: [0, 24, 0, 0],
      },
      { text: `${paper.union}（盖章）　　${paper.decidedOn}`, alignment: 'right', margin: [0, 18, 24, 0] },
    ],
  };
}

function rowOf(each: PaperLine): object[] {
  return columns.map(([, key]) => ({ text: each[key], bold: key === 'criterion' }));
}

function line(...facts: readonly (readonly [name: string, value: string])[]): object {
  return {
    text: facts.flatMap(([name, value]) => [{ text: `${name}：` }, { text: `${value}　　`, bold: true }]),
    margin: [0, 0, 0, 3],
  };
}
