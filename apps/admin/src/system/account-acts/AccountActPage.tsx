import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState, type ReactElement } from 'react';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { Pager } from '../../base/display/Pager.tsx';
import { accountActsQuery } from '../../base/graph/generated/account-acts.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ActTable } from './ActTable.tsx';

const perPage = 50;

/** Acts on accounts of the subtree, pending and settled, for administrators and auditors. */
export default function AccountActPage(): ReactElement {
  const say = useWords();
  return (
    <>
      <PageHead title={say('accountAct.title')} lead={say('accountAct.lead')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Acts waiting title={say('accountAct.waiting')} empty={say('accountAct.nothingWaits')} />
        <Acts waiting={false} title={say('accountAct.settled')} empty={say('accountAct.nothingSettled')} />
      </Box>
    </>
  );
}

function Acts(props: { readonly waiting: boolean; readonly title: string; readonly empty: string }): ReactElement {
  const [page, setPage] = useState(1);
  const { waiting } = props;
  const { data, error, refetch } = useAnswer(accountActsQuery, { filter: { waiting }, page, perPage });
  const acts = data?.accountActs;
  return (
    <Card component="section" aria-label={props.title} sx={{ minWidth: 0 }}>
      <Typography variant="h2" sx={{ px: 2, pt: 1.5 }}>
        {props.title}
      </Typography>
      {error ? <FaultNotice fault={error} onRetry={() => void refetch()} /> : null}
      {acts === undefined && !error ? <Skeleton variant="rectangular" height={160} /> : null}
      {acts?.total === 0 ? <EmptyState title={props.empty} /> : null}
      {acts === undefined || acts.total === 0 ? null : (
        <>
          <ActTable caption={props.title} acts={acts.items} />
          <Pager page={page} perPage={perPage} total={acts.total} onPage={setPage} />
        </>
      )}
    </Card>
  );
}
