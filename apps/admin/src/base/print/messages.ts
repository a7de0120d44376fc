import { defineMessages } from '../i18n/define-messages.ts';

export const printMessages = defineMessages(
  { print: { now: '打印', hint: '纸张 A4；页码由浏览器打印', handler: '经办', checker: '审核', lead: '负责人' } },
  {
    print: {
      now: 'Print',
      hint: 'A4 paper; page numbers are printed by the browser',
      handler: 'Handled by',
      checker: 'Checked by',
      lead: 'Responsible person',
    },
  },
);
