import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type ReactElement } from 'react';
import { today } from '../../base/display/dates.ts';
import { Download } from '../../base/display/Download.tsx';
import { services, type Service } from '../events/services.ts';
import { DayInput } from '../../base/form/DayInput.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';

/** The services' names as addresses have them. */
const addressNames: Readonly<Record<Service, string>> = {
  identity: 'identity',
  caseRecords: 'case-records',
  funds: 'funds',
  employmentLegal: 'employment-legal',
  reporting: 'reporting',
};

/** The entries of a period as signed files, one of each service. */
export function ExportAudit({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const titleId = useId();
  const now = today(new Date());
  const [from, setFrom] = useState(`${now.slice(0, 7)}-01`);
  const [to, setTo] = useState(now);
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
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{say('audit.close')}</Button>
      </DialogActions>
    </WorkDialog>
  );
}
