import type { Role } from './role.ts';

/** Two roles that one person never holds on one day, and why. */
export interface IncompatibleRoles {
  readonly roles: readonly [Role, Role];
  readonly why: { readonly zh: string; readonly en: string };
}

const stepsOfCase = {
  zh: '经办、审核、审批由不同的人担任',
  en: 'Whoever handles a case neither reviews nor approves it',
};
const stepsOfMoney = {
  zh: '审批、经办与付款由不同的人担任',
  en: 'Whoever handles or approves aid does not pay it out',
};
const checkOfPayment = {
  zh: '付款的制单与审核由不同的人担任',
  en: 'Whoever prepares a payment does not approve it',
};
const systemAndMoney = {
  zh: '系统管理与财务由不同的人担任',
  en: 'Whoever runs the system does not handle money',
};
const auditAlone = {
  zh: '审计纪检不兼任其他岗位',
  en: 'Whoever audits holds no other role',
};

/**
 * Separation of incompatible duties: the specification's "maker and checker are different people", and the internal
 * control of public bodies (财会〔2012〕21 号, 第十二条: 不相容岗位相互分离). The identity service's database holds the same
 * list; a test compares them. That one record's maker is not its checker is kept by the services beside this, since a
 * person's role may change between the two steps.
 */
export const incompatibleRoles: readonly IncompatibleRoles[] = [
  { roles: ['CLERK', 'REVIEWER'], why: stepsOfCase },
  { roles: ['CLERK', 'APPROVER'], why: stepsOfCase },
  { roles: ['REVIEWER', 'APPROVER'], why: stepsOfCase },
  { roles: ['CLERK', 'FINANCE'], why: stepsOfMoney },
  { roles: ['APPROVER', 'FINANCE'], why: stepsOfMoney },
  { roles: ['FINANCE', 'FINANCE_LEAD'], why: checkOfPayment },
  { roles: ['ADMINISTRATOR', 'FINANCE'], why: systemAndMoney },
  { roles: ['ADMINISTRATOR', 'FINANCE_LEAD'], why: systemAndMoney },
  ...(
    ['CLERK', 'REVIEWER', 'APPROVER', 'WINDOW_CLERK', 'EMPLOYMENT', 'LEGAL_AID', 'FINANCE', 'FINANCE_LEAD', 'STATISTICS', 'ADMINISTRATOR'] as const
  ).map((role): IncompatibleRoles => ({ roles: ['AUDITOR', role], why: auditAlone })),
];

/** The first pair among these roles that one person never holds; undefined where they go together. */
export function incompatiblePairIn(held: readonly Role[]): IncompatibleRoles | undefined {
  return incompatibleRoles.find(({ roles }) => roles.every((role) => held.includes(role)));
}
