import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import RadioButtonCheckedOutlined from '@mui/icons-material/RadioButtonCheckedOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { moment } from '../display/dates.ts';
import { useWords } from '../i18n/use-words.ts';

/** One step of a record's life: done by whom, when and with which opinion, or still to come. */
export interface Step {
  readonly name: string;
  readonly state: 'done' | 'now' | 'coming';
  readonly who?: string | undefined;
  readonly at?: string | null | undefined;
  readonly opinion?: string | null | undefined;
}

const icons = {
  done: CheckCircleOutlined,
  now: RadioButtonCheckedOutlined,
  coming: RadioButtonUncheckedOutlined,
} as const;
const colours = { done: 'var(--done)', now: 'var(--moving)', coming: 'var(--secondary)' } as const;

/** The steps of a record in a row (in a column on narrow screens). */
export function Steps({ steps }: { readonly steps: readonly Step[] }): ReactElement {
  const say = useWords();
  return (
    <Box
      component="ol"
      aria-label={say('record.steps')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gap: 1,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
      }}
    >
      {steps.map((step, place) => {
        const Icon = icons[step.state];
        return (
          <Box
            component="li"
            key={place}
            aria-current={step.state === 'now' ? 'step' : undefined}
            sx={{ display: 'flex', gap: 1, minWidth: 0, pt: 1, borderTop: 2, borderColor: colours[step.state] }}
          >
            <Icon aria-hidden="true" sx={{ fontSize: 18, mt: '2px', color: colours[step.state] }} />
            <Box sx={{ minWidth: 0 }}>
              <Box sx={{ fontWeight: step.state === 'now' ? 600 : 400 }}>
                {step.name}
                {step.state === 'now' ? say('record.stepNow', { place: place + 1, total: steps.length }) : ''}
              </Box>
              <Box sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {[step.who, step.at === undefined || step.at === null ? undefined : moment(step.at)]
                  .filter(Boolean)
                  .join(' ')}
                {step.opinion === undefined || step.opinion === null || step.opinion === '' ? null : (
                  <div>{say('record.opinion', { text: step.opinion })}</div>
                )}
              </Box>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
