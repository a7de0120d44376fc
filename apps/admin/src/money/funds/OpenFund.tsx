import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { FundSource } from '../../base/graph/generated/operation-types.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { openFund } from './commands.ts';
import { fundSources } from './fund-sources.ts';
import { useCampaignChoices } from './use-campaign-choices.ts';

/** Opens a fund: name, source, purposes, year, the campaign that it is reserved for. */
export function OpenFund({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const notify = useNotify();
  const campaigns = useCampaignChoices();
  const command = useCommand(openFund);
  return (
    <FormDialog
      title={say('funds.open')}
      consequence={say('funds.openConsequence')}
      draft="open-fund"
      initial={{ source: 'UNION', year: today(new Date()).slice(0, 4), campaignId: '' }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'name', label: say('funds.name') },
        {
          name: 'source',
          label: say('funds.source'),
          kind: 'choice',
          choices: fundSources.map((value) => ({ value, word: term('fundSource', value) })),
        },
        { name: 'purposes', label: say('funds.purposes'), kind: 'long', help: say('funds.purposesHelp') },
        { name: 'year', label: say('funds.year'), kind: 'number' },
        {
          name: 'campaignId',
          label: say('funds.campaign'),
          kind: 'choice',
          optional: true,
          choices: [{ value: '', word: say('funds.anyCampaign') }, ...campaigns],
        },
        {
          name: 'priority',
          label: say('funds.priority'),
          kind: 'number',
          optional: true,
          help: say('funds.priorityHelp'),
        },
      ]}
      onSend={async (typed) => {
        const { name = '', source = 'UNION', purposes = '', year = '', campaignId = '', priority = '' } = typed;
        const result = await command.run({
          name: name.trim(),
          source: source as FundSource,
          purposes: purposes
            .split('\n')
            .map((each) => each.trim())
            .filter((each) => each !== ''),
          year: Number(year),
          campaignId: campaignId === '' ? null : campaignId,
          priority: priority === '' ? null : Number(priority),
        });
        if (result === undefined) return false;
        notify(say('funds.opened', { name: name.trim() }), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}
