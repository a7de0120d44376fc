import { defineMessages } from '../i18n/define-messages.ts';

export const visitMessages = defineMessages(
  { visit: { lead: '选一户，登记走访情况' } },
  { visit: { lead: 'Choose a household, then record the visit' } },
);
