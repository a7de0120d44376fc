import { commandResult, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { FormVersion } from '../../generated/prisma/client.ts';
import { draftForm } from './draft-form.ts';
import { ReportFormType } from './form.graphql.ts';
import { formSchema } from './form.ts';
import { issueForm } from './issue-form.ts';

const FormVersionType = builder.objectRef<FormVersion>('FormVersion').implement({
  description:
    'A form drafted by an organisation (表样); once issued, the organisation and its subordinates fill it in.',
  fields: (t) => ({
    id: t.exposeID('id'),
    form: t.field({
      type: ReportFormType,
      description: 'The form.',
      resolve: ({ definition }) => formSchema.parse(definition),
    }),
    organizationId: t.exposeID('organizationId', { description: 'The id of the organisation that drafted it.' }),
    draftedBy: t.string({
      description: 'Who drafted it, under the name they had at that time.',
      resolve: ({ draftedByName }) => draftedByName,
    }),
    draftedAt: t.field({
      type: 'Instant',
      description: 'When it was last drafted.',
      resolve: (version) => version.draftedAt,
    }),
    issuedBy: t.string({
      nullable: true,
      description: 'Who issued it, under the name they had at that time; null while it is a draft.',
      resolve: ({ issuedByName }) => issuedByName,
    }),
    issuedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was issued; null while it is a draft.',
      resolve: (version) => version.issuedAt,
    }),
  }),
});

interface FormVersionPage {
  readonly items: readonly FormVersion[];
  readonly total: number;
}

const FormVersionPageType = builder.objectRef<FormVersionPage>('FormVersionPage').implement({
  description: 'Drafted and issued forms.',
  fields: (t) => ({
    items: t.field({ type: [FormVersionType], resolve: ({ items }) => [...items] }),
    total: t.exposeInt('total'),
  }),
});

builder.queryField('formVersions', (t) =>
  t.field({
    type: FormVersionPageType,
    description: 'The forms that the reader’s organisation and its subordinates drafted or issued, latest first.',
    args: { page: t.arg.int(), perPage: t.arg.int() },
    resolve: async (_root, given, context): Promise<FormVersionPage> => {
      requirePermission(context, 'form.draft');
      const where = { organizationPath: { startsWith: context.actor.scope } };
      const orderBy = [{ draftedAt: 'desc' as const }, { id: 'desc' as const }];
      const items = await context.tx.formVersion.findMany({ where, orderBy, ...pageOf(given) });
      return { items, total: await context.tx.formVersion.count({ where }) };
    },
  }),
);

const DraftFormInput = builder.inputType('DraftFormInput', {
  description: 'A form to draft.',
  fields: (t) => ({
    definition: t.string({
      required: true,
      description: 'The text of its file: JSON as the files of `services/reporting/forms`, at most 200,000 characters.',
    }),
  }),
});

const DraftFormResult = commandResult(builder, 'DraftFormResult', 'formVersion', FormVersionType);

builder.mutationField('draftForm', (t) =>
  t.field({
    type: DraftFormResult,
    description:
      'Drafts a form for the reader’s organisation and its subordinates; an existing draft of the same code and year is replaced.',
    args: { input: t.arg({ type: DraftFormInput, required: true }) },
    resolve: (_root, { input }, context) => draftForm(context, input),
  }),
);

const IssueFormInput = builder.inputType('IssueFormInput', {
  description: 'A drafted form to issue.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the draft.' }),
    draftedAt: t.field({
      type: 'Instant',
      required: true,
      description: 'When the draft that the issuer read was made: a draft loaded again since is not issued.',
    }),
  }),
});

const IssueFormResult = commandResult(builder, 'IssueFormResult', 'formVersion', FormVersionType);

builder.mutationField('issueForm', (t) =>
  t.field({
    type: IssueFormResult,
    description: 'Issues a form that another person drafted: it is filled in from now on and can no longer be changed.',
    args: { input: t.arg({ type: IssueFormInput, required: true }) },
    resolve: (_root, { input }, context) => issueForm(context, { id: String(input.id), draftedAt: input.draftedAt }),
  }),
);
