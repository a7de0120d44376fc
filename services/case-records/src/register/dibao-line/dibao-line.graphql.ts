import { permits } from '@nuangong/access';
import { readStoredDate } from '@nuangong/database';
import type { HardshipClass } from '@nuangong/events';
import { isUuid, type Result } from '@nuangong/primitives';
import {
  commandResult,
  createBatchLoader,
  pageOf,
  pageType,
  type AskedPage,
  requirePermission,
} from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import { CaseFile, loadCaseFile } from '../case-file/case-file.graphql.ts';
import type {
  DibaoLine as DibaoLineRow,
  HardshipReclass as ReclassRow,
  Prisma,
} from '../../generated/prisma/client.ts';
import { HardshipClassEnum } from '../household/household-enums.graphql.ts';
import { hardshipClassInWords } from '../household/words-of-facts.ts';
import { addTimelineSource } from '../timeline/timeline-sources.ts';
import { confirmDibaoLine } from './confirm-dibao-line.ts';
import { refuseDibaoLine } from './refuse-dibao-line.ts';
import { setDibaoLine } from './set-dibao-line.ts';

const mostLines = 200;

const loadReclassCount = createBatchLoader<CaseRecordsContext, number>(async (context, ids) => {
  const counts = await context.tx.hardshipReclass.groupBy({
    by: ['dibaoLineId'],
    where: { dibaoLineId: { in: ids } },
    _count: { _all: true },
  });
  return new Map(counts.map((row) => [row.dibaoLineId, row._count._all]));
});

const DibaoLine = builder.objectRef<DibaoLineRow>('DibaoLine').implement({
  description: 'The minimum living allowance line of a county from a day on (最低生活保障线).',
  fields: (t) => ({
    id: t.exposeID('id'),
    organizationName: t.exposeString('organizationName'),
    from: t.field({
      type: 'LocalDate',
      description: 'The first day on which it is in force; it stays so until the next one.',
      resolve: (line) => readStoredDate(line.validFrom),
    }),
    monthlyPerCapita: t.field({
      type: 'Yuan',
      description: 'The line, per person per month.',
      resolve: (line) => line.monthlyPerCapitaFen,
    }),
    marginFactor: t.string({
      description: 'The margin factor: income up to the line times this factor is marginal, as decimal text: "1.5".',
      resolve: (line) => line.marginFactor.toString(),
    }),
    awaitsConfirmation: t.exposeBoolean('awaitsConfirmation', {
      description: 'Entered by one person and not in force until another confirms it',
    }),
    setBy: t.exposeString('setByName', { description: 'Who set it, under the name they had at that time.' }),
    confirmedBy: t.exposeString('confirmedByName', {
      nullable: true,
      description: 'Who confirmed it, under the name they had at that time; null before.',
    }),
    confirmedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was confirmed; null before.',
      resolve: ({ confirmedAt }) => confirmedAt,
    }),
    begunAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When the last open file was reassessed with it',
      resolve: ({ begunAt }) => begunAt,
    }),
    changedFiles: t.int({
      description: 'The number of files in the reader’s scope whose class it changed',
      resolve: async (line, _arguments, context) => (await loadReclassCount(context, line.id)) ?? 0,
    }),
    mayConfirm: t.boolean({
      description: 'Whether the reader may confirm it: not the person who entered it',
      resolve: (line, _arguments, { actor }) =>
        line.awaitsConfirmation &&
        line.setBy !== actor.staffId &&
        line.organizationPath.startsWith(actor.scope) &&
        permits(actor.roles, 'case-file.confirm'),
    }),
    mayRefuse: t.boolean({
      description: 'Whether the reader may decline it while it awaits confirmation',
      resolve: (line, _arguments, { actor }) =>
        line.awaitsConfirmation &&
        line.organizationPath.startsWith(actor.scope) &&
        permits(actor.roles, 'case-file.confirm'),
    }),
  }),
});

builder.queryField('dibaoLines', (t) =>
  t.field({
    type: [DibaoLine],
    description: 'The dibao lines that the reader may see, by organisation, latest first; at most 200.',
    resolve: (_root, _arguments, context) => {
      requirePermission(context, 'policy.read');
      return context.tx.dibaoLine.findMany({
        orderBy: [{ organizationPath: 'asc' }, { validFrom: 'desc' }],
        take: mostLines,
      });
    },
  }),
);

const SetDibaoLineInput = builder.inputType('SetDibaoLineInput', {
  fields: (t) => ({
    from: t.field({
      type: 'LocalDate',
      required: true,
      description: 'The first day on which it is in force: up to two years ahead, back to 1 January of last year.',
    }),
    monthlyPerCapita: t.field({
      type: 'Yuan',
      required: true,
      description: 'The line per person per month: 1 to 100,000 yuan.',
    }),
    marginFactor: t.string({
      required: true,
      description: 'The margin factor: income up to the line times this factor is marginal, as decimal text: "1.5".',
    }),
  }),
});

builder.mutationField('setDibaoLine', (t) =>
  t.field({
    type: commandResult(builder, 'SetDibaoLineResult', 'dibaoLine', DibaoLine),
    description: 'Sets the dibao line of the reader’s organisation from a day on; a second person must confirm it.',
    args: { input: t.arg({ type: SetDibaoLineInput, required: true }) },
    resolve: (_root, { input }, context) => setDibaoLine(context, input),
  }),
);

const ConfirmDibaoLineInput = builder.inputType('ConfirmDibaoLineInput', {
  fields: (t) => ({ dibaoLineId: t.id({ required: true }) }),
});

builder.mutationField('confirmDibaoLine', (t) =>
  t.field({
    type: commandResult(builder, 'ConfirmDibaoLineResult', 'dibaoLine', DibaoLine),
    description: 'Confirms a dibao line: from its first day it is in force and open files are reassessed.',
    args: { input: t.arg({ type: ConfirmDibaoLineInput, required: true }) },
    resolve: (_root, { input }, context) => confirmDibaoLine(context, input),
  }),
);

const RefuseDibaoLineInput = builder.inputType('RefuseDibaoLineInput', {
  fields: (t) => ({
    dibaoLineId: t.id({ required: true }),
    reason: t.string({
      required: true,
      description: 'The reason, at most 500 characters; kept in the audit log.',
    }),
  }),
});

const RefuseDibaoLineResult = builder.objectRef<Result<string>>('RefuseDibaoLineResult').implement({
  fields: (t) => ({
    problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
    dibaoLineId: t.id({
      nullable: true,
      description: 'The id of the line; null if it was not declined.',
      resolve: (result) => (result.ok ? result.value : null),
    }),
  }),
});

builder.mutationField('refuseDibaoLine', (t) =>
  t.field({
    type: RefuseDibaoLineResult,
    description: 'Declines a line that was never in force; the reason is kept in the audit log.',
    args: { input: t.arg({ type: RefuseDibaoLineInput, required: true }) },
    resolve: (_root, { input }, context) => refuseDibaoLine(context, input),
  }),
);

const HardshipReclass = builder.objectRef<ReclassRow>('HardshipReclass').implement({
  description: 'A file whose hardship class changed with a dibao line (困难类别变动).',
  fields: (t) => ({
    id: t.exposeID('id'),
    caseFile: t.field({
      type: CaseFile,
      nullable: true,
      description: 'The file; null if the reader may not see it.',
      resolve: async (row, _arguments, context) => (await loadCaseFile(context, row.caseFileId)) ?? null,
    }),
    oldClass: t.field({
      type: HardshipClassEnum,
      nullable: true,
      description: 'The class before; null for none',
      resolve: ({ oldClass }) => oldClass as HardshipClass | null,
    }),
    newClass: t.field({
      type: HardshipClassEnum,
      nullable: true,
      description: 'The class under this line; null for none',
      resolve: ({ newClass }) => newClass as HardshipClass | null,
    }),
    judgedAt: t.field({
      type: 'Instant',
      description: 'When it was reassessed.',
      resolve: ({ judgedAt }) => judgedAt,
    }),
  }),
});

const HardshipReclassPage = pageType(builder, 'HardshipReclassPage', HardshipReclass, {
  items: ({ where, page }: AskedPage<Prisma.HardshipReclassWhereInput>, context) =>
    context.tx.hardshipReclass.findMany({ where, ...page, orderBy: [{ judgedAt: 'desc' }, { id: 'asc' }] }),
  total: (where, context) => context.tx.hardshipReclass.count({ where }),
});

const HardshipReclassFilter = builder.inputType('HardshipReclassFilter', {
  fields: (t) => ({ dibaoLineId: t.id({ description: 'Only changes by this line' }) }),
});

builder.queryField('hardshipReclasses', (t) =>
  t.field({
    type: HardshipReclassPage,
    description: 'The files whose class changed with dibao lines, latest first',
    args: { filter: t.arg({ type: HardshipReclassFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'household.read');
      const { dibaoLineId } = filter ?? {};
      const where = { ...(dibaoLineId && { dibaoLineId: isUuid(dibaoLineId) ? dibaoLineId : nobody }) };
      return { where, page: pageOf(page) };
    },
  }),
);

const nobody = '00000000-0000-0000-0000-000000000000';

addTimelineSource(
  {
    kinds: { HARDSHIP_RECLASSED: 'A new dibao line changed its hardship class.' },
    recordTypes: { CaseFile: 'Its case file.' },
  },
  async (context, householdIds) => {
    const rows = await context.tx.hardshipReclass.findMany({
      where: { householdId: { in: [...householdIds] } },
      include: { dibaoLine: true, household: { select: { organizationName: true } } },
    });
    return rows.map(({ dibaoLine, household, ...row }) => {
      const before = hardshipClassInWords(row.oldClass as HardshipClass | null);
      const after = hardshipClassInWords(row.newClass as HardshipClass | null);
      return {
        id: row.id,
        householdId: row.householdId,
        at: row.judgedAt,
        kind: 'HARDSHIP_RECLASSED',
        title: {
          zh: `低保线自 ${readStoredDate(dibaoLine.validFrom)} 起调整，困难类别重新判定`,
          en: `Reassessed under the dibao line from ${readStoredDate(dibaoLine.validFrom)}`,
        },
        detail: { zh: `${before.zh} → ${after.zh}`, en: `${before.en} → ${after.en}` },
        actor: dibaoLine.confirmedByName ?? dibaoLine.setByName,
        organizationName: household.organizationName,
        recordType: 'CaseFile',
        recordId: row.caseFileId,
      };
    });
  },
);
