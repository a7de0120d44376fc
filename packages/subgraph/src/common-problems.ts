import { handWords, problem, type Hand, type Problem } from '@nuangong/primitives';

/** The actor's roles lack the permission; this says nothing about the record's existence. */
export const forbidden = (): Problem =>
  problem('FORBIDDEN', {
    zh: '本账号的岗位没有这项权限，由单位管理员调整岗位后再办理',
    en: 'Your role does not allow this action. Ask your unit’s administrator to change your roles.',
  });

/**
 * There is no such record within the actor's organisation; records of other organisations look the same as missing
 * ones.
 */
export const notFound = (what: { readonly zh: string; readonly en: string }, field?: string): Problem =>
  problem(
    'NOT_FOUND',
    {
      zh: `本单位范围内没有这条${what.zh}，核对后从列表重新打开`,
      en: `There is no such ${what.en} in your organisation. Open it again from the list.`,
    },
    field,
  );

/** The service does not know the actor's organisation, or another one, because it was registered a moment ago. */
export const organizationNotKnown = (): Problem =>
  problem('ORGANIZATION_NOT_KNOWN', {
    zh: '本单位刚登记，信息尚未同步到这里，一分钟后再办理；仍不行由管理员查看“事件”',
    en: 'This organisation has just been registered and is not available here yet. Try again in a minute; if the problem persists, ask an administrator to check the events.',
  });

/** Somebody else decided or changed the record first: by whom and when, where the record says it. */
export const changedMeanwhile = (hand?: Hand): Problem =>
  problem(
    'CHANGED_MEANWHILE',
    hand === undefined
      ? {
          zh: '这条记录刚被他人办理过，刷新后按最新状态办理',
          en: 'Someone else has just changed this record. Refresh and continue from its current state.',
        }
      : {
          zh: `${handWords(hand).zh}已办理，刷新后按最新状态办理`,
          en: `Already decided (${handWords(hand).en}). Refresh and continue from its current state.`,
        },
  );
