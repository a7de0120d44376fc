import { defineMessages } from '../../base/i18n/define-messages.ts';

export const voucherMessages = defineMessages(
  {
    vouchers: {
      download: '下载凭证 PDF',
      print: '打印凭证',
      links: '来龙去脉',
      payment: '发放',
      entry: '记账凭证',
      returnedPayment: '这笔款已退汇，凭证留存备查',
    },
  },
  {
    vouchers: {
      download: 'Download the voucher (PDF)',
      print: 'Print the voucher',
      links: 'Related records',
      payment: 'Payment',
      entry: 'Journal entry',
      returnedPayment: 'The bank returned this payment; the voucher is kept on file',
    },
  },
);
