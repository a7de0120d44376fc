import { prismaSql, type RunSql } from '@nuangong/database';
import type { EventHandlers } from '@nuangong/event-bus';
import type { EventOfType } from '@nuangong/events';
import { localDateAt, problem, type Problem } from '@nuangong/primitives';
import type { TransactionClient } from '../transaction-client.ts';

type StaffRightsEnded = EventOfType<'nuangong.staff-rights-ended.v1'>;
type Act = StaffRightsEnded['data']['act'];

/** The reactions of every service with jobs when somebody's rights end. */
export const jobReactions: EventHandlers<TransactionClient> = {
  'nuangong.staff-rights-ended.v1': whenStaffRightsEnded,
};

/** Stores whose rights ended, and when; each job checks this before its next piece. */
async function whenStaffRightsEnded(
  { organizationPath, time, data }: StaffRightsEnded,
  tx: TransactionClient,
): Promise<void> {
  await prismaSql(tx)(
    `insert into rights_ended as r (organization_path, staff_id, borrower_id, act, ended_at)
     values ($1, $2::uuid, $3::uuid, $4, $5::timestamptz)
     on conflict on constraint rights_ended_once do update set act = excluded.act, ended_at = excluded.ended_at
     where excluded.ended_at > r.ended_at returning staff_id`,
    organizationPath,
    data.staffId,
    data.borrowerId,
    data.act,
    time.toISOString(),
  );
}

/** The part of a job that its rights depend on. */
interface JudgedJob {
  readonly id: string;
  readonly startedAt: Date;
  readonly actor: unknown;
}

/** Why a job may not continue in the name of its starter; undefined if it may. */
export async function rightsThatEnded(run: RunSql, job: JudgedJob, now: Date): Promise<Problem | undefined> {
  const [ended] = await run<{ readonly act: Act }>(endedStatement, job.id);
  if (ended !== undefined) return reasons[ended.act]();
  const { onBehalfOf = [] } = job.actor as { readonly onBehalfOf?: readonly unknown[] };
  return onBehalfOf.length > 0 && localDateAt(now) > localDateAt(job.startedAt) ? dayOver() : undefined;
}

// A token outlives its session by seconds until the gateway has asked, and a delegation by up to ten minutes: a job
// started with one in that time has no right to continue either.
const endedStatement = `
  select case when r.staff_id = j.staff_id then r.act else 'DELEGATION_ENDED' end as act
  from job j join rights_ended r on r.organization_path = j.organization_path
    and (r.borrower_id is null or r.borrower_id = j.staff_id)
    and (r.staff_id = j.staff_id and j.started_at <= r.ended_at + interval '10 seconds'
      or j.actor -> 'onBehalfOf' @> jsonb_build_array(jsonb_build_object('staffId', r.staff_id))
        and j.started_at <= r.ended_at + interval '10 minutes')
  where j.id = $1::uuid order by r.ended_at desc limit 1`;

const reasons: Readonly<Record<Act, () => Problem>> = {
  ACCOUNT_CLOSED: () =>
    problem('ACCOUNT_CLOSED', {
      zh: '办理人的账号已停用，未办的没有办理；由在岗人员重新办理其余的',
      en: 'The account that started this job was deactivated. The rest was not processed; a colleague can do it.',
    }),
  ROLES_CHANGED: () =>
    problem('ROLES_CHANGED', {
      zh: '办理人的岗位或审批权限已调整，未办的没有办理；按现岗位重新办理其余的',
      en: 'The roles or rank of the account that started this job were changed. The rest was not processed; do it again if the current roles allow it.',
    }),
  PASSWORD_RESET: () =>
    problem('PASSWORD_RESET', {
      zh: '办理人的密码已重置，未办的没有办理；改密后重新办理其余的',
      en: 'The password of the account that started this job was reset. The rest was not processed; change your password and do the rest again.',
    }),
  DELEGATION_ENDED: () =>
    problem('DELEGATION_ENDED', {
      zh: '受托的岗位已收回，未办的没有办理；由委托人办理其余的',
      en: 'The delegation has ended. The rest was not processed; the person who delegated the role can do it.',
    }),
};

const dayOver = (): Problem =>
  problem('DELEGATED_DAY_OVER', {
    zh: '受托岗位的批量办理当日有效，未办的没有办理；委托期内重新办理其余的',
    en: 'Work under a delegation ends with the day. The rest was not processed; do it again while the delegation is in effect.',
  });
