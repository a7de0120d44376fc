import { readStoredDate } from '@nuangong/database';
import { commandResult, loadManyBy, loadById, requirePermission } from '@nuangong/subgraph';
import { builder, type WorkContext } from '../../builder.ts';
import { onlyIds } from '../../form-fields.ts';
import type { TrainingAttendance as TrainingAttendanceRow } from '../../generated/prisma/client.ts';
import { JobSeeker, loadJobSeeker } from '../job-seeker/job-seeker.graphql.ts';
import { recordTrainingAttendance } from './record-training-attendance.ts';

const TrainingAttendance = builder.objectRef<TrainingAttendanceRow>('TrainingAttendance').implement({
  description: 'A job seeker’s attendance of a training course (培训).',
  fields: (t) => ({
    id: t.exposeID('id'),
    jobSeekerId: t.exposeID('jobSeekerId'),
    jobSeeker: t.field({
      type: JobSeeker,
      nullable: true,
      description: 'Who attended.',
      resolve: async ({ jobSeekerId }, _arguments, context) => (await loadJobSeeker(context, jobSeekerId)) ?? null,
    }),
    course: t.exposeString('course', { description: 'The course, in words.' }),
    attendedOn: t.field({
      type: 'LocalDate',
      description: 'The day of the course, or its last.',
      resolve: (attendance) => readStoredDate(attendance.attendedOn),
    }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day is unusually early' }),
    recordedBy: t.exposeString('staffName', { description: 'Who recorded it, under the name they had at that time.' }),
    organizationName: t.exposeString('organizationName'),
  }),
});

const loadTrainingAttendance = loadById<WorkContext, TrainingAttendanceRow>((context, ids) =>
  context.tx.trainingAttendance.findMany({ where: { id: { in: ids } } }),
);

const loadTrainingOfSeeker = loadManyBy<WorkContext, TrainingAttendanceRow>(
  (row) => row.jobSeekerId,
  (context, ids) =>
    context.tx.trainingAttendance.findMany({
      where: { jobSeekerId: { in: onlyIds(ids) } },
      orderBy: [{ attendedOn: 'desc' }, { id: 'desc' }],
    }),
);

builder.objectField(JobSeeker, 'training', (t) =>
  t.field({
    type: [TrainingAttendance],
    description: 'The courses they attended, latest first.',
    resolve: async ({ id }, _arguments, context) => [...(await loadTrainingOfSeeker(context, id))],
  }),
);

builder.queryField('trainingAttendance', (t) =>
  t.field({
    type: TrainingAttendance,
    nullable: true,
    description: 'One attendance of a course.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'employment.read');
      return (await loadTrainingAttendance(context, id)) ?? null;
    },
  }),
);

const RecordTrainingAttendanceInput = builder.inputType('RecordTrainingAttendanceInput', {
  fields: (t) => ({
    jobSeekerId: t.id({ required: true }),
    course: t.string({ required: true, description: 'The course, in words.' }),
    attendedOn: t.field({ type: 'LocalDate', description: 'Today if left out.' }),
    dateReason: t.string({ description: 'Why a day before last year is right; kept with it.' }),
  }),
});

builder.mutationField('recordTrainingAttendance', (t) =>
  t.field({
    type: commandResult(builder, 'RecordTrainingAttendanceResult', 'trainingAttendance', TrainingAttendance),
    description: 'Records that a job seeker attended a course.',
    args: { input: t.arg({ type: RecordTrainingAttendanceInput, required: true }) },
    resolve: (_root, { input }, context) => recordTrainingAttendance(context, input),
  }),
);
