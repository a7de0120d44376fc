import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useTellAct } from '../account-acts/use-tell-act.ts';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { day, today } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { Rank } from '../../base/graph/generated/operation-types.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { endAuthorityRank, grantAuthorityRank } from './commands.ts';

type Member = DetailOf<'staff'>;
type HeldRank = Member['ranks'][number];

const ranks: readonly Rank[] = ['CENTRE_DIRECTOR', 'UNION_CHAIR'];

/** The rank that somebody holds on a day; undefined for none. */
export function rankOn(member: Pick<Member, 'ranks'>, on: string): Rank | undefined {
  return member.ranks.find((held) => held.inForceFrom <= on && !isOver(held, on))?.rank;
}

const isOver = ({ inForceTo }: HeldRank, on: string): boolean => inForceTo !== null && inForceTo < on;

/** The ranks of approval authority of an account, the latest first; granted and ended by two administrators. */
export function Ranks({ member }: { readonly member: Member }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const me = useStaff();
  const [granting, setGranting] = useState(false);
  const [ending, setEnding] = useState<HeldRank>();
  const now = today(new Date());
  const mayManage = can('staff.manage') && member.active && member.id !== me?.id;
  return (
    <>
      {mayManage && member.roles.includes('APPROVER') ? (
        <Button variant="contained" onClick={() => setGranting(true)}>
          {say('staff.grantRank')}
        </Button>
      ) : null}
      {member.ranks.length === 0 ? (
        <EmptyState title={say('staff.noRanks')} />
      ) : (
        <PlainTable
          caption={say('staff.ranks')}
          rows={member.ranks}
          keyOf={(held) => held.id}
          columns={[
            { head: say('staff.rank'), cell: (held) => term('rank', held.rank) },
            { head: say('staff.rankFrom'), cell: (held) => day(held.inForceFrom) },
            {
              head: say('staff.rankTo'),
              cell: (held) => {
                const never = held.inForceTo !== null && held.inForceTo < held.inForceFrom;
                if (never) return say('staff.rankTakenBack');
                return held.inForceTo === null ? say('staff.rankOpen') : day(held.inForceTo);
              },
            },
            {
              head: say('accountAct.action'),
              cell: (held) =>
                mayManage && !isOver(held, now) ? (
                  <Button onClick={() => setEnding(held)}>{say('staff.endRank')}</Button>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      )}
      {granting ? <GrantRank member={member} onClose={() => setGranting(false)} /> : null}
      {ending === undefined ? null : <EndRank member={member} held={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function GrantRank({ member, onClose }: { readonly member: Member; readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const tell = useTellAct();
  const command = useCommand(grantAuthorityRank);
  const { id: staffId, name } = member;
  return (
    <FormDialog
      title={say('staff.grantRank')}
      consequence={say('staff.grantRankConsequence', { name })}
      draft={`grant-rank-${staffId}`}
      initial={{ rank: 'CENTRE_DIRECTOR', from: today(new Date()) }}
      command={command}
      onCancel={onClose}
      fields={[
        {
          name: 'rank',
          label: say('staff.rank'),
          kind: 'choice',
          choices: ranks.map((value) => ({ value, word: term('rank', value) })),
        },
        { name: 'from', label: say('staff.rankFrom'), kind: 'date' },
        { name: 'to', label: say('staff.rankTo'), kind: 'date', optional: true, help: say('staff.rankToHelp') },
      ]}
      onSend={async ({ rank = '', from = '', to = '' }) => {
        const asked = await command.run({ staffId, rank: rank as Rank, from, to: to === '' ? null : to });
        if (asked === undefined) return false;
        tell(asked.act, { kind: 'GRANT_RANK', name, done: say('staff.rankGranted', { name }) });
        onClose();
        return true;
      }}
    />
  );
}

function EndRank(props: {
  readonly member: Member;
  readonly held: HeldRank;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const tell = useTellAct();
  const command = useCommand(endAuthorityRank);
  const { name } = props.member;
  return (
    <FormDialog
      title={say('staff.endRank')}
      consequence={say('staff.endRankConsequence', { name, rank: term('rank', props.held.rank) })}
      draft={`end-rank-${props.held.id}`}
      initial={{ to: today(new Date()) }}
      command={command}
      onCancel={props.onClose}
      fields={[{ name: 'to', label: say('staff.rankTo'), kind: 'date', help: say('staff.endRankHelp') }]}
      onSend={async ({ to = '' }) => {
        const asked = await command.run({ authorityRankId: props.held.id, to });
        if (asked === undefined) return false;
        tell(asked.act, { kind: 'END_RANK', name, done: say('staff.rankEnded', { name }) });
        props.onClose();
        return true;
      }}
    />
  );
}
