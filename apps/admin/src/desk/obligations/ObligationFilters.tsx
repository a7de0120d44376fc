import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useCan } from '../../base/auth/use-staff.ts';
import { ChoiceField } from '../../base/form/ChoiceField.tsx';
import { useWords } from '../../base/i18n/use-words.ts';

/** The filters of the page of obligations; kept in its address. */
export function ObligationFilters(props: {
  readonly asked: URLSearchParams;
  readonly kinds: readonly { readonly kind: string; readonly name: string }[];
  readonly onAsk: (asked: URLSearchParams) => void;
}): ReactElement {
  const say = useWords();
  const can = useCan();
  const { asked, kinds, onAsk } = props;
  const ask = (name: string, value: string): void => {
    const next = new URLSearchParams(asked);
    next.delete('page');
    if (name === 'ended') next.delete('overdue');
    if (value === '') next.delete(name);
    else next.set(name, value);
    onAsk(next);
  };
  const kind = asked.get('kind') ?? '';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
      <ChoiceField
        width={260}
        label={say('obligations.kind')}
        all={say('obligations.allKinds')}
        value={kinds.some((one) => one.kind === kind) ? kind : ''}
        choices={kinds.map((one) => ({ value: one.kind, word: one.name }))}
        onChoose={(value) => ask('kind', value)}
      />
      {asked.get('ended') === '1' ? null : (
        <ChoiceField
          width={160}
          label={say('obligations.term')}
          all={say('obligations.anyTerm')}
          value={asked.get('overdue') ?? ''}
          choices={[{ value: '1', word: say('obligations.onlyOverdue') }]}
          onChoose={(value) => ask('overdue', value)}
        />
      )}
      <ChoiceField
        width={160}
        label={say('obligations.state')}
        all={say('obligations.open')}
        value={asked.get('ended') ?? ''}
        choices={[{ value: '1', word: say('obligations.ended') }]}
        onChoose={(value) => ask('ended', value)}
      />
      {can('obligation.read') ? (
        <ChoiceField
          width={160}
          label={say('obligations.whose')}
          all={say('obligations.everybody')}
          value={asked.get('mine') ?? ''}
          choices={[{ value: '1', word: say('obligations.mine') }]}
          onChoose={(value) => ask('mine', value)}
        />
      ) : null}
    </Box>
  );
}
