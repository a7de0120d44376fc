import { writeFileSync } from 'node:fs';
import { Explained } from './explained.ts';
import { run } from './run.ts';
import type { TestCounts } from './test-counts.ts';

const billOf = () =>
  run('pnpm', [
    'sbom',
    '--prod',
    '--lockfile-only',
    '--sbom-format',
    'cyclonedx',
    '--sbom-spec-version',
    '1.6',
    '--sbom-type',
    'application',
  ]);

/** `./nuangong sbom [FILE]`: the bill of materials of production, CycloneDX 1.6, from the lockfile. */
export async function sbom(file: string | undefined): Promise<number> {
  const { code, output } = await billOf();
  if (code !== 0) throw new Explained(`物料清单没有生成：${output}`, 'The bill of materials was not made.');
  if (file === undefined) process.stdout.write(output);
  else writeFileSync(file, output);
  return 0;
}

/**
 * The level `supply` of the tests: looks for known vulnerabilities and checks that the bill of materials can be made.
 */
export async function supplyTests(): Promise<TestCounts> {
  const results = [
    readAdvisories(await run('pnpm', ['audit', '--prod', '--audit-level', 'high'], { show: true })),
    readBill(await billOf()),
  ];
  const failures = results.flatMap((result) => (result.kind === 'FAILED' ? [result.why] : []));
  return {
    level: 'supply',
    passed: results.filter(({ kind }) => kind === 'PASSED').length,
    failed: failures.length,
    skipped: 0,
    notes: results.flatMap((result) => (result.kind === 'UNKNOWN' ? [result.why] : [])),
    failures,
  };
}

type Verdict = { readonly kind: 'PASSED' } | { readonly kind: 'FAILED' | 'UNKNOWN'; readonly why: string };

/** The registry's answer on advisories; one without advisories, or out of reach, is not a failure. */
export function readAdvisories({ code, output }: { readonly code: number; readonly output: string }): Verdict {
  if (code === 0) return { kind: 'PASSED' };
  if (
    /ERR_PNPM_AUDIT_(?:BAD_RESPONSE|ENDPOINT_NOT_EXISTS|NO_LOCKFILE)|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|fetch failed/u.test(
      output,
    )
  ) {
    return {
      kind: 'UNKNOWN',
      why: '软件源没有漏洞通告服务，未核对 · the registry answered no advisories: not looked at',
    };
  }
  return { kind: 'FAILED', why: output.trim() };
}

/**
 * Whether a bill of materials is complete: every component has its address, and its hash if it is from the registry.
 */
export function readBill({ code, output }: { readonly code: number; readonly output: string }): Verdict {
  if (code !== 0) return { kind: 'FAILED', why: output.trim() };
  const bill = JSON.parse(output) as {
    readonly bomFormat?: string;
    readonly components?: readonly { readonly name: string; readonly purl?: string }[];
  };
  const components = bill.components ?? [];
  const unnamed = components.filter(({ purl }) => purl === undefined).map(({ name }) => name);
  if (bill.bomFormat === 'CycloneDX' && components.length > 0 && unnamed.length === 0) return { kind: 'PASSED' };
  return {
    kind: 'FAILED',
    why: `the bill of materials is not whole: ${components.length} components, without address ${unnamed.join(', ')}`,
  };
}
