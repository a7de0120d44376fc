import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount } from '../../base/display/money.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { RecordPlacement } from './RecordPlacement.tsx';
import { WorkTag } from './WorkTag.tsx';

type Row = ItemOf<'referrals'>;

/** The referrals to vacancies and their results. */
export default function ReferralList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [placing, setPlacing] = useState<Row>();
  return (
    <>
      <ListPage<Row>
        resource="referrals"
        title={say('referrals.title')}
        lead={say('referrals.lead')}
        filters={
          <FilterSelect
            name="status"
            label={say('referrals.status')}
            all={say('referrals.allStatuses')}
            choices={(['REFERRED', 'PLACED', 'NOT_TAKEN'] as const).map((value) => ({
              value,
              word: term('referralStatus', value),
            }))}
          />
        }
        empty={<EmptyState title={say('referrals.emptyTitle')} why={say('referrals.emptyWhy')} />}
        phone={(referral) => ({
          to: `/job-seekers/${referral.jobSeeker.id}`,
          name: referral.jobSeeker.name,
          detail: `${referral.vacancy.employer} · ${referral.vacancy.trade}`,
          mark: <WorkTag of="referralStatus" status={referral.status} />,
        })}
      >
        <DataTable.Col
          label={say('referrals.seeker')}
          render={(referral: Row) => (
            <Link to={`/job-seekers/${referral.jobSeeker.id}`}>{referral.jobSeeker.name}</Link>
          )}
        />
        <DataTable.Col
          label={say('referrals.status')}
          render={(referral: Row) =>
            referral.status === 'REFERRED' && can('employment.manage') ? (
              <Button
                size="small"
                aria-label={say('referrals.placeOf', { name: referral.jobSeeker.name })}
                onClick={() => setPlacing(referral)}
              >
                {say('referrals.recordPlacement')}
              </Button>
            ) : (
              <WorkTag of="referralStatus" status={referral.status} />
            )
          }
        />
        <DataTable.Col label={say('referrals.employer')} render={(referral: Row) => referral.vacancy.employer} />
        <DataTable.Col label={say('referrals.trade')} render={(referral: Row) => referral.vacancy.trade} />
        <DataTable.Col label={say('referrals.referredOn')} render={(referral: Row) => day(referral.referredOn)} />
        <DataTable.Col label={say('referrals.referredBy')} render={(referral: Row) => referral.referredBy} />
        <DataTable.Col
          label={say('referrals.placedOn')}
          render={(referral: Row) => day(referral.placement?.placedOn)}
        />
        <DataTable.Col
          align="right"
          label={say('referrals.monthlyPay')}
          render={(referral: Row) => amount(referral.placement?.monthlyPay)}
        />
      </ListPage>
      {placing === undefined ? null : (
        <RecordPlacement
          referralId={placing.id}
          name={placing.jobSeeker.name}
          employer={placing.vacancy.employer}
          onClose={() => setPlacing(undefined)}
        />
      )}
    </>
  );
}
