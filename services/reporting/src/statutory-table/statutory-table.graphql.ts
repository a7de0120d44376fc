import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { exportUrl } from '../export/export-url.ts';
import { FigureType } from '../figure/figure.graphql.ts';
import { formatFigure, type Figure } from '../figure/figure.ts';
import type { CheckOutcome } from '../form/check.ts';
import { ReportFormType } from '../form/form.graphql.ts';
import { findCell, type FormLineDefinition } from '../form/form.ts';
import { SubmissionType } from '../submission/submission.graphql.ts';
import { readTableRequest } from './read-table.ts';
import { loadTable } from './load-table.ts';
import { headOf, type StatutoryTable } from './statutory-table.ts';
import { loadTablesOfSubordinates, type SubordinateTable } from './tables-of-subordinates.ts';

const FormLineType = builder
  .objectRef<{ line: FormLineDefinition; figures: readonly Figure[]; heading: string | null }>('FormLine')
  .implement({
    description: 'A numbered line of a form (指标) with its cells.',
    fields: (t) => ({
      code: t.string({ resolve: ({ line }) => line.code }),
      section: t.string({ resolve: ({ line }) => line.section }),
      label: t.string({ resolve: ({ line }) => line.label.zh }),
      labelEn: t.string({ resolve: ({ line }) => line.label.en }),
      printed: t.string({
        description: 'The sentence as printed, {key} where a value stands.',
        resolve: ({ line }) => line.printed,
      }),
      heading: t.string({
        description: 'What is printed above the first line of the section.',
        nullable: true,
        resolve: ({ heading }) => heading,
      }),
      cells: t.field({ type: [FigureType], resolve: ({ figures }) => [...figures] }),
    }),
  });

const FormCheckType = builder.objectRef<CheckOutcome>('FormCheck').implement({
  fields: (t) => ({
    code: t.exposeString('code'),
    ok: t.exposeBoolean('ok'),
    severity: t.string({
      description: 'ERROR blocks submission, WARNING does not.',
      resolve: ({ severity }) => severity,
    }),
    message: t.string({ resolve: ({ message }) => message.zh }),
    messageEn: t.string({ resolve: ({ message }) => message.en }),
    cells: t.stringList({ resolve: ({ cells }) => [...cells] }),
  }),
});

const StatutoryTableType = builder.objectRef<StatutoryTable>('StatutoryTable').implement({
  description: 'A form filled for one organisation and one period.',
  fields: (t) => ({
    form: t.field({ type: ReportFormType, resolve: ({ request }) => request.form }),
    organizationId: t.id({ resolve: ({ request }) => request.organization.id }),
    organizationName: t.string({ resolve: ({ request }) => request.organization.name }),
    campaignId: t.id({ nullable: true, resolve: ({ request }) => request.campaignId }),
    from: t.field({ type: 'LocalDate', resolve: ({ request }) => request.from }),
    to: t.field({ type: 'LocalDate', resolve: ({ request }) => request.to }),
    preparedBy: t.string({
      resolve: (table, _arguments, context) => headOf(table, context.actor, context.parts.clock()).preparedBy,
    }),
    preparedByPhone: t.string({
      nullable: true,
      description: 'The office telephone of whoever prepared the table (联系电话); null where none is kept.',
      resolve: (table, _arguments, context) => headOf(table, context.actor, context.parts.clock()).preparedByPhone,
    }),
    preparedOn: t.field({
      type: 'LocalDate',
      resolve: (table, _arguments, context) => headOf(table, context.actor, context.parts.clock()).preparedOn,
    }),
    lines: t.field({
      type: [FormLineType],
      resolve: ({ request, figures }) =>
        request.form.lines.map((line, place, lines) => ({
          line,
          figures: figures.filter((figure) => line.cells.some((cell) => cell.key === figure.cell.key)),
          heading:
            lines[place - 1]?.section === line.section ? null : (request.form.sectionHeadings[line.section] ?? null),
        })),
    }),
    checks: t.field({ type: [FormCheckType], resolve: ({ checks }) => [...checks] }),
    submission: t.field({ type: SubmissionType, nullable: true, resolve: ({ submission }) => submission ?? null }),
    exportUrl: t.string({ resolve: ({ request }) => exportUrl(request) }),
  }),
});

const formArgument = { type: 'String', required: true } as const;

builder.queryField('statutoryTable', (t) =>
  t.field({
    type: StatutoryTableType,
    nullable: true,
    args: {
      form: t.arg(formArgument),
      organizationId: t.arg.id(),
      campaignId: t.arg.id(),
      from: t.arg({ type: 'LocalDate' }),
      to: t.arg({ type: 'LocalDate' }),
      asOf: t.arg({ type: 'Instant', description: 'As it stood at this moment; now unless said.' }),
    },
    resolve: async (_root, given, context) => {
      requirePermission(context, 'report.read');
      const request = await readTableRequest(context, given);
      return request === undefined ? null : loadTable(context.tx, request);
    },
  }),
);

const SubordinateFigureType = builder
  .objectRef<{ key: string; value: string; records: number }>('SubordinateFigure')
  .implement({
    fields: (t) => ({
      key: t.exposeString('key'),
      value: t.exposeString('value'),
      records: t.exposeInt('records'),
    }),
  });

const SubordinateTableType = builder.objectRef<SubordinateTable>('SubordinateTable').implement({
  description: 'The derived figures of one organisation directly below.',
  fields: (t) => ({
    organizationId: t.id({ resolve: ({ organization }) => organization.id }),
    organizationName: t.string({ resolve: ({ organization }) => organization.name }),
    submittedAt: t.field({ type: 'Instant', nullable: true, resolve: ({ submittedAt }) => submittedAt }),
    figures: t.field({
      type: [SubordinateFigureType],
      resolve: ({ request, derived }) =>
        [...derived].map(([key, { value, records }]) => ({
          key,
          value: formatFigure(findCell(request.form, key)?.scale ?? 'COUNT', value),
          records,
        })),
    }),
  }),
});

builder.queryField('tableForSubordinates', (t) =>
  t.field({
    description: 'The derived figures of all organisations directly below one, computed together.',
    type: [SubordinateTableType],
    args: {
      form: t.arg(formArgument),
      organizationId: t.arg.id(),
      campaignId: t.arg.id(),
      from: t.arg({ type: 'LocalDate' }),
      to: t.arg({ type: 'LocalDate' }),
    },
    resolve: async (_root, given, context) => {
      requirePermission(context, 'report.read');
      const request = await readTableRequest(context, given);
      return request === undefined ? [] : [...(await loadTablesOfSubordinates(context.tx, request))];
    },
  }),
);
