import { collectDefaultMetrics, Counter, Registry } from 'prom-client';

/** A service's Prometheus registry: the process, and the SQL statements sent. */
export function createMetrics(service: string, statements: () => number): Registry {
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
  return registry;
}
