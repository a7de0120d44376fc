import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { Typed } from '../../base/form/field.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { safetyPoints, safetyStates } from '../households/visit-safety.ts';

/** The housing-safety checklist (§001-4): each point is safe, a hazard, or not looked at, which it is until chosen. */
export function SafetyList(props: {
  readonly typed: Typed;
  readonly onType: (point: string, state: string) => void;
}): ReactElement {
  const say = useWords();
  return (
    <Card component="section" aria-labelledby="safety" sx={{ p: 2, mb: 2 }}>
      <Typography variant="h2" id="safety">
        {say('visit.safety')}
      </Typography>
      {safetyPoints.map((point) => (
        <Box key={point} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
          <Box id={`safety-${point}`} sx={{ flex: '1 1 140px' }}>
            {say(`visit.point.${point}`)}
          </Box>
          <RadioGroup
            row
            name={point}
            aria-labelledby={`safety-${point}`}
            value={props.typed[point] ?? 'NOT_CHECKED'}
            onChange={(_, state) => props.onType(point, state)}
          >
            {safetyStates.map((state) => (
              <FormControlLabel key={state} value={state} label={say(`visit.state.${state}`)} control={<Radio />} />
            ))}
          </RadioGroup>
        </Box>
      ))}
    </Card>
  );
}
