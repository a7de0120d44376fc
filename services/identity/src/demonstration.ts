import { roleNames, type Role } from '@nuangong/access';
import organizations from '../demonstration/organizations.json' with { type: 'json' };
import staff from '../demonstration/staff.json' with { type: 'json' };

/** The password of every demonstration account. */
export const demonstrationPassword = 'Nuangong-2026';

/** The fixed id of a demonstration organisation: its code's digits at the end of a UUID. */
export function demonstrationOrganizationId(code: string): string {
  return `00000000-0000-7000-8000-${code.replaceAll('-', '').padStart(12, '0')}`;
}

/** A sign-in of the demonstration city, to be shown to whoever starts it. */
export interface DemonstrationSignIn {
  readonly username: string;
  readonly password: string;
  readonly role: { readonly zh: string; readonly en: string };
  readonly organization: string;
}

/** The sign-ins of the city and of its first county, which between them do the whole main job. */
export const demonstrationSignIns: readonly DemonstrationSignIn[] = staff
  .filter(({ organization }) => organization === '5101' || organization === '510101')
  .map(({ username, role, organization }) => ({
    username,
    password: demonstrationPassword,
    role: roleNames[role as Role],
    organization: organizations.find(({ code }) => code === organization)?.name ?? organization,
  }));

export { organizations, staff };
