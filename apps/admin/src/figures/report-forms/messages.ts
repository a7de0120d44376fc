import { defineMessages } from '../../base/i18n/define-messages.ts';

export const reportFormMessages = defineMessages(
  {
    reportForms: {
      title: '统计表样',
      lead: '本级制发的统计表：一人载入，试算无误后由另一人发布，本级和下级随即填报',
      load: '载入表样',
      loadConsequence: '载入的表样是草稿，同一表号、同一年度的草稿由它代替；由他人发布后启用。',
      file: '表样文件（JSON）',
      loaded: '已载入 %{title}，等待他人发布',
      name: '表名',
      code: '表号',
      version: '启用年度',
      drafted: '载入',
      by: '%{name} %{at}',
      state: '状态',
      waits: '草稿，待发布',
      issued: '已发布（%{name} %{at}）',
      decision: '办理',
      try: '试算',
      open: '打开',
      issue: '发布表样',
      issueConsequence: '%{title}自发布起由本级和下级填报，此后这一年度的表样不能再改。',
      done: '%{title} 已发布',
      emptyTitle: '还没有本级制发的统计表',
      emptyWhy: '全国统一的统计表随系统提供，不用载入。本级另有统计表时在此载入。',
      trial: '试算：表样未发布，只显示取数，不能填报和上报',
    },
  },
  {
    reportForms: {
      title: 'Forms',
      lead: 'Statutory tables issued by this organisation: one person loads and tries out a form, another issues it; this organisation and its subordinates then fill it in',
      load: 'Load a form',
      loadConsequence:
        'A loaded form is a draft and replaces any draft of the same code and year; it can be filled in once another person issues it.',
      file: 'Form file (JSON)',
      loaded: '%{title} loaded; awaiting issue by another person',
      name: 'Form',
      code: 'Code',
      version: 'Effective year',
      drafted: 'Loaded by',
      by: '%{name} %{at}',
      state: 'Status',
      waits: 'Draft, awaiting issue',
      issued: 'Issued (%{name} %{at})',
      decision: 'Decision',
      try: 'Try out',
      open: 'Open',
      issue: 'Issue form',
      issueConsequence:
        'This organisation and its subordinates fill in %{title} from the moment it is issued; the form for this year can then no longer be changed.',
      done: '%{title} issued',
      emptyTitle: 'No forms issued by this organisation yet',
      emptyWhy:
        'National forms come with the system and need not be loaded. Load a form here if this organisation issues its own.',
      trial:
        'Trial: the form has not been issued. Figures are calculated for display only; they cannot be entered or submitted.',
    },
  },
);
