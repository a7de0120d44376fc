import { roleNames, type Role } from '@nuangong/access';
import stored from '../data/staff.json' with { type: 'json' };
import { city, counties, organizationIdOf, organizations } from './organizations.ts';

/** A member of staff of the demonstration city. */
export interface CityStaff {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly organizationId: string;
  readonly officePhone: string;
}

/** The password of every demonstration account. */
export const demonstrationPassword = 'Nuangong-2026';

/** Staff for every role in the first two counties, for the chain of aid in the other counties, and of the city. */
export const staff: readonly CityStaff[] = stored.map(({ username, name, role, organization, officePhone }) => ({
  username,
  name,
  role: role as Role,
  organizationId: organizationIdOf(organization),
  officePhone,
}));

/** A sign-in of the demonstration city, shown to the person who starts it. */
export interface DemonstrationSignIn {
  readonly username: string;
  readonly password: string;
  readonly role: { readonly zh: string; readonly en: string };
  readonly organization: string;
}

const shown = new Map(
  organizations.filter(({ id }) => id === city.id || id === counties[0]?.id).map(({ id, name }) => [id, name]),
);

/** Sign-ins of the city and of its first county, which together can do the whole main process. */
export const demonstrationSignIns: readonly DemonstrationSignIn[] = staff.flatMap((one) => {
  const organization = shown.get(one.organizationId);
  if (organization === undefined) return [];
  return [{ username: one.username, password: demonstrationPassword, role: roleNames[one.role], organization }];
});
