import { defineMessages } from '../i18n/define-messages.ts';

export const nextStepMessages = defineMessages(
  {
    nextStep: {
      import: '导入名册',
      register: '登记一户',
      submit: '提交草稿（%{count} 户）',
      review: '去审核（%{count} 户）',
      post: '去公示（%{count} 户已审核）',
      open: '去建档（公示期满 %{count} 次）',
      putForward: '去提出名单（%{count} 户可提出）',
      approve: '去审批（%{count} 户）',
      prepare: '去编制批次（待发放 %{count} 笔）',
      receive: '去确认收款（下拨 %{count} 笔）',
      approveBatches: '去复核批次（%{count} 个）',
      pay: '去发放（%{count} 个批次）',
    },
  },
  {
    nextStep: {
      import: 'Import a roster',
      register: 'Register a household',
      submit: 'Submit drafts (%{count})',
      review: 'Review files (%{count})',
      post: 'Post reviewed files (%{count})',
      open: 'Open files (%{count} postings ended)',
      putForward: 'Put a list forward (%{count} households)',
      approve: 'Decide applications (%{count})',
      prepare: 'Prepare a batch (%{count} to pay)',
      receive: 'Confirm receipt (%{count} allocations)',
      approveBatches: 'Approve batches (%{count})',
      pay: 'Pay (%{count} batches)',
    },
  },
);
