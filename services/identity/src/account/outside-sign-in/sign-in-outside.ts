import { scopeOf, systemActor } from '@nuangong/access';
import { identityOf, recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { beginSession, type SignedIn } from '../session/begin-session.ts';
import type { SessionOrigin } from '../session/session-origin.ts';
import { askSecondStep, type SecondStep, type SignInParts } from '../sign-in/sign-in-by-password.ts';
import type { OutsidePerson } from './outside-provider.ts';

const notLinked = () =>
  problem('OUTSIDE_NOT_LINKED', {
    zh: '统一身份认证的这个身份没有绑定本系统账号，由单位管理员绑定后再登录',
    en: 'No account is linked to this identity. Ask your unit’s administrator to link it.',
  });

interface LinkedRow {
  readonly id: string;
  readonly organization_path: string;
  readonly active: boolean;
  readonly linked: boolean;
}

/**
 * Signs in a person whom the outside provider authenticated: to the account that the administrator linked to the
 * subject, else to the one whose username the provider's claim names, which is then linked. Never creates an account.
 * Our own second factor is requested as after a password.
 */
export async function signInOutside(
  parts: SignInParts,
  person: OutsidePerson,
  origin: SessionOrigin,
): Promise<Result<SignedIn | SecondStep>> {
  const { database, clock } = parts;
  const now = clock();
  const [account] = await database.withoutIdentity(
    (tx) => tx.$queryRaw<LinkedRow[]>`select * from staff_at_outside_sign_in(${person.subject}, ${person.username})`,
  );
  if (account === undefined || !account.active) return refuse(notLinked());
  const system = systemActor(scopeOf(account.organization_path));
  return database.transaction(identityOf(system), async (tx) => {
    if (!account.linked) {
      const { count } = await tx.staff.updateMany({
        where: { id: account.id, outsideSubject: null },
        data: { outsideSubject: person.subject },
      });
      if (count === 0) return refuse(notLinked());
      await recordAudit(tx, { actor: system, requestId: null }, [
        { action: 'staff.link-outside', recordType: 'Staff', recordId: account.id, after: { by: 'USERNAME' } },
      ]);
    }
    const secondStep = await askSecondStep(parts, tx, account.id, { outside: true });
    return ok(secondStep ?? (await beginSession(tx, account.id, origin, now, { outside: true })));
  });
}
