import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { StatusTag, type Tone } from '../../base/display/StatusTag.tsx';
import type {
  ObligationPartsFragment,
  ObligationStanding,
  ObligationStatus,
} from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';

const tonesOfStanding: Readonly<Record<ObligationStanding, Tone>> = {
  OVERDUE: 'stop',
  TODAY: 'wait',
  WEEK: 'wait',
  LATER: 'moving',
};

const tonesOfEnd: Readonly<Record<ObligationStatus, Tone>> = { OPEN: 'moving', MET: 'done', LAPSED: 'still' };

/** How an obligation stands, and whether it was reminded of and escalated. */
export function ObligationTags({ obligation }: { readonly obligation: ObligationPartsFragment }): ReactElement {
  const say = useWords();
  const { standing, status, remindedAt, escalatedAt } = obligation;
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
      {standing === null ? (
        <StatusTag tone={tonesOfEnd[status]} word={say(`obligations.status.${status}`)} />
      ) : (
        <StatusTag tone={tonesOfStanding[standing]} word={say(`obligations.standing.${standing}`)} />
      )}
      {remindedAt === null ? null : <StatusTag tone="wait" word={say('obligations.reminded')} />}
      {escalatedAt === null ? null : <StatusTag tone="stop" word={say('obligations.escalated')} />}
    </Box>
  );
}
