import { recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import {
  combineFields,
  isUuid,
  localDateAt,
  ok,
  problem,
  readHappenedDay,
  readRequiredText,
  refuse,
  type Result,
} from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { WorkContext } from '../../builder.ts';
import { dayOrToday } from '../../form-fields.ts';
import type { TrainingAttendance } from '../../generated/prisma/client.ts';
import { personReference } from '../../person-reference.ts';
import { organizationReference, provenanceOf } from '../../provenance.ts';

export interface TrainingAttendanceInput {
  readonly jobSeekerId: string;
  readonly course: string;
  /** Defaults to today. */
  readonly attendedOn?: string | null | undefined;
  /** Required when the day is before 1 January of last year. */
  readonly dateReason?: string | null | undefined;
}

const recordedAlready = () =>
  problem(
    'ATTENDANCE_RECORDED',
    { zh: '这位求职者当天参加这一培训已登记，不再重复登记', en: 'This attendance is already recorded' },
    'course',
  );

/** Records that a job seeker attended a training course (培训). */
export function recordTrainingAttendance(
  context: WorkContext,
  input: TrainingAttendanceInput,
): Promise<Result<TrainingAttendance>> {
  const { actor, requestId } = context;
  const { clock, personKey } = context.parts;
  const at = clock();
  const constraints = { training_attendance_once: recordedAlready };
  return runCommand(context, { action: 'employment.manage', constraints }, async (tx) => {
    const today = localDateAt(at);
    const read = combineFields({
      course: readRequiredText(input.course, 'course', 120),
      attended: readHappenedDay(dayOrToday(input.attendedOn, today), {
        field: 'attendedOn',
        what: { zh: '参加日期', en: 'the day of the attendance' },
        today,
        reason: { text: input.dateReason, field: 'dateReason' },
      }),
    });
    if (!read.ok) return read;
    const seeker = isUuid(input.jobSeekerId)
      ? await tx.jobSeeker.findUnique({ where: { id: input.jobSeekerId } })
      : null;
    if (seeker === null) return refuse(notFound({ zh: '求职登记', en: 'job seeker' }, 'jobSeekerId'));
    const { course, attended } = read.value;
    const { on: attendedOn, reason: dateReason } = attended;
    const { id: jobSeekerId, householdId, migrantWorker } = seeker;
    const attendance = await tx.trainingAttendance.create({
      data: { ...provenanceOf(actor, at), jobSeekerId, course, attendedOn: storedDate(attendedOn), dateReason },
    });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'training-attendance.record',
        recordType: 'TrainingAttendance',
        recordId: attendance.id,
        after: { jobSeekerId, course, attendedOn },
      },
    ]);
    const organization = organizationReference(attendance);
    const personRef = personReference(personKey, seeker);
    await announce(tx, { actor, requestId, at }, contracts['training-attended.v1'], [
      {
        organizationPath: attendance.organizationPath,
        data: { enrolmentId: attendance.id, personRef, householdId, organization, migrantWorker, attendedOn },
      },
    ]);
    return ok(attendance);
  });
}
