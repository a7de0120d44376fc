import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { NameChoice } from './NameChoice.tsx';
import type { TypedMember } from './registration.ts';

const blank: TypedMember = { name: '', relation: '', identityNumber: '', monthlyIncome: '', health: '', schooling: '' };
const parts = ['name', 'relation', 'identityNumber', 'monthlyIncome', 'health', 'schooling'] as const;
const labels = {
  name: 'household.member',
  relation: 'household.relation',
  identityNumber: 'register.memberIdentity',
  monthlyIncome: 'household.memberIncome',
  health: 'household.health',
  schooling: 'household.schooling',
} as const;

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
      {members.map((member, index) => (
        <Box
          key={index}
          sx={{
            display: 'grid',
            gap: 1,
            alignItems: 'start',
            gridTemplateColumns: { xs: '1fr 1fr', md: '1.2fr 1fr 1.8fr 1fr 1fr 1fr auto' },
            mb: 1,
          }}
        >
          {parts.map((part) => {
            const field = `members.${index}.${part}`;
            return (
              <TextField
                key={part}
                id={field}
                label={say(labels[part])}
                value={member[part] ?? ''}
                error={props.problemOf(field) !== undefined}
                helperText={props.problemOf(field)}
                onChange={(event) =>
                  onChange(members.map((each, at) => (at === index ? { ...each, [part]: event.target.value } : each)))
                }
              />
            );
          })}
          <IconButton
            aria-label={say('register.removeMember', { name: member.name })}
            onClick={() => onChange(members.filter((_, at) => at !== index))}
            sx={{ mt: 1 }}
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
