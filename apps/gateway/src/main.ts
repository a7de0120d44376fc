import { readGatewayEnvironment } from './environment.ts';
import { startGateway } from './server.ts';

try {
  const gateway = await startGateway(readGatewayEnvironment(process.env));
  const stop = () => {
    void gateway.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`gateway: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
