import { describedValues, requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { exportUrl } from './export-url.ts';
import { FigureType } from './figure.graphql.ts';
import { formatValue } from '../../form/form/cell-value.ts';
import type { Figure } from './figure.ts';
import type { CheckOutcome } from '../../form/form/check.ts';
import { ReportFormType } from '../../form/form/form.graphql.ts';
import { findCell, type FormLineDefinition } from '../../form/form/form.ts';
import { SubmissionType } from './submission.graphql.ts';
import { readTableRequest } from './read-table.ts';
import { loadTable } from './load-table.ts';
import { headOf, type StatutoryTable } from './statutory-table.ts';
import { loadTablesOfSubordinates, type SubordinateTable } from './tables-of-subordinates.ts';

const FormLineType = builder
  .objectRef<{ line: FormLineDefinition; figures: readonly Figure[]; heading: string | null }>('FormLine')
  .implement({
    description: 'A numbered line of a form (指标) with its cells.',
    fields: (t) => ({
      code: t.string({ description: 'The number of the line, as printed.', resolve: ({ line }) => line.code }),
      section: t.string({ description: 'The section that the line stands in.', resolve: ({ line }) => line.section }),
      label: t.string({ description: 'What the line is called, in Chinese.', resolve: ({ line }) => line.label.zh }),
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
      cells: t.field({
        type: [FigureType],
        description: 'Its cells, in order.',
        resolve: ({ figures }) => [...figures],
      }),
    }),
  });

const CheckSeverityEnum = builder.enumType('CheckSeverity', {
  description: 'What a failing check of a table does.',
  values: describedValues<CheckOutcome['severity']>({
    ERROR: 'It blocks the submission.',
    WARNING: 'It is shown; the table may be submitted.',
  }),
});

const FormCheckType = builder.objectRef<CheckOutcome>('FormCheck').implement({
  description: 'A check that a table must pass, and how it went.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Which check.' }),
    ok: t.exposeBoolean('ok', { description: 'Whether it passes.' }),
    severity: t.field({
      type: CheckSeverityEnum,
      description: 'Whether it blocks the submission where it fails.',
      resolve: ({ severity }) => severity,
    }),
    message: t.string({
      description: 'What does not agree and what to do, in Chinese.',
      resolve: ({ message }) => message.zh,
    }),
    messageEn: t.string({ resolve: ({ message }) => message.en }),
    cells: t.stringList({ description: 'The keys of the cells that it concerns.', resolve: ({ cells }) => [...cells] }),
  }),
});

const StatutoryTableType = builder.objectRef<StatutoryTable>('StatutoryTable').implement({
  description: 'A form filled for one organisation and one period.',
  fields: (t) => ({
    form: t.field({ type: ReportFormType, description: 'The form.', resolve: ({ request }) => request.form }),
    organizationId: t.id({
      description: 'The id of the organisation whose table it is.',
      resolve: ({ request }) => request.organization.id,
    }),
    organizationName: t.string({ resolve: ({ request }) => request.organization.name }),
    campaignId: t.id({
      nullable: true,
      description: 'The id of the campaign to which it is limited; null where it is to none.',
      resolve: ({ request }) => request.campaignId,
    }),
    from: t.field({ type: 'LocalDate', description: 'Its first day.', resolve: ({ request }) => request.from }),
    to: t.field({ type: 'LocalDate', description: 'Its last day, included.', resolve: ({ request }) => request.to }),
    preparedBy: t.string({
      description: 'Who prepared it (填表人): who submitted it, else the reader.',
      resolve: (table, _arguments, context) => headOf(table, context.actor, context.parts.clock()).preparedBy,
    }),
    preparedByPhone: t.string({
      nullable: true,
      description: 'The office telephone of whoever prepared the table (联系电话); null where none is kept.',
      resolve: (table, _arguments, context) => headOf(table, context.actor, context.parts.clock()).preparedByPhone,
    }),
    preparedOn: t.field({
      type: 'LocalDate',
      description: 'The day on which it was prepared: that of its submission, else today.',
      resolve: (table, _arguments, context) => headOf(table, context.actor, context.parts.clock()).preparedOn,
    }),
    lines: t.field({
      type: [FormLineType],
      description: 'Its lines, in order.',
      resolve: ({ request, figures }) =>
        request.form.lines.map((line, place, lines) => ({
          line,
          figures: figures.filter((figure) => line.cells.some((cell) => cell.key === figure.cell.key)),
          heading:
            lines[place - 1]?.section === line.section ? null : (request.form.sectionHeadings[line.section] ?? null),
        })),
    }),
    checks: t.field({
      type: [FormCheckType],
      description: 'Its checks, those that fail and those that pass.',
      resolve: ({ checks }) => [...checks],
    }),
    submission: t.field({
      type: SubmissionType,
      nullable: true,
      description: 'What was submitted; null before.',
      resolve: ({ submission }) => submission ?? null,
    }),
    exportUrl: t.string({
      description: 'Where to fetch it as a workbook, below the address of the gateway, with the reader’s token.',
      resolve: ({ request }) => exportUrl(request),
    }),
  }),
});

const formArgument = { type: 'String', required: true, description: 'The code of the form: 2.' } as const;

builder.queryField('statutoryTable', (t) =>
  t.field({
    type: StatutoryTableType,
    nullable: true,
    description:
      'A form filled for one organisation and period; null where there is no such form or the organisation is out of sight.',
    args: {
      form: t.arg(formArgument),
      organizationId: t.arg.id({ description: 'Whose table; the reader’s own organisation’s unless given.' }),
      campaignId: t.arg.id({
        description:
          'Only what belongs to this campaign; its days are the table’s. The campaign last begun unless given, where no days are.',
      }),
      from: t.arg({ type: 'LocalDate', description: 'The first day of the table.' }),
      to: t.arg({ type: 'LocalDate', description: 'The last day of the table, included.' }),
      asOf: t.arg({ type: 'Instant', description: 'As it stood at this moment; now unless said.' }),
      draftId: t.arg.id({
        description: 'The id of a form version to try instead of the form that is filled; for who drafts forms.',
      }),
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
    description: 'One derived cell of an organisation below.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'What the cell is called by programs.' }),
      value: t.exposeString('value', { description: 'What its facts say: a whole number, or 万元 exact to the fen.' }),
      records: t.exposeInt('records', { description: 'How many records it is counted from.' }),
    }),
  });

const SubordinateTableType = builder.objectRef<SubordinateTable>('SubordinateTable').implement({
  description: 'The derived figures of one organisation directly below.',
  fields: (t) => ({
    organizationId: t.id({
      description: 'The id of the organisation.',
      resolve: ({ organization }) => organization.id,
    }),
    organizationName: t.string({ resolve: ({ organization }) => organization.name }),
    submittedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it submitted its table; null before.',
      resolve: ({ submittedAt }) => submittedAt,
    }),
    figures: t.field({
      type: [SubordinateFigureType],
      description: 'Its derived cells.',
      resolve: ({ request, derived }) =>
        [...derived].map(([key, { value, records }]) => ({
          key,
          value: formatValue(findCell(request.form, key) ?? { type: 'COUNT' }, value),
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
      organizationId: t.arg.id({ description: 'Below which organisation; the reader’s own unless given.' }),
      campaignId: t.arg.id({
        description:
          'Only what belongs to this campaign; its days are the table’s. The campaign last begun unless given, where no days are.',
      }),
      from: t.arg({ type: 'LocalDate', description: 'The first day of the table.' }),
      to: t.arg({ type: 'LocalDate', description: 'The last day of the table, included.' }),
    },
    resolve: async (_root, given, context) => {
      requirePermission(context, 'report.read');
      const request = await readTableRequest(context, given);
      return request === undefined ? [] : [...(await loadTablesOfSubordinates(context.tx, request))];
    },
  }),
);
