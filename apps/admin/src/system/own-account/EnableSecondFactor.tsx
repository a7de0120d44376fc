import Box from '@mui/material/Box';
import { useState, type ReactElement } from 'react';
import { encode } from 'uqr';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { beginSecondFactor, confirmSecondFactor } from './commands.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';

interface Secret {
  readonly secret: string;
  readonly address: string;
}

/** Switches the second factor on: the password, the QR code and the device's first code, the recovery codes. */
export function EnableSecondFactor({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const begin = useCommand(beginSecondFactor);
  const [begun, setBegun] = useState<Secret>();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes !== undefined) return <RecoveryCodes codes={codes} onClose={onClose} />;
  if (begun !== undefined) return <ConfirmDevice begun={begun} onClose={onClose} onConfirmed={setCodes} />;
  return (
    <FormDialog
      title={say('ownAccount.enable')}
      consequence={say('ownAccount.enableConsequence')}
      fields={[{ name: 'password', label: say('ownAccount.presentPassword'), kind: 'secret' }]}
      command={begin}
      onCancel={onClose}
      onSend={async ({ password = '' }) => {
        const answer = await begin.run({ password });
        setBegun(answer?.begun ?? undefined);
        return answer !== undefined;
      }}
    />
  );
}

function ConfirmDevice(props: {
  readonly begun: Secret;
  readonly onClose: () => void;
  readonly onConfirmed: (codes: readonly string[]) => void;
}): ReactElement {
  const say = useWords();
  const command = useCommand(confirmSecondFactor);
  return (
    <FormDialog
      title={say('ownAccount.confirmDevice')}
      consequence={
        <>
          <Box>{say('ownAccount.scan')}</Box>
          <Picture address={props.begun.address} />
          <Box sx={{ color: 'text.secondary' }}>{say('ownAccount.secret')}</Box>
          <Box component="code" data-secret sx={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
            {props.begun.secret}
          </Box>
        </>
      }
      fields={[{ name: 'code', label: say('ownAccount.code') }]}
      command={command}
      onCancel={props.onClose}
      onSend={async ({ code = '' }) => {
        const confirmed = await command.run({ code: code.trim() });
        if (confirmed?.recovery == null) return false;
        props.onConfirmed(confirmed.recovery.codes);
        return true;
      }}
    />
  );
}

/** The address as a QR code: black on white in dark mode too, because cameras cannot read it otherwise. */
function Picture({ address }: { readonly address: string }): ReactElement {
  const say = useWords();
  const { size, data } = encode(address, { border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <Box sx={{ my: 1 }}>
      <svg
        role="img"
        aria-label={say('ownAccount.picture')}
        viewBox={`0 0 ${size} ${size}`}
        width="200"
        height="200"
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={squares.join('')} fill="#000" />
      </svg>
    </Box>
  );
}
