import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { moment } from '../../base/display/dates.ts';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { OwnAccountQuery } from '../../base/graph/generated/operation-types.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { removeSecondFactor, renewRecoveryCodes } from './commands.ts';
import { EnableSecondFactor } from './EnableSecondFactor.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

/** The second factor: on or off, how many recovery codes are left, and the commands on it. */
export function SecondFactorSection({ factor }: { readonly factor: OwnAccountQuery['mySecondFactor'] }): ReactElement {
  const say = useWords();
  const [open, setOpen] = useState<'enable' | 'renew' | 'disable'>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      {factor === null ? (
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
          <StatusTag tone="still" word={say('ownAccount.off')} />
          <Button variant="outlined" onClick={() => setOpen('enable')}>
            {say('ownAccount.enable')}
          </Button>
        </Box>
      ) : (
        <>
          <KeyFacts
            facts={[
              { name: say('ownAccount.state'), value: <StatusTag tone="done" word={say('ownAccount.on')} /> },
              { name: say('ownAccount.since'), value: moment(factor.since) },
              { name: say('ownAccount.codesLeft'), value: factor.recoveryCodesLeft },
            ]}
          />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
            <Button variant="outlined" onClick={() => setOpen('renew')}>
              {say('ownAccount.renewCodes')}
            </Button>
            <Button onClick={() => setOpen('disable')}>{say('ownAccount.disable')}</Button>
          </Box>
        </>
      )}
      {open === 'enable' ? <EnableSecondFactor onClose={close} /> : null}
      {open === 'renew' ? <RenewCodes onClose={close} /> : null}
      {open === 'disable' ? <Disable onClose={close} /> : null}
    </>
  );
}

function RenewCodes({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const command = useCommand(renewRecoveryCodes);
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes !== undefined) return <RecoveryCodes codes={codes} onClose={onClose} />;
  return (
    <FormDialog
      title={say('ownAccount.renewCodes')}
      consequence={say('ownAccount.renewCodesConsequence')}
      fields={[{ name: 'password', label: say('ownAccount.presentPassword'), kind: 'secret' }]}
      command={command}
      onCancel={onClose}
      onSend={async ({ password = '' }) => {
        const renewed = await command.run({ password });
        setCodes(renewed?.recovery?.codes);
        return renewed !== undefined;
      }}
    />
  );
}

function Disable({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(removeSecondFactor);
  return (
    <FormDialog
      title={say('ownAccount.disable')}
      consequence={say('ownAccount.disableConsequence')}
      fields={[{ name: 'password', label: say('ownAccount.presentPassword'), kind: 'secret' }]}
      command={command}
      onCancel={onClose}
      onSend={async ({ password = '' }) => {
        if ((await command.run({ password })) === undefined) return false;
        notify(say('ownAccount.disabled'), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}
