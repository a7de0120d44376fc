import { readIdentityNumber, type Problem } from '@nuangong/primitives';
import { requirePermission } from '@nuangong/subgraph';
import { askWhetherRegistered } from '../asking/ask-whether-registered.ts';
import { builder } from '../../builder.ts';
import { identityIndexesOf } from '../person/register-people.ts';
import { untouchedSince } from '../household/one-household.ts';

interface RegisteredElsewhere {
  readonly registered: boolean;
  readonly lastAidedOn: string | null;
  readonly problems?: readonly Problem[];
}

const RegisteredElsewhereType = builder.objectRef<RegisteredElsewhere>('RegisteredElsewhere').implement({
  description:
    'Whether a person belongs to an open household anywhere in the city, and when aid was last given; nothing else. Checks are audited and limited; a refused check returns a problem and no data.',
  fields: (t) => ({
    registered: t.exposeBoolean('registered', {
      description: 'Whether they belong to an open household; inactive drafts do not count.',
    }),
    lastAidedOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day of the last aid; null if there was none.',
      resolve: (found) => found.lastAidedOn,
    }),
    problems: t.field({ type: ['Problem'], resolve: (found) => [...(found.problems ?? [])] }),
  }),
});

builder.queryField('registeredElsewhere', (t) =>
  t.field({
    type: RegisteredElsewhereType,
    description: 'Checks whether a person already belongs to a household in the city, before registering them.',
    args: { identityNumber: t.arg.string({ required: true, description: 'The full identity number.' }) },
    resolve: async (_root, { identityNumber }, context) => {
      requirePermission(context, 'household.register');
      const nobody = { registered: false, lastAidedOn: null };
      const read = readIdentityNumber(identityNumber);
      if (!read.ok) return nobody;
      const indexes = identityIndexesOf(context.parts, read.value.number);
      const asked = await askWhetherRegistered(context, [{ index: indexes[0] ?? '', field: 'identityNumber' }]);
      if (!asked.ok) return { ...nobody, problems: asked.problems };
      const since = untouchedSince(context.parts.clock()).toISOString();
      const [found] = await context.tx.$queryRaw<RegisteredElsewhere[]>`
        select r.registered and not f.let_go as registered, r.last_aided_on::text as "lastAidedOn"
        from find_people(array(select decode(i, 'hex') from unnest(${[...indexes]}::text[]) as i),
          access.county_of(${context.actor.scope}), ${since}::timestamptz) as f
        cross join lateral registered_elsewhere(f.identity_index) as r`;
      return found ?? nobody;
    },
  }),
);
