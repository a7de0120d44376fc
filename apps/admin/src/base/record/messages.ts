import { defineMessages } from '../i18n/define-messages.ts';

export const recordMessages = defineMessages(
  {
    record: {
      steps: '办理进度',
      stepNow: '（当前 %{place}/%{total}）',
      timeline: '经过',
      timelineEmpty: '还没有记录',
      opinion: '意见：%{text}',
      facts: '要点',
      back: '返回列表',
    },
  },
  {
    record: {
      steps: 'Progress',
      stepNow: ' (now, %{place} of %{total})',
      timeline: 'Timeline',
      timelineEmpty: 'No entries yet',
      opinion: 'Opinion: %{text}',
      facts: 'Key facts',
      back: 'Back to list',
    },
  },
);
