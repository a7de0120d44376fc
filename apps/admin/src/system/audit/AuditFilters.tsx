import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useEffect, useState, type ReactElement } from 'react';
import { isLocalDate } from '@nuangong/primitives';
import { useCan } from '../../base/auth/use-staff.ts';
import { ChoiceField } from '../../base/form/ChoiceField.tsx';
import { DayInput } from '../../base/form/DayInput.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { SearchInput } from '../../base/list/SearchInput.tsx';
import { PickHousehold } from '../../register/households/PickHousehold.tsx';
import type { AskedAudit } from './audit-filter.ts';
import { auditedActions, auditedRecords } from './audited.ts';

/** The filters: person, action, record, first and last day; kept in the address. */
export function AuditFilters(props: {
  readonly asked: AskedAudit;
  readonly onAsk: (asked: AskedAudit) => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const { asked, onAsk } = props;
  const [finding, setFinding] = useState(false);
  const ask = (name: string, value: string): void => {
    const { [name]: _before, ...others } = asked;
    onAsk(value === '' ? others : { ...others, [name]: value });
  };
  const text = (name: string, label: string): ReactElement => (
    <FilterText label={label} value={asked[name] ?? ''} onAsk={(value) => ask(name, value)} />
  );
  const day = (name: string, label: string): ReactElement => (
    <DayInput
      label={label}
      value={asked[name] ?? ''}
      sx={width}
      onType={(typed) => {
        if (typed === '' || isLocalDate(typed)) ask(name, typed);
      }}
    />
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
      {text('staffName', say('audit.staffName'))}
      <ChoiceField
        width={180}
        label={say('audit.action')}
        all={say('audit.allActions')}
        value={knownOf(auditedActions, asked['action'])}
        choices={auditedActions.map((value) => ({ value, word: term('auditAction', value) }))}
        onChoose={(value) => ask('action', value)}
      />
      <ChoiceField
        width={180}
        label={say('audit.recordType')}
        all={say('audit.allTypes')}
        value={knownOf(auditedRecords, asked['recordType'])}
        choices={auditedRecords.map((value) => ({ value, word: term('recordType', value) }))}
        onChoose={(value) => ask('recordType', value)}
      />
      {day('from', say('audit.from'))}
      {day('to', say('audit.to'))}
      {text('recordId', say('audit.recordId'))}
      {asked['household'] !== undefined ? (
        <Chip sx={{ alignSelf: 'center' }} label={say('audit.ofHousehold')} onDelete={() => ask('household', '')} />
      ) : can('household.read') ? (
        <Button sx={{ alignSelf: 'center' }} onClick={() => setFinding(true)}>
          {say('audit.household')}
        </Button>
      ) : null}
      {finding ? (
        <PickHousehold
          title={say('audit.householdTitle')}
          onCancel={() => setFinding(false)}
          onPick={({ id }) => {
            setFinding(false);
            ask('household', id);
          }}
        />
      ) : null}
    </Box>
  );
}

const width = { width: { xs: '100%', sm: 180 } } as const;

/** The value of an address if it is one of the choices, otherwise empty. */
const knownOf = (choices: readonly string[], value = ''): string => (choices.includes(value) ? value : '');

const waitMs = 300;

/** A text filter that applies once typing has paused. */
function FilterText(props: {
  readonly label: string;
  readonly value: string;
  readonly onAsk: (value: string) => void;
}): ReactElement {
  const { value, onAsk } = props;
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onAsk(typed), waitMs);
    return () => clearTimeout(timer);
  }, [typed, value, onAsk]);
  return <SearchInput label={props.label} value={typed} sx={width} onType={setTyped} />;
}
