import { problem, type Problem } from '@nuangong/primitives';

/** Refuses a decision on one's own account: another administrator must make it. */
export const ownAccount = (what: { readonly zh: string; readonly en: string }): Problem =>
  problem(
    'OWN_ACCOUNT',
    {
      zh: `本人账号由另一位管理员${what.zh}`,
      en: `You cannot do this to your own account: another administrator ${what.en} this account.`,
    },
    'staffId',
  );
