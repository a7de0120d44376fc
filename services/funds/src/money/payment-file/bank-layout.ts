import type { ColumnFormat } from '@nuangong/spreadsheet';

/** What a bank may require for each payment. */
export type PaymentField =
  | 'place'
  | 'payeeName'
  | 'bankAccount'
  | 'identityNumber'
  | 'amount'
  | 'purpose'
  | 'reference'
  | 'remark';

/** The columns of one bank's batch-payment file, as data. */
export interface BankLayout {
  readonly name: string;
  readonly columns: readonly {
    readonly heading: string;
    readonly field: PaymentField;
    readonly format: ColumnFormat;
    readonly width: number;
  }[];
}

/** Column layouts by bank; a bank is added here, not in code. The bank's statement repeats the reference. */
export const bankLayouts: Readonly<Record<string, BankLayout>> = {
  default: {
    name: '通用',
    columns: [
      { heading: '序号', field: 'place', format: 'text', width: 8 },
      { heading: '收款人姓名', field: 'payeeName', format: 'text', width: 14 },
      { heading: '收款人账号', field: 'bankAccount', format: 'text', width: 26 },
      { heading: '身份证号', field: 'identityNumber', format: 'text', width: 22 },
      { heading: '金额（元）', field: 'amount', format: 'yuan', width: 16 },
      { heading: '用途', field: 'purpose', format: 'text', width: 16 },
      { heading: '附言', field: 'reference', format: 'text', width: 24 },
      { heading: '备注', field: 'remark', format: 'text', width: 14 },
    ],
  },
};
