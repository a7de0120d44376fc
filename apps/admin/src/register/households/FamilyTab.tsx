import type { ReactElement } from 'react';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount } from '../../base/display/money.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { useCan } from '../../base/auth/use-staff.ts';
import type { HouseholdDetail } from './HouseholdRecord.tsx';
import { standingWords } from '../case-files/standing-words.ts';
import { RecordMove } from './RecordMove.tsx';

/** The members of a household. */
export function FamilyTab({ household }: { readonly household: HouseholdDetail }): ReactElement {
  const say = useWords();
  const can = useCan();
  const moves = can('household.register') && household.caseFile !== null;
  const [head] = household.members;
  const standingOf = (member: HouseholdDetail['members'][number]): string =>
    member.id === head?.id
      ? standingWords(say, household.headStanding, household.migrantWorker)
      : standingWords(say, member.standing, member.ruralRegistration);
  if (household.members.length === 0) return <EmptyState title={say('household.noMembers')} />;
  return (
    <PlainTable
      caption={say('household.tabFamily')}
      rows={household.members}
      keyOf={(member) => member.id}
      columns={[
        { head: say('household.member'), cell: (member) => member.name },
        { head: say('household.relation'), cell: (member) => member.relation },
        { head: say('household.standing'), cell: (member) => standingOf(member) },
        { head: say('household.memberIncome'), right: true, cell: (member) => amount(member.monthlyIncome) },
        { head: say('household.health'), cell: (member) => member.health ?? '—' },
        { head: say('household.schooling'), cell: (member) => member.schooling ?? '—' },
        ...(moves
          ? [
              {
                head: say('move.record'),
                cell: (member: HouseholdDetail['members'][number]) => (
                  <RecordMove household={household} member={member} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
