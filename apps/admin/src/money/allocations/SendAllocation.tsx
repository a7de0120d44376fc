import { useState, type ReactElement } from 'react';
import { useGetList, useNotify } from 'react-admin';
import { amount } from '../../base/display/money.ts';
import type { Field } from '../../base/form/field.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCampaignChoices } from '../funds/use-campaign-choices.ts';
import { allocationTargetsQuery } from '../../base/graph/generated/allocations.ts';
import type { MatchingRequirement } from '../../base/graph/generated/operation-types.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { sendAllocation } from './commands.ts';

const requirements = ['NONE', 'EQUAL', 'RATIO'] as const satisfies readonly MatchingRequirement[];

/** Sends money of a fund down to a county; a repeated request sends it once. */
export function SendAllocation({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(sendAllocation);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      title={say('allocations.send')}
      consequence={say('allocations.sendConsequence', { to: say('allocations.receiver') })}
      draft="send-allocation"
      initial={{ matchingRequirement: 'EQUAL', campaignId: '' }}
      command={command}
      onCancel={onClose}
      fields={useAllocationFields()}
      onSend={async (typed) => {
        const {
          fundId = '',
          toOrganizationId = '',
          amount: sent = '',
          matchingRequirement = 'NONE',
          matchingRatio,
          campaignId = '',
          document = '',
        } = typed;
        const result = await command.run({
          fundId,
          toOrganizationId,
          amount: sent.trim(),
          matchingRequirement: matchingRequirement as MatchingRequirement,
          matchingRatio: matchingRatio ?? null,
          campaignId: campaignId === '' ? null : campaignId,
          document: document.trim() === '' ? null : document.trim(),
          idempotencyKey,
        });
        if (result === undefined) return false;
        notify(
          result.waiting === null
            ? say('allocations.sent', { number: result.allocation?.number ?? '' })
            : say('pendingEntry.laid'),
          { type: 'success' },
        );
        onClose();
        return true;
      }}
    />
  );
}

/** The fields: fund, receiver, amount, matching requirement, campaign. */
function useAllocationFields(): readonly Field[] {
  const say = useWords();
  const term = useTerm();
  const campaigns = useCampaignChoices();
  const { data: funds = [] } = useGetList<ItemOf<'funds'>>('funds', {
    filter: { own: true },
    pagination: { page: 1, perPage: 100 },
  });
  const targets = useAnswer(allocationTargetsQuery, {}).data?.organizations.items ?? [];
  return [
    {
      name: 'fundId',
      label: say('allocations.fund'),
      kind: 'choice',
      choices: funds.map((fund) => ({
        value: fund.id,
        word: say('allocations.fundWith', { name: fund.name, available: amount(fund.available) }),
      })),
    },
    {
      name: 'toOrganizationId',
      label: say('allocations.receiver'),
      kind: 'choice',
      choices: targets.map(({ id, name }) => ({ value: id, word: name })),
    },
    { name: 'amount', label: say('allocations.sendAmount'), kind: 'money', help: say('funds.amountHelp') },
    {
      name: 'document',
      label: say('pendingEntry.document'),
      optional: true,
      help: say('pendingEntry.documentHelp'),
    },
    {
      name: 'matchingRequirement',
      label: say('allocations.requirement'),
      kind: 'choice',
      choices: requirements.map((value) => ({ value, word: term('matchingRequirement', value) })),
    },
    {
      name: 'matchingRatio',
      label: say('allocations.ratio'),
      help: say('allocations.ratioHelp'),
      when: (typed) => typed['matchingRequirement'] === 'RATIO',
    },
    {
      name: 'campaignId',
      label: say('funds.campaign'),
      kind: 'choice',
      optional: true,
      choices: [{ value: '', word: say('funds.anyCampaign') }, ...campaigns],
    },
  ];
}
