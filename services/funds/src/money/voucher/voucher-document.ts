import { fitted, paperFont } from '@nuangong/documents/pdf';
import { voucherForm, type FormCell, type PrintedVoucher } from './voucher-form.ts';

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
  const form = voucherForm(voucher);
  const [issuer, issuedOn, number] = form.head;
  const block = [
    { text: form.title.zh, bold: true, fontSize: 16, alignment: 'center', characterSpacing: 2 },
    ...(form.stamp === null ? [] : [returnedStamp(form.stamp.zh)]),
    {
      columns: [
        { ...fitted(named(issuer), { width: 195, height: 16 }, textSize), width: '*' },
        { text: issuedOn?.text.zh ?? '', width: 110, alignment: 'center' },
        { text: named(number), width: '*', alignment: 'right' },
      ],
      margin: [0, 6, 0, 4],
    },
    { table: { widths: [66, '*', 66, '*'], heights: rowHeights, body: form.rows.map(rowOf) }, layout: lines },
    {
      columns: [
        ...form.signers.map((signer) => fitted(named(signer), signerBox, textSize)),
        { text: form.seal.zh, alignment: 'right' },
      ],
      margin: [0, 7, 0, 0],
    },
    { text: form.foot.zh, fontSize: 8, color: '#555555', margin: [0, 5, 0, 0] },
  ];
  return { stack: block };
}

const named = (cell: FormCell | undefined): string => (cell === undefined ? '' : `${cell.label.zh}：${cell.text.zh}`);

const lines = {
  hLineWidth: () => 0.7,
  vLineWidth: () => 0.7,
  paddingTop: () => 4,
  paddingBottom: () => 3,
};

const signerBox = { width: 120, height: 16 };

/** Printed over the form, so that a returned payment's voucher is not taken as valid; takes no space in the layout. */
function returnedStamp(text: string): object {
  return {
    text,
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

function rowOf(cells: readonly FormCell[], row: number): object[] {
  const [first, second] = cells;
  if (first === undefined) return [];
  const height = rowHeights[row] ?? 0;
  if (first.lead !== undefined) return [label(first), { ...led(first), colSpan: 2 }, {}, led(second)];
  if (second === undefined) {
    const whole = fitted(first.text.zh, { width: wideCell, height }, textSize);
    return [label(first), { ...whole, colSpan: 3 }, {}, {}];
  }
  const half = ({ text }: FormCell): object =>
    text.zh === '' ? { text: '' } : fitted(text.zh, { width: halfCell, height }, textSize);
  return cells.flatMap((each) => [label(each), half(each)]);
}

/** An amount: what it is written in, then the amount in bold. */
function led(cell: FormCell | undefined): object {
  return { text: [{ text: cell?.lead?.zh ?? '' }, { text: cell?.text.zh ?? '', bold: true, fontSize: 11 }] };
}

function label(cell: FormCell): object {
  return { text: cell.label.zh, alignment: 'center', fillColor: '#f4f4f4' };
}
