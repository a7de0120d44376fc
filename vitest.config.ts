import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const exclude = ['**/node_modules/**', '**/dist/**', '**/.nuangong/**'];

/** Files in the order of their names: the browser's specifications build on each other's day. */
class ByName extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((one, other) => one.moduleId.localeCompare(other.moduleId)));
  }
}

/**
 * Three levels of test. `unit`: decisions, no I/O. `int`: against a real PostgreSQL (and Kafka where
 * `NUANGONG_TEST_KAFKA` names one). `e2e`: the browser against a whole system that `./nuangong test e2e` starts.
 * Modules are loaded by Node itself, as in production: Vite's own runner would load graphql twice. Files of `unit` and
 * `int` share their worker's modules, whose loading was half of the time: a test leaves no module changed.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: ByName },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,services,apps,infra}/**/*.unit.test.{ts,tsx}'],
          exclude: [...exclude, '**/e2e/**'],
          environment: 'node',
          isolate: false,
          experimental: { viteModuleRunner: false },
        },
      },
      {
        test: {
          name: 'int',
          include: ['{packages,services,apps,infra}/**/*.int.test.ts'],
          exclude: [...exclude, '**/e2e/**'],
          environment: 'node',
          globalSetup: ['./infra/local/test-postgres.ts'],
          maxWorkers: 2,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          experimental: { viteModuleRunner: false },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['apps/admin/e2e/**/*.spec.ts'],
          exclude,
          environment: 'node',
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          experimental: { viteModuleRunner: false },
        },
      },
    ],
  },
});
