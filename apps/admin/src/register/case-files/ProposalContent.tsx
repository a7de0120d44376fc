import type { ReactElement } from 'react';
import type { ProposalPartsFragment } from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';

/** The content of a proposal: each fact before and after, or the reason and day of an exit, and why. */
export function ProposalContent({ proposal }: { readonly proposal: ProposalPartsFragment }): ReactElement {
  const say = useWords();
  return (
    <>
      {proposal.changes.map(({ fact, before, after }) => (
        <span key={fact}>
          {say('proposal.change', {
            fact,
            before: before ?? say('proposal.none'),
            after: after ?? say('proposal.none'),
          })}
        </span>
      ))}
      {proposal.exitReason === null || proposal.exitedOn === null ? null : (
        <span>
          {say('proposal.exitText', { reason: say(`exitReason.${proposal.exitReason}`), on: proposal.exitedOn })}
        </span>
      )}
      {proposal.dateReason === null ? null : <span>{say('proposal.dateReason', { text: proposal.dateReason })}</span>}
      {proposal.why === null ? null : <span>{say('proposal.why', { text: proposal.why })}</span>}
    </>
  );
}
