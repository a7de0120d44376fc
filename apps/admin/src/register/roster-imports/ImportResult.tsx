import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useState, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { Download } from '../../base/display/Download.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { AccountNotices } from './AccountNotices.tsx';
import { DifferentRows } from './DifferentRows.tsx';
import { ImportedRows, type Outcome } from './ImportedRows.tsx';
import type { RosterImport } from './RosterImportRecord.tsx';

/** The result of a roster: the counts, first the rows that need the clerk, the marked sheet, the next step. */
export function ImportResult({ roster }: { readonly roster: RosterImport }): ReactElement {
  const say = useWords();
  const can = useCan();
  const [params] = useSearchParams();
  const sought = params.get('row');
  const [outcome, setOutcome] = useState<Outcome>(firstToSee(roster));
  return (
    <>
      <Card sx={{ p: 2, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 280px' }}>
          <Box component="h2" sx={{ fontSize: 20, lineHeight: '28px' }}>
            {say('roster.resultTitle', { accepted: roster.accepted, rejected: roster.rejected })}
          </Box>
          {roster.differing === 0 ? null : (
            <Box sx={{ color: 'var(--wait)' }}>{say('roster.resultDifferent', { count: roster.differing })}</Box>
          )}
          {roster.alreadyPresent === 0 ? null : (
            <Box sx={{ color: 'text.secondary' }}>{say('roster.resultPresent', { count: roster.alreadyPresent })}</Box>
          )}
        </Box>
        {roster.markedFileUrl === null || !can('roster.import') ? null : (
          <Download url={roster.markedFileUrl} fileName={roster.markedFileName} words={say('roster.marked')} />
        )}
        <Button variant="contained" component={Link} to="/households">
          {say('roster.toHouseholds')}
        </Button>
      </Card>
      <AccountNotices roster={roster} />
      {sought === null ? null : (
        <Card component="section" aria-label={say('roster.soughtRow')} sx={{ backgroundColor: 'var(--selected)' }}>
          <Box component="h2" sx={{ m: 0, px: 2, pt: 1.5, fontSize: 16, lineHeight: '24px' }}>
            {say('roster.soughtRow')}
          </Box>
          <ImportedRows importId={roster.id} rowId={sought} />
        </Card>
      )}
      <Card>
        <Tabs
          value={outcome}
          onChange={(_, chosen: Outcome) => setOutcome(chosen)}
          variant="scrollable"
          aria-label={say('roster.stepResult')}
          sx={{ borderBottom: 1, borderColor: 'divider' }}
        >
          <Tab value="REJECTED" label={say('roster.tabRejected', { count: roster.rejected })} />
          <Tab value="DIFFERENT" label={say('roster.tabDifferent', { count: roster.differing })} />
          <Tab value="ACCEPTED" label={say('roster.tabAccepted', { count: roster.accepted })} />
          <Tab value="CHANGED" label={say('roster.tabChanged', { count: roster.changed })} />
          <Tab value="ALREADY_PRESENT" label={say('roster.tabPresent', { count: roster.alreadyPresent })} />
        </Tabs>
        {outcome === 'DIFFERENT' ? (
          <DifferentRows importId={roster.id} />
        ) : (
          <ImportedRows key={outcome} importId={roster.id} outcome={outcome} />
        )}
      </Card>
    </>
  );
}

function firstToSee({ rejected, accepted, differing }: RosterImport): Outcome {
  if (rejected > 0) return 'REJECTED';
  if (differing > 0) return 'DIFFERENT';
  return accepted > 0 ? 'ACCEPTED' : 'REJECTED';
}
