import { defineMessages } from '../i18n/define-messages.ts';

export const formMessages = defineMessages(
  {
    form: {
      missing: '%{label}未填',
      notNumber: '%{label}应为整数，只填数字',
      kept: '已保存 %{time}',
      discard: '清空草稿',
      choose: '选择%{label}',
      notFound: '没有找到，换一个词再找',
      clear: '清空',
      calendar: '日历',
      noFile: '还没有选文件',
      openChoices: '展开',
      closeChoices: '收起',
      tickHelp: '%{label}（%{help}）',
      yuan: '元',
      dateReason: '日期较早的原因',
    },
  },
  {
    form: {
      missing: '%{label} is required',
      notNumber: '%{label} must be a whole number, digits only',
      kept: 'Saved %{time}',
      discard: 'Clear draft',
      choose: 'Choose %{label}',
      notFound: 'Nothing found; try another word',
      clear: 'Clear',
      calendar: 'Calendar',
      noFile: 'No file chosen',
      openChoices: 'Open',
      closeChoices: 'Close',
      tickHelp: '%{label} (%{help})',
      yuan: 'yuan',
      dateReason: 'Reason for the early date',
    },
  },
);
