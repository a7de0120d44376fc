import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { auditFilterOf } from './audit-filter.ts';
import { AuditTable } from './AuditTable.tsx';
import { ExportAudit } from './ExportAudit.tsx';
import { useAuditEntries } from './use-audit-entries.ts';

/** Who did what to which record, over all services: by person, action, record and days; exported with a signature. */
export default function AuditEntryPage(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [search, setSearch] = useSearchParams();
  const [exporting, setExporting] = useState(false);
  const asked = Object.fromEntries(search);
  const audit = useAuditEntries(auditFilterOf(asked));
  const { entries, total, silent } = audit;
  const filtered = Object.values(asked).some((value) => value !== '');
  return (
    <>
      <PageHead title={say('audit.title')} lead={say('audit.lead')}>
        {can('audit.read') ? <Button onClick={() => setExporting(true)}>{say('audit.export')}</Button> : null}
      </PageHead>
      <AuditFilters asked={asked} onAsk={(next) => setSearch(next, { replace: true })} />
      <Card component="section" aria-busy={audit.pending}>
        {audit.fault === null ? null : <FaultNotice fault={audit.fault} onRetry={audit.askAgain} />}
        {silent.length === 0 ? null : (
          <Alert severity="warning" action={<Button onClick={audit.askAgain}>{say('audit.askAgain')}</Button>}>
            {say('audit.silent', { services: silent.map((service) => term('serviceName', service)).join('、') })}
          </Alert>
        )}
        {entries === undefined && audit.fault === null ? <Skeleton variant="rectangular" height={320} /> : null}
        {entries?.length === 0 ? (
          <EmptyState
            title={say(filtered ? 'audit.noMatch' : 'audit.emptyTitle')}
            why={filtered ? undefined : say('audit.emptyWhy')}
            action={filtered ? <Button onClick={() => setSearch({})}>{say('audit.clear')}</Button> : undefined}
          />
        ) : null}
        {entries === undefined || entries.length === 0 ? null : <AuditTable entries={entries} />}
        <Box sx={{ p: 1.5, display: 'flex', alignItems: 'center', gap: 2 }} aria-live="polite">
          {entries === undefined ? null : say('audit.shown', { shown: entries.length, total })}
          {audit.hasOlder ? (
            <Button loading={audit.pending} onClick={audit.readOlder}>
              {say('audit.older')}
            </Button>
          ) : null}
        </Box>
      </Card>
      {exporting ? <ExportAudit onClose={() => setExporting(false)} /> : null}
    </>
  );
}
