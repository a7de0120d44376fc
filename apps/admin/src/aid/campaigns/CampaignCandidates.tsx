import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { Pager } from '../../base/display/Pager.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { campaignCandidatesQuery } from '../../base/graph/generated/campaigns.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';

const perPage = 50;

/** The active households that are not put forward in a campaign yet, each with what keeps it from being put forward. */
export function CampaignCandidates({ campaignId }: { readonly campaignId: string }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const [page, setPage] = useState(1);
  const { data, error, isPending, refetch } = useAnswer(campaignCandidatesQuery, { id: campaignId, page, perPage });
  if (error !== null) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton variant="rectangular" height={320} />;
  const { items, total } = data?.campaign?.candidates ?? { items: [], total: 0 };
  if (total === 0) return <EmptyState title={say('campaign.noCandidates')} why={say('campaign.noCandidatesWhy')} />;
  return (
    <>
      <PlainTable
        caption={say('campaign.tabCandidates')}
        rows={items}
        keyOf={(row) => row.id}
        columns={[
          {
            head: say('campaign.head'),
            cell: ({ caseFile: { household } }) => (
              <Link to={`/households/${household.id}`}>{household.head.name}</Link>
            ),
          },
          { head: say('campaign.unit'), cell: (row) => row.caseFile.household.unitName },
          { head: say('campaign.fileNumber'), cell: (row) => row.caseFile.number },
          {
            head: say('campaign.wouldBe'),
            cell: (row) =>
              row.eligible ? (
                <StatusTag tone="moving" word={say('campaign.canBePutForward')} />
              ) : (
                <StatusTag tone="wait" word={say('campaign.cannotBePutForward')} />
              ),
          },
          {
            head: say('campaign.why'),
            cell: (row) => row.problems.map((problem) => <div key={problem[language]}>{problem[language]}</div>),
          },
        ]}
      />
      <Pager page={page} perPage={perPage} total={total} onPage={setPage} />
    </>
  );
}
