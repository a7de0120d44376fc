import { prismaSql } from '@nuangong/database';
import type { LocalDate } from '@nuangong/primitives';
import { commandResult, describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { OrganizationType } from '../organization/organization.graphql.ts';
import { setSetting } from './set-setting.ts';
import type { SettingKind } from './setting.ts';

const SettingKindEnum = builder.enumType('SettingKind', {
  description: 'What an organisation may set for itself and those below it.',
  values: describedValues<SettingKind>({
    POSTING_WORKING_DAYS: 'How long names stay on the wall (公示期), in working days, 3 to 30; 5 where nobody set it.',
  }),
});

interface Setting {
  readonly kind: SettingKind;
  readonly value: number;
  readonly from: LocalDate;
  readonly setByItself: boolean;
}

const SettingType = builder.objectRef<Setting>('Setting').implement({
  description: 'What an organisation or one above it set from a day on (设置).',
  fields: (t) => ({
    kind: t.expose('kind', { type: SettingKindEnum, description: 'What was set.' }),
    value: t.exposeInt('value', { description: 'To what, in the unit of its kind.' }),
    from: t.expose('from', { type: 'LocalDate', description: 'The day from which it holds.' }),
    setByItself: t.exposeBoolean('setByItself', {
      description: 'Whether it is the organisation’s own, which goes before those of the ones above.',
    }),
  }),
});

const mostSettings = 100;

builder.prismaObjectField(OrganizationType, 'settings', (t) =>
  t.field({
    type: [SettingType],
    description: 'What it and those above it set, the nearest and latest first; coming ones too.',
    select: { path: true },
    resolve: ({ path }, _arguments, { tx }) =>
      prismaSql(tx)<Setting>(
        `select kind, value, from_day::text as "from", organization_path = $1 as "setByItself" from organization_setting
         where organization_path = any (access.at_or_above($1))
         order by kind, length(organization_path) desc, from_day desc limit $2`,
        path,
        mostSettings,
      ),
  }),
);

const SetSettingInput = builder.inputType('SetSettingInput', {
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'For which `Organization` of the subtree, and those below.' }),
    kind: t.field({ type: SettingKindEnum, required: true, description: 'What is set.' }),
    value: t.int({ required: true, description: 'To what, within the bounds of its kind.' }),
    from: t.field({
      type: 'LocalDate',
      description: 'The day from which it holds, today or within a year; today where it is left out.',
    }),
  }),
});
const SetSettingResult = commandResult(builder, 'SetSettingResult', 'organization', OrganizationType);

builder.mutationField('setSetting', (t) =>
  t.field({
    type: SetSettingResult,
    description: 'Sets a value for an organisation and those below it from a day on.',
    args: { input: t.arg({ type: SetSettingInput, required: true }) },
    resolve: (_root, { input }, context) => setSetting(context, input),
  }),
);
