/** The roles a member of staff can hold (spec/README.md, "Who uses it"). */
export const roles = [
  'CLERK',
  'REVIEWER',
  'APPROVER',
  'WINDOW_CLERK',
  'EMPLOYMENT',
  'LEGAL_AID',
  'FINANCE',
  'FINANCE_LEAD',
  'STATISTICS',
  'AUDITOR',
  'ADMINISTRATOR',
] as const;

export type Role = (typeof roles)[number];

/** The name of each role on screens and paper. */
export const roleNames: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  CLERK: { zh: '工会干事', en: 'Union clerk' },
  REVIEWER: { zh: '审核员', en: 'Reviewer' },
  APPROVER: { zh: '审批人', en: 'Approver' },
  WINDOW_CLERK: { zh: '帮扶中心窗口', en: 'Aid-centre window clerk' },
  EMPLOYMENT: { zh: '职业介绍', en: 'Employment placement' },
  LEGAL_AID: { zh: '法律援助', en: 'Legal-aid officer' },
  FINANCE: { zh: '财务', en: 'Finance' },
  FINANCE_LEAD: { zh: '财务负责人', en: 'Head of finance' },
  STATISTICS: { zh: '统计', en: 'Statistics officer' },
  AUDITOR: { zh: '审计纪检', en: 'Auditor' },
  ADMINISTRATOR: { zh: '管理员', en: 'Administrator' },
};
