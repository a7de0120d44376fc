import { defineMessages } from '../i18n/define-messages.ts';

export const auditMessages = defineMessages(
  {
    audit: {
      title: '操作留痕',
      lead: '谁在何时对哪条记录做了什么；只增不改',
      staffName: '经办人',
      action: '操作',
      recordType: '记录类别',
      record: '记录',
      recordId: '记录编号',
      at: '时间',
      change: '前 → 后',
      before: '前',
      after: '后',
      request: '请求编号',
      details: '看前后',
      emptyTitle: '还没有留痕',
      emptyWhy: '工作人员办理业务后自动留痕',
    },
  },
  {
    audit: {
      title: 'Audit trail',
      lead: 'Who did what to which record and when; added to, never changed',
      staffName: 'Staff',
      action: 'Action',
      recordType: 'Kind of record',
      record: 'Record',
      recordId: 'Record id',
      at: 'At',
      change: 'Before → after',
      before: 'Before',
      after: 'After',
      request: 'Request',
      details: 'Before and after',
      emptyTitle: 'No entry yet',
      emptyWhy: 'Every action leaves one',
    },
  },
);
