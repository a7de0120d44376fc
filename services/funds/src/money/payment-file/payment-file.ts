import { sumFen, type Fen } from '@nuangong/primitives';
import type { Table, TableValue } from '@nuangong/spreadsheet';
import type { BankLayout, PaymentField } from './bank-layout.ts';

/** One payment as the payment file shows it. */
export interface FilePayment {
  readonly place: number;
  readonly payeeName: string;
  /** Null when the household is paid in cash against signature. */
  readonly bankAccount: string | null;
  readonly identityNumber: string;
  readonly amount: Fen;
  readonly purpose: string;
}

/** A batch as the payment file shows it. */
export interface FileBatch {
  readonly number: string;
  readonly payments: readonly FilePayment[];
}

/** The payment file (发放文件) of a batch in a bank's columns, with the total in the last row. */
export function paymentTable(batch: FileBatch, layout: BankLayout): Table {
  const total = sumFen(batch.payments.map((payment) => payment.amount));
  const totalRow = (field: PaymentField, at: number): TableValue => {
    if (field === 'amount') return total;
    if (field === 'payeeName') return `${batch.payments.length} 户`;
    return at === 0 ? '合计' : '';
  };
  return {
    sheetName: '发放明细',
    columns: layout.columns.map(({ heading, format, width }) => ({ heading, format, width })),
    rows: [
      ...batch.payments.map((payment) => layout.columns.map(({ field }) => valueOfField(batch, payment, field))),
      layout.columns.map(({ field }, at) => totalRow(field, at)),
    ],
  };
}

function valueOfField(batch: FileBatch, payment: FilePayment, field: PaymentField): TableValue {
  switch (field) {
    case 'place':
      return String(payment.place);
    case 'payeeName':
      return payment.payeeName;
    case 'bankAccount':
      return payment.bankAccount ?? '';
    case 'identityNumber':
      return payment.identityNumber;
    case 'amount':
      return payment.amount;
    case 'purpose':
      return payment.purpose;
    case 'reference':
      return paymentReference(batch.number, payment.place);
    case 'remark':
      return payment.bankAccount === null ? '现金签领' : '';
  }
}

/** The reference of a payment in the bank's statement: the batch's number and the payment's place in it. */
export function paymentReference(batchNumber: string, place: number): string {
  return `${batchNumber}-${String(place).padStart(4, '0')}`;
}
