import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import type { HouseholdDetail } from './HouseholdRecord.tsx';
import { safetyWords } from './visit-safety.ts';

/** The visits to a household, and the way to record one. */
export function VisitsTab({ household }: { readonly household: HouseholdDetail }): ReactElement {
  const say = useWords();
  const can = useCan();
  const action = can('visit.record') ? (
    <Button component={Link} to={`/households/${household.id}/visit`}>
      {say('household.recordVisit')}
    </Button>
  ) : null;
  if (household.visits.length === 0) return <EmptyState title={say('household.noVisits')} action={action} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
      {action}
      <PlainTable
        caption={say('household.tabVisits')}
        rows={household.visits}
        keyOf={(visit) => visit.id}
        columns={[
          {
            head: say('household.visitedOn'),
            cell: (visit) => <Link to={`/visits/${visit.id}`}>{day(visit.visitedOn)}</Link>,
          },
          {
            head: say('household.visitors'),
            cell: (visit) => `${visit.visitors}${visit.leaderLed ? `（${say('household.leaderLed')}）` : ''}`,
          },
          { head: say('household.brought'), cell: (visit) => visit.brought ?? '—' },
          { head: say('household.findings'), cell: (visit) => visit.findings ?? '—' },
          { head: say('visit.safety'), cell: (visit) => safetyWords(visit.safety, say) },
        ]}
      />
    </Box>
  );
}
