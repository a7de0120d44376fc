import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useWords, type Say } from '../../base/i18n/use-words.ts';
import { NameChoice } from './NameChoice.tsx';
import { personStandings, type TypedMember } from './registration.ts';

const blank: TypedMember = {
  name: '',
  relation: '',
  identityNumber: '',
  standing: '',
  ruralRegistration: false,
  monthlyIncome: '',
  health: '',
  schooling: '',
};
const parts = ['name', 'relation', 'identityNumber', 'standing', 'monthlyIncome', 'health', 'schooling'] as const;
const labels = {
  name: 'household.member',
  relation: 'household.relation',
  identityNumber: 'register.memberIdentity',
  standing: 'household.standing',
  monthlyIncome: 'household.memberIncome',
  health: 'household.health',
  schooling: 'household.schooling',
} as const;

/** The choices of a member's standing; no choice means unknown. */
const standings = (say: Say): readonly ReactElement[] => [
  <MenuItem key="" value="">
    {say('household.standingUnknown')}
  </MenuItem>,
  ...personStandings.map((each) => (
    <MenuItem key={each} value={each}>
      {say(`personStanding.${each}`)}
    </MenuItem>
  )),
];

/** The members of a household besides its head, one row each. */
export function MemberRows(props: {
  readonly members: readonly TypedMember[];
  readonly onChange: (members: readonly TypedMember[]) => void;
  readonly problemOf: (field: string) => string | undefined;
  readonly isNamedOtherwise: (field: string) => boolean;
}): ReactElement {
  const say = useWords();
  const { members, onChange } = props;
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, my: 1, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, fontWeight: 600 }}>
        {say('register.members')}
      </Box>
      <Box sx={{ color: 'text.secondary', mb: 1 }}>{say('register.memberStandingHelp')}</Box>
      {members.map((member, index) => (
        <Box
          key={index}
          sx={{
            display: 'grid',
            gap: 1,
            alignItems: 'start',
            gridTemplateColumns: { xs: '1fr 1fr', md: '1.2fr 1fr 1.6fr 1.2fr auto' },
            mb: 1,
          }}
        >
          {parts.map((part) => {
            const field = `members.${index}.${part}`;
            return (
              <TextField
                key={part}
                id={field}
                select={part === 'standing'}
                label={say(labels[part])}
                value={member[part] ?? ''}
                error={props.problemOf(field) !== undefined}
                helperText={props.problemOf(field)}
                onChange={(event) =>
                  onChange(members.map((each, at) => (at === index ? { ...each, [part]: event.target.value } : each)))
                }
              >
                {part === 'standing' ? standings(say) : null}
              </TextField>
            );
          })}
          <FormControlLabel
            label={say('household.ruralRegistration')}
            control={
              <Checkbox
                checked={member.ruralRegistration ?? false}
                onChange={(_, on) =>
                  onChange(members.map((each, at) => (at === index ? { ...each, ruralRegistration: on } : each)))
                }
              />
            }
          />
          <IconButton
            aria-label={say('register.removeMember', { name: member.name })}
            onClick={() => onChange(members.filter((_, at) => at !== index))}
            sx={{ mt: 1, gridColumn: { md: 5 }, gridRow: { md: 1 } }}
          >
            <DeleteOutlined />
          </IconButton>
          {props.isNamedOtherwise(`members.${index}.name`) || member.nameAnswer !== undefined ? (
            <NameChoice
              field={`members.${index}.name`}
              typed={member.name}
              answer={member.nameAnswer}
              problemOf={props.problemOf}
              onAnswer={(nameAnswer) =>
                onChange(members.map((each, at) => (at === index ? { ...each, nameAnswer } : each)))
              }
            />
          ) : null}
        </Box>
      ))}
      <Button onClick={() => onChange([...members, blank])}>{say('register.addMember')}</Button>
    </Box>
  );
}
