import { defineMessages } from '../i18n/define-messages.ts';

export const queueMessages = defineMessages(
  {
    queue: {
      list: '待处理',
      evidence: '材料',
      facts: '事实与说明',
      decisions: '决定',
      locked: '本人经办，不能审批',
      skip: '跳过',
      selected: '已选 %{count} 户',
      clearSelection: '取消选择',
      search: '搜索本队列',
      noEvidence: '没有上传材料',
      evidenceOf: '材料 %{n}/%{total}',
      nextEvidence: '下一份材料',
      openFile: '打开原件',
      rowRefused: '未办理：%{reason}',
      someRefused: '%{ok} 户已办理，%{refused} 户未办理，原因见各行',
      position: '第 %{n} 户，共 %{total} 户',
    },
  },
  {
    queue: {
      list: 'Waiting',
      evidence: 'Evidence',
      facts: 'Facts and explanation',
      decisions: 'Decision',
      locked: 'Handled by the same person, who may not decide it',
      skip: 'Skip',
      selected: '%{count} households selected',
      clearSelection: 'Clear the selection',
      search: 'Search this queue',
      noEvidence: 'No evidence was uploaded',
      evidenceOf: 'Evidence %{n}/%{total}',
      nextEvidence: 'Next piece of evidence',
      openFile: 'Open the original',
      rowRefused: 'Not carried out: %{reason}',
      someRefused: '%{ok} carried out, %{refused} not; each row says why',
      position: 'Household %{n} of %{total}',
    },
  },
);
