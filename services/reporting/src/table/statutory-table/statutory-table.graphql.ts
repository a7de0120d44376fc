import { describedValues, requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { exportUrl } from './export-url.ts';
import { FigureType } from './figure.graphql.ts';
import { formatValue } from '../../form/form/cell-value.ts';
import type { Figure } from './figure.ts';
import type { CheckOutcome } from '../../form/form/check.ts';
import { ReportFormType } from '../../form/form/form.graphql.ts';
import { findCell, type FormLineDefinition } from '../../form/form/form.ts';
import { SubmissionStatusEnum, SubmissionType } from './submission.graphql.ts';
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
      section: t.string({ description: 'The section of the line.', resolve: ({ line }) => line.section }),
      label: t.string({ description: 'The name of the line, in Chinese.', resolve: ({ line }) => line.label.zh }),
      labelEn: t.string({ resolve: ({ line }) => line.label.en }),
      printed: t.string({
        description: 'The sentence as printed, with {key} in place of each value.',
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
  description: 'The effect of a failing check of a table.',
  values: describedValues<CheckOutcome['severity']>({
    ERROR: 'It blocks the submission.',
    WARNING: 'It is shown; the table may be submitted.',
  }),
});

const FormCheckType = builder.objectRef<CheckOutcome>('FormCheck').implement({
  description: 'A check of a table, with its result.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code of the check.' }),
    ok: t.exposeBoolean('ok', { description: 'Whether it passes.' }),
    severity: t.field({
      type: CheckSeverityEnum,
      description: 'Whether a failure blocks submission.',
      resolve: ({ severity }) => severity,
    }),
    message: t.string({
      description: 'The mismatch and what to do, in Chinese.',
      resolve: ({ message }) => message.zh,
    }),
    messageEn: t.string({ resolve: ({ message }) => message.en }),
    cells: t.stringList({ description: 'The keys of the cells that it concerns.', resolve: ({ cells }) => [...cells] }),
  }),
});

const StatutoryTableType = builder.objectRef<StatutoryTable>('StatutoryTable').implement({
  description: 'A form filled in for one organisation and one period.',
  fields: (t) => ({
    form: t.field({ type: ReportFormType, description: 'The form.', resolve: ({ request }) => request.form }),
    organizationId: t.id({
      description: 'The id of the organisation.',
      resolve: ({ request }) => request.organization.id,
    }),
    organizationName: t.string({ resolve: ({ request }) => request.organization.name }),
    campaignId: t.id({
      nullable: true,
      description: 'The id of the campaign to which it is limited; null if to none.',
      resolve: ({ request }) => request.campaignId,
    }),
    from: t.field({ type: 'LocalDate', description: 'Its first day.', resolve: ({ request }) => request.from }),
    to: t.field({ type: 'LocalDate', description: 'Its last day, included.', resolve: ({ request }) => request.to }),
    preparedBy: t.string({
      description:
        'Who reports it (填报人): the person who submitted it; before that, the reader if it is theirs to submit, otherwise empty.',
      resolve: (table, _arguments, context) => headOf(table, context.actor, context.parts.clock()).preparedBy,
    }),
    preparedByPhone: t.string({
      nullable: true,
      description: 'The office telephone of the person who prepared the table (联系电话); null if none is recorded.',
      resolve: (table, _arguments, context) => headOf(table, context.actor, context.parts.clock()).preparedByPhone,
    }),
    preparedOn: t.field({
      type: 'LocalDate',
      description: 'The day on which it was prepared: the day of submission, otherwise today.',
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
      description: 'The submission; null before.',
      resolve: ({ submission }) => submission ?? null,
    }),
    exportUrl: t.string({
      description: 'The path of the workbook, relative to the gateway; fetch it with the reader’s token.',
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
      'A form filled in for one organisation and period; null if there is no such form or the reader may not see the organisation.',
    args: {
      form: t.arg(formArgument),
      organizationId: t.arg.id({ description: 'Whose table; the reader’s own organisation’s if left out.' }),
      campaignId: t.arg.id({
        description:
          'The campaign to which the table is limited, with its period. If neither it nor a period is given, the latest campaign.',
      }),
      from: t.arg({ type: 'LocalDate', description: 'The first day of the table.' }),
      to: t.arg({ type: 'LocalDate', description: 'The last day of the table, included.' }),
      asOf: t.arg({ type: 'Instant', description: 'The time as of which the table is calculated; now if left out.' }),
      draftId: t.arg.id({
        description: 'The id of a form version to try instead of the form in use; for those who draft forms.',
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
    description: 'One derived cell of a subordinate organisation.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'The key of the cell.' }),
      value: t.exposeString('value', {
        description: 'The value from its facts: a whole number, or 万元 exact to the fen.',
      }),
      records: t.exposeInt('records', { description: 'How many records it is counted from.' }),
    }),
  });

const SubordinateTableType = builder.objectRef<SubordinateTable>('SubordinateTable').implement({
  description: 'The derived figures of one direct subordinate.',
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
    status: t.field({
      type: SubmissionStatusEnum,
      nullable: true,
      description: 'What became of its last submission; null before one.',
      resolve: ({ status }) => status,
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
    description: 'The derived figures of all direct subordinates, computed together.',
    type: [SubordinateTableType],
    args: {
      form: t.arg(formArgument),
      organizationId: t.arg.id({ description: 'The superior organisation; the reader’s own if left out.' }),
      campaignId: t.arg.id({
        description:
          'The campaign to which the table is limited, with its period. If neither it nor a period is given, the latest campaign.',
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
