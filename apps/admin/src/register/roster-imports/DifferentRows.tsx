import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { Pager } from '../../base/display/Pager.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import type { RowResult } from '../../base/graph/command.ts';
import { rosterRowsQuery } from '../../base/graph/generated/roster-imports.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useSubject } from '../../base/display/use-subject.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { decideRosterDifferences } from './commands.ts';
import type { ImportedRow } from './ImportedRows.tsx';
import { isRosterField } from './roster-field.ts';

/** Rows that differ from the register, side by side: chosen ones are applied, or left, with a reason. */
export function DifferentRows({ importId }: { readonly importId: string }): ReactElement {
  const say = useWords();
  const [page, setPage] = useState(1);
  const { data, error, isPending, refetch } = useAnswer(rosterRowsQuery, {
    id: importId,
    outcome: 'DIFFERENT',
    page,
    perPage: 50,
  });
  if (error !== null) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  const found = data?.rosterImport?.rows;
  if (isPending || found === undefined) return <Skeleton variant="rectangular" height={240} />;
  if (found.items.length === 0) return <EmptyState title={say('roster.noDifferent')} />;
  return (
    <>
      <Deciding key={found.items.map(({ id }) => id).join()} importId={importId} rows={found.items} />
      <Pager page={page} perPage={50} total={found.total} onPage={setPage} />
    </>
  );
}

function Deciding(props: { readonly importId: string; readonly rows: readonly ImportedRow[] }): ReactElement {
  const say = useWords();
  const can = useCan();
  const subject = useSubject();
  const notify = useNotify();
  const command = useCommand(decideRosterDifferences, { announce: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<'TAKE' | 'KEEP'>();
  const [refused, setRefused] = useState<readonly RowResult[]>([]);
  const decide = async (why: string): Promise<void> => {
    const result = await command.run({ importId: props.importId, rows: [...chosen], take: asking === 'TAKE', why });
    setAsking(undefined);
    if (result === undefined) return;
    const not = result.rows.filter(({ ok }) => !ok);
    setRefused(not);
    setChosen(new Set(not.map(({ id }) => id)));
    notify(say('roster.decided', { count: result.rows.length - not.length }), {
      type: not.length === 0 ? 'success' : 'warning',
    });
  };
  const tick = (id: string, ticked: boolean): void => {
    const next = new Set(chosen);
    if (ticked) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <Box sx={{ p: 2 }}>
      <p style={{ marginTop: 0 }}>{say('roster.differentLead')}</p>
      <Refusals rows={props.rows} refused={refused} />
      <Box
        sx={{ display: can('roster.import') ? 'flex' : 'none', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}
      >
        <span aria-live="polite">{say('roster.chosen', { count: chosen.size })}</span>
        <Button variant="contained" disabled={chosen.size === 0} onClick={() => setAsking('TAKE')}>
          {say('roster.take')}
        </Button>
        <Button disabled={chosen.size === 0} onClick={() => setAsking('KEEP')}>
          {say('roster.keep')}
        </Button>
      </Box>
      <PlainTable
        caption={say('roster.tabDifferent', { count: props.rows.length })}
        rows={props.rows}
        keyOf={(row) => row.id}
        columns={[
          {
            head: say('roster.choose'),
            control: (
              <Checkbox
                checked={chosen.size === props.rows.length}
                slotProps={{ input: { 'aria-label': say('roster.chooseAll') } }}
                onChange={(_, ticked) => setChosen(new Set(ticked ? props.rows.map(({ id }) => id) : []))}
              />
            ),
            cell: (row) => (
              <Checkbox
                checked={chosen.has(row.id)}
                slotProps={{ input: { 'aria-label': say('roster.chooseRow', { name: row.name }) } }}
                onChange={(_, ticked) => tick(row.id, ticked)}
              />
            ),
          },
          {
            head: say('household.head'),
            cell: (row) => <Link to={`/households/${row.householdId ?? ''}`}>{row.name}</Link>,
          },
          { head: say('roster.row'), right: true, cell: (row) => row.row },
          { head: say('roster.differences'), cell: (row) => <Differences row={row} /> },
        ]}
      />
      <ReasonDialog
        open={asking !== undefined}
        title={say(asking === 'KEEP' ? 'roster.keep' : 'roster.take')}
        consequence={say(asking === 'KEEP' ? 'roster.keepConsequence' : 'roster.takeConsequence', {
          count: chosen.size,
        })}
        subject={subject({ names: props.rows.filter(({ id }) => chosen.has(id)).map(({ name }) => name) })}
        help={say('roster.decideHelp')}
        pending={command.pending}
        onCancel={() => setAsking(undefined)}
        onDecide={(why) => void decide(why)}
      />
    </Box>
  );
}

function Differences({ row }: { readonly row: ImportedRow }): ReactElement {
  const say = useWords();
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 0.5,
        gridTemplateColumns: { xs: '1fr', sm: 'max-content 1fr' },
        minWidth: { xs: 220, sm: 320 },
      }}
    >
      {row.differences.map(({ field, sent, registered }) => (
        <Box key={field} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {isRosterField(field) ? say(`rosterField.${field}`) : field}
          </Box>
          <Box component="dd" sx={{ m: 0 }}>
            {say('roster.sentAndRegistered', { sent: sent || '—', registered: registered || '—' })}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Refusals(props: {
  readonly rows: readonly ImportedRow[];
  readonly refused: readonly RowResult[];
}): ReactElement | null {
  const say = useWords();
  const language = useLanguage();
  if (props.refused.length === 0) return null;
  return (
    <Alert severity="error" role="alert" sx={{ mb: 1 }}>
      <strong>{say('roster.notDecided')}</strong>
      {props.refused.map(({ id, problems }) => (
        <div key={id}>
          {props.rows.find((row) => row.id === id)?.name} {problems.map((problem) => problem[language]).join('；')}
        </div>
      ))}
    </Alert>
  );
}
