import { defineMessages } from '../i18n/define-messages.ts';

export const landingMessages = defineMessages(
  {
    landing: {
      title: '待办',
      later: '其他待办',
      nothing: '今天的都办完了',
    },
  },
  {
    landing: {
      title: 'To do',
      later: 'Other work',
      nothing: 'All done for today',
    },
  },
);
