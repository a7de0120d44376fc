import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { moment } from '../../base/display/dates.ts';
import { PlainTable, type PlainColumn } from '../../base/display/PlainTable.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { actTones, contentOf, type AccountAct } from './account-act.ts';
import { DecideAct } from './DecideAct.tsx';

/** Acts on accounts: what, on whom, by whom, the state; `own` hides whose account it is. */
export function ActTable(props: {
  readonly caption: string;
  readonly acts: readonly AccountAct[];
  readonly own?: boolean;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const whose: readonly PlainColumn<AccountAct>[] = [
    {
      head: say('accountAct.account'),
      cell: ({ staff, name, username }) =>
        staff !== null && can('staff.manage') ? (
          <Link to={`/staff/${staff.id}`}>{`${name}（${username}）`}</Link>
        ) : (
          `${name}（${username}）`
        ),
    },
    { head: say('staff.organization'), cell: ({ organization }) => organization.name },
  ];
  return (
    <PlainTable
      caption={props.caption}
      rows={props.acts}
      keyOf={({ id }) => id}
      columns={[
        { head: say('accountAct.what'), cell: ({ kind }) => say(`accountAct.kind.${kind}`) },
        ...(props.own === true ? [] : whose),
        { head: say('accountAct.content'), cell: (act) => contentOf(act, say, term) },
        { head: say('accountAct.askedBy'), cell: ({ askedByName }) => askedByName },
        { head: say('accountAct.askedAt'), cell: ({ askedAt }) => moment(askedAt) },
        {
          head: say('accountAct.state'),
          cell: (act) => (
            <>
              <StatusTag tone={actTones[act.state]} word={say(`accountAct.states.${act.state}`)} />
              <ByWhom act={act} />
            </>
          ),
        },
        { head: say('accountAct.action'), cell: (act) => <DecideAct act={act} /> },
      ]}
    />
  );
}

/** Who decided it and when; for a pending act until when, and whether anybody can confirm it. */
function ByWhom({ act }: { readonly act: AccountAct }): ReactElement {
  const say = useWords();
  if (act.state === 'WAITING' && act.deciders === 0) return <div>{say('accountAct.nobodyDecides')}</div>;
  if (act.state === 'WAITING') return <div>{say('accountAct.until', { until: moment(act.expiresAt) })}</div>;
  if (act.decidedByName === null) return <></>;
  return <div>{say('accountAct.decidedBy', { name: act.decidedByName, at: moment(act.decidedAt) })}</div>;
}
