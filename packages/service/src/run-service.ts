import { readServiceEnvironment } from './service-environment.ts';
import { startService, type ServicePieces, type TransactionClient } from './start-service.ts';

/**
 * Runs a service as a process until it is told to stop (SIGTERM, SIGINT). If it cannot start, writes the reason to
 * standard error and exits with 1.
 */
export async function runService<Tx extends TransactionClient, Parts>(
  definition: ServicePieces<Tx, Parts>,
): Promise<void> {
  try {
    const running = await startService(definition, readServiceEnvironment(process.env));
    let stopping: Promise<void> | undefined;
    const stop = () => {
      stopping ??= running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    process.stderr.write(`${definition.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
