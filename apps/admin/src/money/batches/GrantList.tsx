import type { ReactElement } from 'react';
import { Moment } from '../../base/display/Moment.tsx';
import { amount, money } from '../../base/display/money.ts';
import { fundsWorkQuery } from '../../base/graph/generated/batches.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { HoldLines, useHoldInWords } from './HoldNotice.tsx';
import { MoneyTag } from './MoneyTag.tsx';
import { usePartsInWords } from '../../base/display/PartsTable.tsx';
import { PrepareBatch } from './PrepareBatch.tsx';

type Row = ItemOf<'grants'>;

const statuses = ['COMMITTED', 'HELD', 'AWAITING_FUNDS', 'IN_BATCH', 'PAID', 'RELEASED'] as const;
/** Filters for grants that wait for a second person, listed beside the statuses. */
const waiting = ['PROPOSED', 'RETURN_CLAIMED'] as const;

const statusOf = (grant: Row): string => (grant.holds.length > 0 ? 'HELD' : grant.status);

/** Approved grants not yet paid; committed ones go into a batch. */
export default function GrantList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const inWords = usePartsInWords();
  const holdInWords = useHoldInWords();
  const work = useAnswer(fundsWorkQuery, {}).data?.fundsWork;
  const count = work?.grantsCommitted ?? 0;
  return (
    <ListPage
      texts="grants"
      resource="grants"
      lead={
        work === undefined || count === 0
          ? say('grants.lead')
          : say('grants.committedLine', { count, amount: amount(work.grantsCommittedAmount) })
      }
      starts={
        count === 0
          ? []
          : [
              {
                may: 'batch.prepare',
                words: say('grants.prepare', { count }),
                dialog: (onClose) => <PrepareBatch onClose={onClose} />,
              },
            ]
      }
      searchWords={say('grants.search')}
      filters={[
        {
          name: 'status',
          label: say('grants.status'),
          all: say('grants.allStatuses'),
          choices: [
            ...statuses.map((value) => ({ value, word: term('grantStatus', value) })),
            ...waiting.map((value) => ({ value, word: say(`grants.${value}`) })),
          ],
        },
      ]}
      phone={(grant) => ({
        name: `${grant.payeeName} ${money(grant.amount)}`,
        detail: grant.holds[0] === undefined ? grant.unitName : holdInWords(grant.holds[0]),
        mark: <MoneyTag of="grantStatus" status={statusOf(grant)} />,
      })}
      columns={[
        { head: say('grants.payee'), sort: 'PAYEE', cell: (grant) => grant.payeeName, link: true },
        {
          head: say('grants.status'),
          cell: (grant) => (
            <>
              <MoneyTag of="grantStatus" status={statusOf(grant)} />
              <HoldLines holds={grant.holds} />
            </>
          ),
        },
        { head: say('grants.amount'), sort: 'AMOUNT', right: true, cell: (grant) => amount(grant.amount) },
        {
          head: say('grants.parts'),
          cell: (grant) =>
            grant.missing === null ? inWords(grant.parts) : say('grants.missing', { amount: amount(grant.missing) }),
        },
        { head: say('grants.unit'), sort: 'UNIT', cell: (grant) => grant.unitName },
        { head: say('grants.approvedBy'), cell: (grant) => grant.approvedBy },
        { head: say('grants.approvedAt'), sort: 'APPROVED', cell: (grant) => <Moment at={grant.approvedAt} /> },
        { head: say('grants.aidType'), cell: (grant) => term('aidType', grant.aidType) },
      ]}
    />
  );
}
