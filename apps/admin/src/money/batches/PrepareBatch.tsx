import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import { money, sumOf } from '../../base/display/money.ts';
import { request } from '../../base/graph/client.ts';
import { useCampaignChoices } from '../funds/use-campaign-choices.ts';
import { grantListQuery } from '../../base/graph/generated/batches.ts';
import type { GrantListQuery } from '../../base/graph/generated/operation-types.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { prepareBatch } from './commands.ts';
import { PartsTable, sumParts, type Part } from '../../base/display/PartsTable.tsx';

/** The batch that could be made of everything committed for one campaign (or for none). */
interface Coming {
  readonly campaignId: string | null;
  readonly count: number;
  /** How many of the grants the reader handled themselves, which are left to somebody else. */
  readonly own: number;
  readonly total: string;
  readonly parts: readonly Part[];
}

type CommittedGrant = GrantListQuery['grants']['items'][number];

const perPage = 200;

async function readCommitted(
  tell: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<readonly Coming[]> {
  const read: CommittedGrant[] = [];
  for (let page = 1; ; page += 1) {
    const { grants } = await request(
      grantListQuery,
      { filter: { status: 'COMMITTED', held: false }, page, perPage },
      { signal },
    );
    read.push(...grants.items);
    tell(read.length, grants.total);
    if (grants.items.length < perPage) return comingBatches(read);
  }
}

/** Groups the committed grants by campaign, since a batch is of one campaign; the largest first. */
function comingBatches(grants: readonly CommittedGrant[]): readonly Coming[] {
  return [...Map.groupBy(grants, (grant) => grant.campaignId)]
    .map(([campaignId, all]) => {
      const same = all.filter(({ lockReason }) => lockReason === null);
      return {
        campaignId,
        count: same.length,
        own: all.length - same.length,
        total: sumOf(same.map((grant) => grant.amount)),
        parts: sumParts(same.flatMap((grant) => grant.parts)),
      };
    })
    .toSorted((one, other) => other.count - one.count);
}

/** Collects the committed grants of one campaign into a batch, after saying how many, how much and from which funds. */
export function PrepareBatch({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(prepareBatch);
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const [campaign, setCampaign] = useState(0);
  const campaigns = useCampaignChoices();
  const { data: all, error } = useQuery({
    queryKey: ['coming-batch'],
    queryFn: ({ signal }) => readCommitted((done, total) => setProgress({ done, total }), signal),
    gcTime: 0,
  });
  const coming = all?.[campaign];
  const nameOf = (id: string | null): string =>
    campaigns.find((each) => each.value === id)?.word ?? say('grants.noCampaign');
  const decide = async (): Promise<void> => {
    const result = await command.run({ campaignId: coming?.campaignId ?? null });
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
      waiting={coming === undefined}
      onCancel={onClose}
      onConfirm={() => void decide()}
      consequence={
        <Box sx={{ display: 'grid', gap: 2 }}>
          <span>{say('grants.prepareConsequence')}</span>
          {error === null ? null : <FaultNotice fault={error} />}
          {all === undefined && error === null ? (
            <div>
              <span aria-live="polite">{say('grants.reading', progress)}</span>
              <LinearProgress aria-label={say('grants.reading', progress)} />
            </div>
          ) : null}
          {all === undefined || all.length < 2 ? null : (
            <TextField
              select
              label={say('grants.campaign')}
              value={campaign}
              onChange={(event) => setCampaign(Number(event.target.value))}
            >
              {all.map((each, index) => (
                <MenuItem key={each.campaignId ?? ''} value={index}>
                  {nameOf(each.campaignId)}
                </MenuItem>
              ))}
            </TextField>
          )}
          {coming === undefined ? null : (
            <>
              <KeyFacts
                facts={[
                  { name: say('grants.campaign'), value: nameOf(coming.campaignId) },
                  { name: say('grants.prepareCount'), value: coming.count },
                  { name: say('grants.prepareTotal'), value: <strong>{money(coming.total)}</strong> },
                ]}
              />
              {coming.own === 0 ? null : <span>{say('grants.prepareOwn', { count: coming.own })}</span>}
              <div>
                <Box component="h3" sx={{ mb: 1 }}>
                  {say('grants.prepareFunds')}
                </Box>
                <PartsTable parts={coming.parts} />
              </div>
            </>
          )}
        </Box>
      }
    />
  );
}
