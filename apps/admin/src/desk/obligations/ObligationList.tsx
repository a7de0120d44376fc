import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { Pager } from '../../base/display/Pager.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { obligationKindsQuery, obligationsQuery } from '../../base/graph/generated/obligations.ts';
import type { ObligationKind, ObligationPartsFragment } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { mergeObligations } from './merged-obligations.ts';
import { ObligationFilters } from './ObligationFilters.tsx';
import { ObligationTags } from './ObligationTags.tsx';

const perPage = 50;

/** What falls due for the reader, over all services; for the auditor, what falls due for everybody below. */
export default function ObligationList(): ReactElement {
  const say = useWords();
  const can = useCan();
  const [asked, setAsked] = useSearchParams();
  const everybody = can('obligation.read') && asked.get('mine') !== '1';
  const kind = asked.get('kind') as ObligationKind | null;
  const page = Math.max(1, Number(asked.get('page') ?? 1) || 1);
  const filtered = ['kind', 'overdue', 'ended'].some((name) => asked.has(name));
  const kinds = useAnswer(obligationKindsQuery, { everybody });
  const known = Object.values(kinds.data ?? {}).flatMap((counts) => counts ?? []);
  const { data, error, refetch } = useAnswer(obligationsQuery, {
    filter: { kind, everybody, overdue: asked.get('overdue') === '1', ended: asked.get('ended') === '1' },
    page,
    perPage,
  });
  const merged = data && mergeObligations(data, perPage);
  const turn = (next: number): void => setAsked({ ...Object.fromEntries(asked), page: String(next) });
  return (
    <>
      <PageHead title={say('obligations.title')} lead={say(everybody ? 'obligations.leadAll' : 'obligations.lead')} />
      <ObligationFilters asked={asked} kinds={known} onAsk={(next) => setAsked(next, { replace: true })} />
      <Card component="section" aria-busy={merged === undefined && error === null}>
        {error === null ? null : <FaultNotice fault={error} onRetry={() => void refetch()} />}
        {merged === undefined || merged.silent.length === 0 ? null : (
          <Alert severity="warning">{say('obligations.silent')}</Alert>
        )}
        {merged === undefined && error === null ? <Skeleton variant="rectangular" height={320} /> : null}
        {merged?.items.length === 0 ? (
          <EmptyState
            title={say(filtered ? 'obligations.noMatch' : 'obligations.none')}
            why={filtered ? undefined : say('obligations.noneWhy')}
          />
        ) : null}
        {merged === undefined || merged.items.length === 0 ? null : <ObligationTable items={merged.items} />}
        {merged === undefined || kind === null ? null : (
          <Pager page={page} perPage={perPage} total={merged.total} onPage={turn} />
        )}
        {merged === undefined || kind !== null || merged.total <= merged.items.length ? null : (
          <Box sx={{ p: 1.5 }}>{say('obligations.more', { total: merged.total, shown: merged.items.length })}</Box>
        )}
      </Card>
    </>
  );
}

function ObligationTable({ items }: { readonly items: readonly ObligationPartsFragment[] }): ReactElement {
  const say = useWords();
  return (
    <PlainTable
      caption={say('obligations.title')}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { head: say('obligations.what'), cell: ({ title, address }) => <Link to={address}>{title}</Link> },
        {
          head: say('obligations.dueOn'),
          cell: ({ dueOn }) => (
            <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
              {dueOn}
            </Box>
          ),
        },
        { head: say('obligations.state'), cell: (obligation) => <ObligationTags obligation={obligation} /> },
        { head: say('obligations.kind'), cell: ({ name }) => name },
        { head: say('obligations.organization'), cell: ({ organizationName }) => organizationName || '—' },
        { head: say('obligations.history'), cell: (obligation) => <History obligation={obligation} /> },
      ]}
    />
  );
}

/** The steps of an obligation with their days; of one that lapsed, why. */
function History({ obligation }: { readonly obligation: ObligationPartsFragment }): ReactElement {
  const say = useWords();
  return (
    <Box sx={{ minWidth: 200 }}>
      {obligation.history.map(({ kind, at, on }) => (
        <div key={`${kind} ${on} ${at}`}>
          {day(at)} {say(`obligations.step.${kind}`)}
          {kind === 'LAPSED' && obligation.endedBecause !== null ? `：${obligation.endedBecause}` : null}
        </div>
      ))}
    </Box>
  );
}
