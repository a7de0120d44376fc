import type { ReactElement } from 'react';
import { EmptyState } from '../display/EmptyState.tsx';
import { amount } from '../display/money.ts';
import { PlainTable } from '../display/PlainTable.tsx';
import { useWords } from '../i18n/use-words.ts';
import { useCan } from '../auth/use-staff.ts';
import type { HouseholdDetail } from './HouseholdRecord.tsx';
import { RecordMove } from './RecordMove.tsx';

/** The members of a household. */
export function FamilyTab({ household }: { readonly household: HouseholdDetail }): ReactElement {
  const say = useWords();
  const can = useCan();
  const moves = can('household.register') && household.caseFile !== null;
  if (household.members.length === 0) return <EmptyState title={say('household.noMembers')} />;
  return (
    <PlainTable
      caption={say('household.tabFamily')}
      rows={household.members}
      keyOf={(member) => member.id}
      columns={[
        { head: say('household.member'), cell: (member) => member.name },
        { head: say('household.relation'), cell: (member) => member.relation },
        { head: say('household.memberIncome'), right: true, cell: (member) => amount(member.monthlyIncome) },
        { head: say('household.health'), cell: (member) => member.health ?? '—' },
        { head: say('household.schooling'), cell: (member) => member.schooling ?? '—' },
        ...(moves
          ? [
              {
                head: say('move.record'),
                cell: (member: HouseholdDetail['members'][number]) => <RecordMove household={household} member={member} />,
              },
            ]
          : []),
      ]}
    />
  );
}
