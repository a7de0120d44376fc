import {
  amountInCapitals,
  formatLocalDateChinese,
  formatLocalDateEnglish,
  formatYuanGrouped,
  type Bilingual,
  type Fen,
  type LocalDate,
} from '@nuangong/primitives';

/** What one voucher says (困难补助资金发放凭证). The identity number is complete for finance staff on paper, else masked. */
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

/** A cell of the form: its printed label, and what stands there; empty where somebody signs. */
export interface FormCell {
  readonly label: Bilingual;
  readonly text: Bilingual;
  /** Printed before the text: （大写）. */
  readonly lead?: Bilingual;
}

/** The voucher as a form, the same on screen, on paper and as PDF: head, rows of one or two cells, signers, foot. */
export interface VoucherForm {
  readonly title: Bilingual;
  /** Over the form of a returned payment, so that it is not taken as valid: 退汇 and the day; null otherwise. */
  readonly stamp: Bilingual | null;
  readonly head: readonly FormCell[];
  readonly rows: readonly (readonly FormCell[])[];
  readonly signers: readonly FormCell[];
  readonly seal: Bilingual;
  readonly foot: Bilingual;
}

const both = (text: string): Bilingual => ({ zh: text, en: text });

const dayInWords = (day: LocalDate): Bilingual => ({
  zh: formatLocalDateChinese(day),
  en: formatLocalDateEnglish(day),
});

const cell = (zh: string, en: string, text: Bilingual | string, lead?: Bilingual): FormCell => ({
  label: { zh, en },
  text: typeof text === 'string' ? both(text) : text,
  ...(lead !== undefined && { lead }),
});

/** Lays a voucher out as its form. */
export function voucherForm(voucher: PrintedVoucher): VoucherForm {
  const returned = voucher.returnedOn === null ? null : dayInWords(voucher.returnedOn);
  const { batchNumber, entryNumber } = voucher;
  return {
    title: { zh: '困难补助资金发放凭证', en: 'Hardship aid payment voucher' },
    stamp: returned === null ? null : { zh: `退汇　${returned.zh}`, en: `Returned payment, ${returned.en}` },
    head: [
      cell('发放单位', 'Paid by', voucher.issuer),
      cell('填发日期', 'Date', dayInWords(voucher.issuedOn)),
      cell('编号', 'No.', voucher.number),
    ],
    rows: [
      [cell('工作单位', 'Unit', voucher.unitName), cell('户主', 'Head of household', voucher.householdHead)],
      [cell('身份证号', 'Identity number', voucher.identityNumber), cell('补助项目', 'Purpose', voucher.purpose)],
      [cell('困难原因', 'Reason', voucher.reason)],
      [cell('政策依据', 'Policy', voucher.clause)],
      [
        cell('补助金额', 'Amount', amountInCapitals(voucher.amount), { zh: '（大写）', en: 'In words ' }),
        cell('', '', `¥${formatYuanGrouped(voucher.amount)}`, { zh: '（小写）', en: 'In figures ' }),
      ],
      [cell('资金及来源', 'Fund and source', voucher.fundAndSource)],
      [cell('申请人签名', 'Applicant’s signature', ''), cell('领款人签名', 'Payee’s signature', '')],
    ],
    signers: [
      cell('经办人', 'Prepared by', voucher.handler),
      cell('复核', 'Checked by', voucher.checker),
      cell('审批人', 'Approved by', voucher.approver),
    ],
    seal: { zh: '（公章）', en: '(seal)' },
    foot: {
      zh: `批次 ${batchNumber}　记账凭证 ${entryNumber}　本凭证由领款人签名后附于记账凭证。`,
      en: `Batch ${batchNumber}, journal entry ${entryNumber}. Signed by the payee, then kept with the entry.`,
    },
  };
}
