export { beWithin } from './be-within.ts';
export { findOrganization, findOrganizations, loadLineage, type KnownOrganization } from './known-organization.ts';
export { rememberOrganizations, type NewKnownOrganization } from './remember-organizations.ts';
export { rememberSetting, settingOf, type SettingKind, type ToldSetting } from './setting.ts';
export { departmentsOf, rememberDepartment, type KnownDepartment } from './department.ts';
export { gatherLateRecords } from './gather-late-records.ts';
export { moveRecords, rememberMove, type ToldMove } from './remember-move.ts';
export { organizationReactions } from './reactions.ts';
