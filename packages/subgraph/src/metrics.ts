import { collectDefaultMetrics, Counter, Registry } from 'prom-client';

/** Registers further metrics. */
export type AddMetrics = (registry: Registry) => void;

/** A service's Prometheus registry: the process, the SQL statements sent, and what the service adds. */
export function createMetrics(service: string, statements: () => number, addMetrics?: AddMetrics): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(
    new Counter({
      name: 'nuangong_sql_statements_total',
      help: 'SQL statements sent to the database',
      registers: [],
      collect() {
        this.reset();
        this.inc(statements());
      },
    }),
  );
  addMetrics?.(registry);
  return registry;
}
