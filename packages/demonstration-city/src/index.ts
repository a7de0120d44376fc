export {
  city,
  counties,
  organizationIdOf,
  organizations,
  province,
  unitsBelowCity,
  type CityOrganization,
} from './organizations.ts';
export {
  demonstrationPassword,
  demonstrationSignIns,
  staff,
  type CityStaff,
  type DemonstrationSignIn,
} from './staff.ts';
export { ranks, type CityRank } from './ranks.ts';
export { winterCampaignId, winterCampaignName } from './winter-campaign.ts';
export { contacts, departments, type CityContact, type CityDepartment } from './departments.ts';
export { centrePeople, facilities, type CentrePerson, type CityFacility } from './centres-and-facilities.ts';
export { moves, type CityMove } from './moves.ts';
export {
  familyOf,
  registerCounties,
  registerCounty,
  rosterOf,
  type CityFamily,
  type RegisterCounty,
} from './families.ts';
