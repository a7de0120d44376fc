import { defineMessages } from '../i18n/define-messages.ts';

export const listMessages = defineMessages(
  {
    list: {
      sum: '共 %{total} 条，金额合计 %{amount} 元',
      export: '导出 .xlsx',
      columns: '选择列',
      view: '已存视图',
      noView: '默认视图',
      views: '管理视图',
      viewName: '视图名称',
      viewHelp: '保存现在的筛选、排序和列，不含搜索内容；只在本机为本人保存。',
      saveView: '保存视图',
      deleteView: '删除视图',
      deleteNamed: '删除视图 %{name}',
      closeViews: '返回列表',
    },
  },
  {
    list: {
      sum: '%{total} rows, %{amount} yuan in all',
      export: 'Export .xlsx',
      columns: 'Choose columns',
      view: 'Saved view',
      noView: 'Default view',
      views: 'Manage views',
      viewName: 'Name of the view',
      viewHelp:
        'Saves the filters, the sort and the columns as they are now, not the search; for you, in this browser only.',
      saveView: 'Save view',
      deleteView: 'Delete view',
      deleteNamed: 'Delete view %{name}',
      closeViews: 'Back to the list',
    },
  },
);
