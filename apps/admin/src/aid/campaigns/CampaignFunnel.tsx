import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import type { MessageKey } from '../../base/i18n/message-key.ts';
import { useWords } from '../../base/i18n/use-words.ts';

const BarChart = lazy(() => import('../../base/display/BarChart.tsx'));

type FunnelRow = DetailOf<'campaigns'>['funnel'][number];
type Stage = Exclude<keyof FunnelRow, 'organizationId' | 'organizationName'>;

const stages: readonly Stage[] = [
  'registered',
  'submitted',
  'posted',
  'active',
  'putForward',
  'approved',
  'funded',
  'paid',
];

const steps: readonly { readonly word: MessageKey; readonly count: (row: FunnelRow) => number }[] = [
  { word: 'campaign.stepRegistered', count: (row) => row.registered - row.submitted },
  { word: 'campaign.stepSubmitted', count: (row) => row.submitted - row.posted },
  { word: 'campaign.stepPosted', count: (row) => row.posted - row.active },
  { word: 'campaign.stepActive', count: (row) => row.active - row.approved },
  { word: 'campaign.stepApproved', count: (row) => row.approved - row.paid },
  { word: 'campaign.stepPaid', count: (row) => row.paid },
];

/** The progress of each county that has begun: bars by the furthest step, and a table of the same numbers beside the quota. */
export function CampaignFunnel(props: {
  readonly rows: readonly FunnelRow[];
  readonly quotas: readonly { readonly organizationId: string; readonly households: number }[];
}): ReactElement {
  const { quotas } = props;
  const say = useWords();
  const rows = useMemo(() => props.rows.filter((row) => stages.some((stage) => row[stage] > 0)), [props.rows]);
  const chart = useMemo(
    () => ({
      rows: rows.map((row) => row.organizationName),
      series: steps.map((step) => ({
        name: say(step.word),
        values: rows.map((row) => Math.max(0, step.count(row))),
      })),
    }),
    [rows, say],
  );
  const quotaOf = (row: FunnelRow): number =>
    quotas.find(({ organizationId }) => organizationId === row.organizationId)?.households ?? 0;
  const sum = (stage: Stage): number => rows.reduce((total, row) => total + row[stage], 0);
  if (rows.length === 0) return <EmptyState title={say('campaign.noProgress')} why={say('campaign.noProgressWhy')} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Suspense fallback={<Skeleton variant="rectangular" height={240} />}>
        <BarChart label={say('campaign.chart')} rows={chart.rows} series={chart.series} />
      </Suspense>
      <PlainTable
        caption={say('campaign.tabFunnel')}
        rows={rows}
        keyOf={(row) => row.organizationId}
        columns={[
          { head: say('campaign.county'), cell: (row) => row.organizationName },
          { head: say('campaign.quota'), right: true, cell: quotaOf },
          ...stages.map((stage) => ({
            head: say(`campaign.${stage}`),
            right: true,
            cell: (row: FunnelRow) => row[stage],
          })),
        ]}
        {...(rows.length < 2
          ? {}
          : {
              foot: [say('campaign.total'), rows.reduce((total, row) => total + quotaOf(row), 0), ...stages.map(sum)],
            })}
      />
    </Box>
  );
}
