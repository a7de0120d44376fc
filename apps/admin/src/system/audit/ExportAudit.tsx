import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type ReactElement } from 'react';
import { isLocalDate, type LocalDate } from '@nuangong/primitives';
import { today } from '../../base/display/dates.ts';
import { Download } from '../../base/display/Download.tsx';
import { services, type Service } from '../events/services.ts';
import { DayInput } from '../../base/form/DayInput.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords, type Say } from '../../base/i18n/use-words.ts';
import { checkChain, type ChainVerdict } from './check-chain.ts';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';

/** The services' names as addresses have them. */
const addressNames: Readonly<Record<Service, string>> = {
  identity: 'identity',
  caseRecords: 'case-records',
  funds: 'funds',
  employmentLegal: 'employment-legal',
  reporting: 'reporting',
};

function verdictInWords(verdict: ChainVerdict | undefined, say: Say): string {
  if (verdict === undefined) return say('audit.checkSilent');
  const { fitting, changed, unsealed } = verdict;
  if (changed.length > 0) return say('audit.checkChanged', { count: changed.length, ids: changed.join('、') });
  return say(unsealed === 0 ? 'audit.checkHolds' : 'audit.checkHoldsSoFar', { count: fitting, unsealed });
}

/** The entries of a period as signed files, one of each service, and whether they are as they were sealed. */
export function ExportAudit({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const titleId = useId();
  const now = today(new Date());
  const [from, setFrom] = useState<string>(`${now.slice(0, 7)}-01`);
  const [to, setTo] = useState<string>(now);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<Service, ChainVerdict | undefined>>(new Map());
  const [checking, setChecking] = useState(false);
  const period = isLocalDate(from) && isLocalDate(to) && from <= to ? { from, to } : undefined;
  const check = async (days: { readonly from: LocalDate; readonly to: LocalDate }): Promise<void> => {
    setChecking(true);
    const found = services.map(
      async (service) => [service, await checkChain(addressNames[service], days.from, days.to)] as const,
    );
    setVerdicts(new Map(await Promise.all(found)));
    setChecking(false);
  };
  const day = (label: string, value: string, onType: (value: string) => void): ReactElement => (
    <DayInput label={label} value={value} sx={{ flex: 1, minWidth: 160 }} onType={onType} />
  );
  return (
    <WorkDialog open onLeave={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{say('audit.export')}</DialogTitle>
      <DialogContent>
        <Box>{say('audit.exportLead')}</Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 2 }}>
          {day(say('audit.from'), from, setFrom)}
          {day(say('audit.to'), to, setTo)}
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {services.map((service) => (
            <Download
              key={service}
              url={`/files/${addressNames[service]}/audit-entries.csv?${new URLSearchParams({ from, to }).toString()}`}
              fileName={`${say('audit.title')}-${term('serviceName', service)}-${from}-${to}.csv`}
              words={term('serviceName', service)}
            />
          ))}
        </Box>
        <Box component="section" aria-label={say('audit.check')} sx={{ mt: 2 }}>
          <Button
            loading={checking}
            disabled={period === undefined}
            onClick={() => (period === undefined ? undefined : void check(period))}
          >
            {say('audit.check')}
          </Button>
          <Box component="ul" aria-live="polite" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1 }}>
            {[...verdicts].map(([service, verdict]) => (
              <li key={service}>
                {term('serviceName', service)}：{verdictInWords(verdict, say)}
              </li>
            ))}
          </Box>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{say('audit.close')}</Button>
      </DialogActions>
    </WorkDialog>
  );
}
