import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ConfirmDialog } from '../display/ConfirmDialog.tsx';
import { FaultNotice } from '../display/FaultNotice.tsx';
import { KeyFacts } from '../display/KeyFacts.tsx';
import { money, sumOf } from '../display/money.ts';
import { request } from '../graph/client.ts';
import { grantListQuery } from '../graph/generated/batches.ts';
import { useCommand } from '../graph/use-command.ts';
import { useWords } from '../i18n/use-words.ts';
import { prepareBatch } from './commands.ts';
import { PartsTable, sumParts, type Part } from './Parts.tsx';

/** What a batch of everything committed would be. */
interface Coming {
  readonly count: number;
  readonly total: string;
  readonly parts: readonly Part[];
}

const perPage = 200;

async function addUp(tell: (done: number, total: number) => void, signal: AbortSignal): Promise<Coming> {
  const amounts: string[] = [];
  let parts: readonly Part[] = [];
  for (let page = 1; ; page += 1) {
    const { grants } = await request(grantListQuery, { filter: { status: 'COMMITTED' }, page, perPage }, { signal });
    amounts.push(...grants.items.map((grant) => grant.amount));
    parts = sumParts([...parts, ...grants.items.flatMap((grant) => grant.parts)]);
    tell(amounts.length, grants.total);
    if (grants.items.length < perPage) return { count: amounts.length, total: sumOf(amounts), parts };
  }
}

/** Collects all committed grants into a batch, after saying how many, how much and from which funds. */
export function PrepareBatch({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(prepareBatch);
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const { data: coming, error } = useQuery({
    queryKey: ['coming-batch'],
    queryFn: ({ signal }) => addUp((done, total) => setProgress({ done, total }), signal),
    gcTime: 0,
  });
  const decide = async (): Promise<void> => {
    const result = await command.run({});
    if (result?.batch === undefined || result.batch === null) return;
    notify(say('grants.prepared', { number: result.batch.number }), { type: 'success' });
    navigate(`/batches/${result.batch.id}`);
  };
  return (
    <ConfirmDialog
      open
      title={say('grants.prepare', { count: coming?.count ?? progress.total })}
      problems={command.problems}
      pending={command.pending}
      waiting={coming === undefined || coming.count === 0}
      onCancel={onClose}
      onConfirm={() => void decide()}
      consequence={
        <Box sx={{ display: 'grid', gap: 2 }}>
          <span>{say('grants.prepareConsequence')}</span>
          {error === null ? null : <FaultNotice fault={error} />}
          {coming === undefined && error === null ? (
            <div>
              <span aria-live="polite">{say('grants.reading', progress)}</span>
              <LinearProgress aria-label={say('grants.reading', progress)} />
            </div>
          ) : null}
          {coming === undefined ? null : (
            <>
              <KeyFacts facts={[{ name: say('grants.prepareCount'), value: coming.count }, { name: say('grants.prepareTotal'), value: <strong>{money(coming.total)}</strong> }]} />
              <div>
                <h3>{say('grants.prepareFunds')}</h3>
                <PartsTable parts={coming.parts} />
              </div>
            </>
          )}
        </Box>
      }
    />
  );
}
