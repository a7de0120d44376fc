import { defineMessages } from '../../base/i18n/define-messages.ts';

export const visitMessages = defineMessages(
  {
    visit: {
      lead: '选一户，登记走访情况',
      nobody: '还没有在档的户',
      nobodyWhy: '建档后在这里列出；未建档的户按姓名或身份证号查找。',
      visitBy: '%{visitors}的走访',
      household: '走访的户',
      recordedBy: '登记人',
    },
  },
  {
    visit: {
      lead: 'Choose a household, then record the visit',
      nobody: 'No active files yet',
      nobodyWhy: 'Households appear here once their files are opened; find others by name or identity number.',
      visitBy: 'Visit by %{visitors}',
      household: 'Household visited',
      recordedBy: 'Recorded by',
    },
  },
);
