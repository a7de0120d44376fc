import {
  amountInCapitals,
  formatLocalDateChinese,
  formatYuanGrouped,
  type Fen,
  type LocalDate,
} from '@nuangong/primitives';

/** What is printed on one voucher (困难补助资金发放凭证). The identity number is whole for finance, masked otherwise. */
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
}

export const voucherFont = 'NotoSansSC';

/** In points: A4 is 595 by 842; each half of a page holds one voucher. */
const margins = [42, 24, 42, 20];
const halfPage = 382;

/** The pages of vouchers on A4, two to a page, to be cut along the dashes: a document for pdfmake. */
export function voucherDocument(vouchers: readonly PrintedVoucher[]): object {
  const pages = Array.from({ length: Math.ceil(vouchers.length / 2) }, (_, at) => vouchers.slice(2 * at, 2 * at + 2));
  return {
    pageSize: 'A4',
    pageMargins: margins,
    info: { title: '困难补助资金发放凭证', creator: '暖工' },
    defaultStyle: { font: voucherFont, fontSize: 9.5, lineHeight: 1.15 },
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
    {
      columns: [
        { text: `发放单位：${voucher.issuer}`, width: '*' },
        { text: formatLocalDateChinese(voucher.issuedOn), width: 110, alignment: 'center' },
        { text: `编号：${voucher.number}`, width: '*', alignment: 'right' },
      ],
      margin: [0, 6, 0, 4],
    },
    { table: { widths: [66, '*', 66, '*'], heights: rowHeights, body: rowsOf(voucher) }, layout: lines },
    {
      columns: [
        { text: `经办人：${voucher.handler}` },
        { text: `复核：${voucher.checker}` },
        { text: `审批人：${voucher.approver}` },
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

const rowHeights = [20, 20, 32, 32, 24, 32, 44];

function rowsOf(voucher: PrintedVoucher): object[][] {
  const wide = (text: string): object[] => [{ text, colSpan: 3 }, {}, {}];
  return [
    [label('所在单位'), { text: voucher.unitName }, label('户主'), { text: voucher.householdHead }],
    [label('身份证号'), { text: voucher.identityNumber }, label('补助项目'), { text: voucher.purpose }],
    [label('困难原因'), ...wide(voucher.reason)],
    [label('政策依据'), ...wide(voucher.clause)],
    [
      label('补助金额'),
      {
        text: [{ text: '（大写）' }, { text: amountInCapitals(voucher.amount), bold: true, fontSize: 11 }],
        colSpan: 2,
      },
      {},
      { text: [{ text: '（小写）' }, { text: `¥${formatYuanGrouped(voucher.amount)}`, bold: true, fontSize: 11 }] },
    ],
    [label('资金及来源'), ...wide(voucher.fundAndSource)],
    [label('申请人签名'), { text: '' }, label('领款人签名'), { text: '' }],
  ];
}

function label(text: string): object {
  return { text, alignment: 'center', fillColor: '#f4f4f4' };
}
