import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { FormDefinition } from './form.ts';
import { listForms } from './find-forms.ts';

export const ReportFormType = builder.objectRef<FormDefinition>('ReportForm').implement({
  description: 'A statutory form (统计表) of one version.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code: warmth-table.' }),
    title: t.string({ description: 'Its title, as printed.', resolve: (form) => form.title.zh }),
    titleEn: t.string({ resolve: (form) => form.title.en }),
    version: t.exposeInt('version', { description: 'The first year for which it is filled in.' }),
    note: t.string({ description: 'The explanation printed below it, in Chinese.', resolve: (form) => form.note.zh }),
    noteEn: t.string({ resolve: (form) => form.note.en }),
  }),
});

builder.queryField('reportForms', (t) =>
  t.field({
    type: [ReportFormType],
    description: 'The forms that the reader’s organisation fills in, the latest version of each.',
    resolve: async (_root, _arguments, context) => {
      requirePermission(context, 'report.read');
      return [...(await listForms(context.tx, context.actor.scope))];
    },
  }),
);
