import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { GraphFault } from '../graph/fault.ts';
import { useWords } from '../i18n/use-words.ts';

/** Why something could not be read, what is kept, what to do, and the number of the fault in the log. */
export function FaultNotice({
  fault,
  onRetry,
}: {
  readonly fault: unknown;
  readonly onRetry?: () => void;
}): ReactElement {
  const say = useWords();
  const graphFault = fault instanceof GraphFault ? fault : undefined;
  const status = graphFault?.status as number | undefined;
  const words =
    graphFault !== undefined && graphFault.message !== ''
      ? graphFault.message
      : status === 401
        ? say('auth.sessionEnded')
        : status === 403
          ? say('display.faultForbidden')
          : status === 404
            ? say('display.faultNotFound')
            : status === 503 || status === 502
              ? say('display.faultOffline')
              : say('display.faultKept');
  return (
    <Alert
      severity="error"
      action={
        status === 401 ? (
          <Button size="small" component={Link} to="/login">
            {say('auth.signInAgain')}
          </Button>
        ) : onRetry === undefined || status === 404 ? undefined : (
          <Button size="small" onClick={onRetry}>
            {say('display.retry')}
          </Button>
        )
      }
    >
      <strong>{say('display.faultTitle')}</strong> {words}
      {graphFault?.number === undefined ? null : <div>{say('display.faultNumber', { number: graphFault.number })}</div>}
    </Alert>
  );
}
