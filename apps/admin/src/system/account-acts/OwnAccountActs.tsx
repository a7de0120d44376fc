import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { accountNewsQuery, myAccountActsQuery } from '../../base/graph/generated/account-acts.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ActTable } from './ActTable.tsx';
import { markAccountActsSeen } from './commands.ts';

/**
 * What administrators did or requested on the own account; here the owner refuses an act that would let somebody else
 * in, or confirms a delegation.
 */
export function OwnAccountActs(): ReactElement {
  const say = useWords();
  const { data, error, refetch } = useAnswer(myAccountActsQuery, {});
  const news = useAnswer(accountNewsQuery, {}).data?.me.accountNews ?? 0;
  const seen = useCommand(markAccountActsSeen, { announce: true });
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <></>;
  if (data.myAccountActs.length === 0) return <p>{say('accountAct.nothingOnOwn')}</p>;
  return (
    <>
      <ActTable own caption={say('accountAct.onOwn')} acts={data.myAccountActs} />
      {news === 0 ? null : (
        <Button variant="outlined" sx={{ mt: 1 }} loading={seen.pending} onClick={() => void seen.run(null)}>
          {say('accountAct.markSeen')}
        </Button>
      )}
    </>
  );
}
