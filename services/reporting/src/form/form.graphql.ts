import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import type { FormDefinition } from './form.ts';
import { forms } from './forms.ts';

export const ReportFormType = builder.objectRef<FormDefinition>('ReportForm').implement({
  description: 'A statutory form (统计表) of one version.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code: 2.' }),
    title: t.string({ description: 'Its title, as printed.', resolve: (form) => form.title.zh }),
    titleEn: t.string({ resolve: (form) => form.title.en }),
    version: t.exposeInt('version', { description: 'From 1.' }),
    note: t.string({ description: 'The explanation printed below it, in Chinese.', resolve: (form) => form.note.zh }),
    noteEn: t.string({ resolve: (form) => form.note.en }),
  }),
});

builder.queryField('reportForms', (t) =>
  t.field({
    type: [ReportFormType],
    description: 'The statutory forms that are filled.',
    resolve: (_root, _arguments, context) => {
      requirePermission(context, 'report.read');
      return [...forms];
    },
  }),
);
