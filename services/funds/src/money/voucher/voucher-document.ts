import { fitted, paperFont } from '@nuangong/documents/pdf';
import {
  amountInCapitals,
  formatLocalDateChinese,
  formatYuanGrouped,
  type Fen,
  type LocalDate,
} from '@nuangong/primitives';

/**
 * The content of one printed voucher (困难补助资金发放凭证). The identity number is complete for finance staff, masked otherwise.
 */
export interface PrintedVoucher {
  readonly number: string;
  readonly issuer: string;
  readonly unitName: string;
  readonly householdHead: string;
  readonly identityNumber: string;
  readonly reason: string;
  readonly clause: string;
  readonly amount: Fen;
  readonly purpose: string;
  readonly fundAndSource: string;
  readonly handler: string;
  readonly checker: string;
  readonly approver: string;
  readonly issuedOn: LocalDate;
  readonly entryNumber: string;
  readonly batchNumber: string;
  /** The day on which the bank returned the payment (退汇); null unless it was returned. */
  readonly returnedOn: LocalDate | null;
}

/** In points: A4 is 595 by 842; each half of a page holds one voucher. */
const margins = [42, 24, 42, 20];
const halfPage = 382;
const textSize = 9.5;

/** The pages of vouchers on A4, two to a page, to be cut along the dashed line; a pdfmake document. */
export function voucherDocument(vouchers: readonly PrintedVoucher[]): object {
  const pages = Array.from({ length: Math.ceil(vouchers.length / 2) }, (_, at) => vouchers.slice(2 * at, 2 * at + 2));
  return {
    pageSize: 'A4',
    pageMargins: margins,
    info: { title: '困难补助资金发放凭证', creator: '暖工' },
    defaultStyle: { font: paperFont, fontSize: textSize, lineHeight: 1.15 },
    content: pages.map((page, at) => ({
      table: {
        widths: ['*'],
        heights: halfPage,
        dontBreakRows: true,
        body: page.map((voucher) => [voucherBlock(voucher)]),
      },
      layout: cutBetween,
      ...(at > 0 && { pageBreak: 'before' }),
    })),
  };
}

const cutBetween = {
  hLineWidth: (row: number, node: { readonly table: { readonly body: readonly unknown[] } }) =>
    row > 0 && row < node.table.body.length ? 0.5 : 0,
  vLineWidth: () => 0,
  hLineColor: () => '#888888',
  hLineStyle: () => ({ dash: { length: 4 } }),
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: (row: number) => (row > 0 ? 24 : 0),
  paddingBottom: () => 0,
};

function voucherBlock(voucher: PrintedVoucher): object {
  const block = [
    { text: '困难补助资金发放凭证', bold: true, fontSize: 16, alignment: 'center', characterSpacing: 2 },
    ...(voucher.returnedOn === null ? [] : [returnedStamp(voucher.returnedOn)]),
    {
      columns: [
        { ...fitted(`发放单位：${voucher.issuer}`, { width: 195, height: 16 }, textSize), width: '*' },
        { text: formatLocalDateChinese(voucher.issuedOn), width: 110, alignment: 'center' },
        { text: `编号：${voucher.number}`, width: '*', alignment: 'right' },
      ],
      margin: [0, 6, 0, 4],
    },
    { table: { widths: [66, '*', 66, '*'], heights: rowHeights, body: rowsOf(voucher) }, layout: lines },
    {
      columns: [
        fitted(`经办人：${voucher.handler}`, signerBox, textSize),
        fitted(`复核：${voucher.checker}`, signerBox, textSize),
        fitted(`审批人：${voucher.approver}`, signerBox, textSize),
        { text: '（公章）', alignment: 'right' },
      ],
      margin: [0, 7, 0, 0],
    },
    {
      text: `批次 ${voucher.batchNumber}　记账凭证 ${voucher.entryNumber}　本凭证由领款人签名后附于记账凭证。`,
      fontSize: 8,
      color: '#555555',
      margin: [0, 5, 0, 0],
    },
  ];
  return { stack: block };
}

const lines = {
  hLineWidth: () => 0.7,
  vLineWidth: () => 0.7,
  paddingTop: () => 4,
  paddingBottom: () => 3,
};

const signerBox = { width: 120, height: 16 };

/** Printed over the form, so that a returned payment's voucher is not taken as valid; takes no space in the layout. */
function returnedStamp(on: LocalDate): object {
  return {
    text: `退汇　${formatLocalDateChinese(on)}`,
    bold: true,
    fontSize: 12,
    color: '#A8200D',
    alignment: 'right',
    relativePosition: { x: 0, y: -22 },
  };
}

/** Row heights and the width of cells, in points: a cell of half the form, and one across three columns. */
const rowHeights = [40, 20, 31, 31, 22, 36, 40];
const halfCell = 168;
const wideCell = 420;

function rowsOf(voucher: PrintedVoucher): object[][] {
  const half = (text: string, row: number): object => cell(text, halfCell, row);
  const wide = (text: string, row: number): object[] => [{ ...cell(text, wideCell, row), colSpan: 3 }, {}, {}];
  return [
    [label('所在单位'), half(voucher.unitName, 0), label('户主'), half(voucher.householdHead, 0)],
    [label('身份证号'), half(voucher.identityNumber, 1), label('补助项目'), half(voucher.purpose, 1)],
    [label('困难原因'), ...wide(voucher.reason, 2)],
    [label('政策依据'), ...wide(voucher.clause, 3)],
    [
      label('补助金额'),
      {
        text: [{ text: '（大写）' }, { text: amountInCapitals(voucher.amount), bold: true, fontSize: 11 }],
        colSpan: 2,
      },
      {},
      { text: [{ text: '（小写）' }, { text: `¥${formatYuanGrouped(voucher.amount)}`, bold: true, fontSize: 11 }] },
    ],
    [label('资金及来源'), ...wide(voucher.fundAndSource, 5)],
    [label('申请人签名'), { text: '' }, label('领款人签名'), { text: '' }],
  ];
}

function cell(text: string, width: number, row: number): object {
  return fitted(text, { width, height: rowHeights[row] ?? 0 }, textSize);
}

function label(text: string): object {
  return { text, alignment: 'center', fillColor: '#f4f4f4' };
}
