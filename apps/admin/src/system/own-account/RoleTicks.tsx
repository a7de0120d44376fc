import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import type { ReactElement } from 'react';
import type { Role } from '../../base/graph/generated/operation-types.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';

/** Every role, in the order of the work. */
export const allRoles: readonly Role[] = [
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
];

/** The roles of a member of staff, ticked; only those of `among`, if given. */
export function RoleTicks(props: {
  readonly roles: readonly Role[];
  readonly among?: readonly Role[];
  readonly problem: string | undefined;
  readonly onChange: (roles: readonly Role[]) => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <Box
      component="fieldset"
      id="roles"
      tabIndex={-1}
      sx={{
        border: 1,
        borderColor: props.problem === undefined ? 'divider' : 'error.main',
        borderRadius: 1,
        m: 0,
        mt: 1,
        minWidth: 0,
      }}
    >
      <legend>{say('staff.roles')} *</legend>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' }}>
        {(props.among ?? allRoles).map((role) => (
          <FormControlLabel
            key={role}
            label={term('role', role)}
            control={
              <Checkbox
                checked={props.roles.includes(role)}
                onChange={(_, on) =>
                  props.onChange(
                    on
                      ? allRoles.filter((each) => each === role || props.roles.includes(each))
                      : props.roles.filter((each) => each !== role),
                  )
                }
              />
            }
          />
        ))}
      </Box>
      {props.problem === undefined ? null : <FormHelperText error>{props.problem}</FormHelperText>}
    </Box>
  );
}
