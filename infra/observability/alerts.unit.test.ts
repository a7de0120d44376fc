import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createEventMetrics } from '@nuangong/service';
import { createMetrics } from '@nuangong/subgraph';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: Readonly<Record<string, string>>;
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const { groups } = parse(read('alerts.yaml')) as { groups: readonly { rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

/** The registry that a running service serves at `/metrics`. */
const registry = createMetrics(
  'funds',
  () => 0,
  (each) =>
    createEventMetrics().addTo(each, {
      database: async () => ({
        outbox: { unsent: 0, oldestUnsentSeconds: 0, heldBack: 0, heldBackBy: undefined },
        deadLetters: 0,
      }),
      backlog: async () => ({ events: 0, oldestSeconds: null }),
      relayReady: async () => true,
      transportReady: async () => true,
      consumerReady: async () => true,
    }),
);

/** The series of a metric: a histogram has its buckets, their sum and their count. */
function seriesOf({ name, type }: { readonly name: string; readonly type: unknown }): readonly string[] {
  return String(type) === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];
}

/** The texts of an expression's nodes of some kinds; throws if it is not PromQL. */
function named(expression: string, kinds: readonly string[]): readonly string[] {
  const found: string[] = [];
  parser.parse(expression).iterate({
    enter({ type, from, to }) {
      if (type.isError) throw new Error(`not PromQL at character ${from}: ${expression}`);
      if (kinds.includes(type.name)) found.push(expression.slice(from, to));
    },
  });
  return found;
}

test('every metric in an alert is exposed by a service', () => {
  const exposed = new Set(registry.getMetricsAsArray().flatMap((metric) => seriesOf(metric as never)));
  const asked = rules.flatMap(({ alert, expr }) => {
    const metrics = named(expr, ['Identifier']).filter((name) => !['service', 'type', 'le'].includes(name));
    expect([alert, metrics.length > 0]).toEqual([alert, true]);
    return metrics.map((metric) => `${alert}: ${metric}`);
  });
  expect(asked.filter((each) => !exposed.has(each.split(': ')[1] ?? ''))).toEqual([]);
});

test('every kind of alert says in Chinese and English what it means and what to do', () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { alert, labels, annotations } of rules) {
    expect([alert, labels.severity]).toEqual([alert, expect.stringMatching(/^(warning|critical)$/u)]);
    const chinese = expect.stringMatching(/\p{Script=Han}/u);
    const english = expect.stringMatching(/^[^\p{Script=Han}]+$/u);
    const words = { summary: chinese, description: chinese, summary_en: english, description_en: english };
    expect({ alert, ...annotations }).toEqual({ alert, ...words });
  }
});

test('the README explains every metric of the events', () => {
  const readme = read('README.md');
  const own = registry
    .getMetricsAsArray()
    .map(({ name }) => name)
    .filter((name) => name.startsWith('nuangong_'));
  expect(own.length).toBeGreaterThan(15);
  expect(own.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
