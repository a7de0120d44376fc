import type { ServiceName } from '@nuangong/local';
import type { Leak } from '../judge.ts';

/** A protection that is removed on purpose, to prove that the attack notices. */
export type Sabotage = {
  readonly what: string;
  /** The kind of leak as which the attack must find it. */
  readonly foundAs: Leak['why'];
  readonly by:
    | { readonly kind: 'SQL'; readonly service: ServiceName; readonly sql: string }
    /** The module, by the end of its path, and the text to replace in it. */
    | { readonly kind: 'CODE'; readonly module: string; readonly replace: string; readonly with: string };
};

export const sabotages = {
  'no-row-policy': {
    what: 'households are under no row policy',
    foundAs: 'FOREIGN',
    by: { kind: 'SQL', service: 'case-records', sql: 'alter table household disable row level security' },
  },
  'no-masking': {
    what: 'identity numbers are not masked',
    foundAs: 'SECRET',
    by: {
      kind: 'CODE',
      module: 'services/case-records/src/register/person/register-people.ts',
      replace: 'masked_identity: maskIdentityNumber(identity.number),',
      with: 'masked_identity: identity.number,',
    },
  },
  'no-entity-check': {
    what: '_entities gives households to any role',
    foundAs: 'ROLE',
    by: {
      kind: 'CODE',
      module: 'services/case-records/src/register/household/household.graphql.ts',
      replace: `requirePermission(context, 'household.read');
    return (await loadHousehold(context, id)) ?? null;`,
      with: 'return (await loadHousehold(context, id)) ?? null;',
    },
  },
  'no-officer-check': {
    what: 'the content of legal cases is read by whoever sees the case',
    foundAs: 'SECRET',
    by: {
      kind: 'CODE',
      module: 'services/employment-legal/src/legal-aid/legal-case/read-content.ts',
      replace: `if (legalCase.staffId !== actor.staffId || !permits(actor.roles, 'legal-case.read-content')) return null;`,
      with: '',
    },
  },
} as const satisfies Readonly<Record<string, Sabotage>>;

export type SabotageName = keyof typeof sabotages;
