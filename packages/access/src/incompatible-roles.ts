import type { Bilingual } from '@nuangong/primitives';
import { roles, type Role } from './role.ts';

/** Two roles that one person must not hold on the same day, and why. */
export interface IncompatibleRoles {
  readonly roles: readonly [Role, Role];
  readonly why: Bilingual;
}

const stepsOfCase = {
  zh: '经办、审核、审批由不同的人担任',
  en: 'The person who handles a case must not review or approve it',
};
const stepsOfMoney = {
  zh: '经办、审核、审批与付款由不同的人担任',
  en: 'The person who handles, reviews or approves aid must not pay it',
};
const checkOfPayment = {
  zh: '付款的制单与审核由不同的人担任',
  en: 'The person who prepares a payment must not approve it',
};
const systemAndCases = {
  zh: '系统管理与业务办理由不同的人担任',
  en: 'The person who administers the system must not handle cases',
};
const systemAndMoney = {
  zh: '系统管理与财务由不同的人担任',
  en: 'The person who administers the system must not handle money',
};
const auditAlone = {
  zh: '审计纪检不兼任其他岗位',
  en: 'An auditor must not hold any other role',
};

/**
 * Separation of incompatible duties: the specification's "maker and checker are different people", and the internal
 * control of public bodies (财会〔2012〕21 号, 第十二条: 不相容岗位相互分离). A window clerk registers households like a clerk, and
 * counts as one. The identity service's database has the same list; a test compares them. The services also check for
 * each record that its maker is not its checker, because a person's role may change between the two steps.
 */
export const incompatibleRoles: readonly IncompatibleRoles[] = [
  ...pairs(['CLERK', 'WINDOW_CLERK'], ['REVIEWER', 'APPROVER'], stepsOfCase),
  ...pairs(['REVIEWER'], ['APPROVER'], stepsOfCase),
  ...pairs(['CLERK', 'WINDOW_CLERK', 'REVIEWER', 'APPROVER'], ['FINANCE', 'FINANCE_LEAD'], stepsOfMoney),
  ...pairs(['FINANCE'], ['FINANCE_LEAD'], checkOfPayment),
  ...pairs(
    ['ADMINISTRATOR'],
    ['CLERK', 'WINDOW_CLERK', 'REVIEWER', 'APPROVER', 'EMPLOYMENT', 'LEGAL_AID'],
    systemAndCases,
  ),
  ...pairs(['ADMINISTRATOR'], ['FINANCE', 'FINANCE_LEAD'], systemAndMoney),
  ...pairs(
    ['AUDITOR'],
    roles.filter((role) => role !== 'AUDITOR'),
    auditAlone,
  ),
];

function pairs(some: readonly Role[], others: readonly Role[], why: Bilingual): readonly IncompatibleRoles[] {
  return some.flatMap((one) => others.map((other): IncompatibleRoles => ({ roles: [one, other], why })));
}

/** The first pair among these roles that one person must not hold; undefined if there is none. */
export function incompatiblePairIn(held: readonly Role[]): IncompatibleRoles | undefined {
  return incompatibleRoles.find(({ roles }) => roles.every((role) => held.includes(role)));
}
