import { z } from 'zod';
import type { RunSql } from '@nuangong/database';
import { aidMark, aidType } from '@nuangong/events';
import { fen, localDate, type LocalDate } from '@nuangong/primitives';
import { policyFactShape } from '../policy-fact/policy-fact.ts';
import { frequencyShape } from '../frequency/frequency.ts';
import { preparePolicy, type PreparedPolicy } from './policy-engine.ts';
import { policyClauseShape, type Policy } from './policy.ts';

const preparedVersions = new Map<string, PreparedPolicy>();

/**
 * The issued policy of a version, with its decision tables compiled. An issued version never changes, so it is prepared
 * once per process. Throws if no such version is visible.
 */
export async function loadPolicy(run: RunSql, versionId: string): Promise<PreparedPolicy> {
  const known = preparedVersions.get(versionId);
  if (known !== undefined) return known;
  const [row] = await run<{ policy: unknown }>(
    `select jsonb_build_object('code', p.code, 'version', v.version, 'name', p.name, 'nameEn', p.name_en,
       'source', v.source, 'inForceFrom', v.in_force_from, 'inForceTo', v.in_force_to, 'aidType', v.aid_type,
       'mark', v.mark, 'purpose', v.purpose, 'amount', v.amount_fen::text, 'amountMin', v.amount_min_fen::text,
       'amountMax', v.amount_max_fen::text, 'frequency', v.frequency,
       'facts', v.facts, 'decision', v.decision, 'clauses', (
         select jsonb_agg(jsonb_build_object('code', c.code, 'kind', c.kind, 'criterion', c.criterion,
           'criterionEn', c.criterion_en, 'facts', c.facts, 'threshold', c.threshold, 'thresholdEn', c.threshold_en,
           'tellsOfHealth', c.tells_of_health, 'title', c.title, 'titleEn', c.title_en, 'source', c.source, 'text', c.body, 'note', c.note, 'noteEn', c.note_en,
           'evidence', c.evidence) order by c.position)
         from policy_clause c where c.policy_version_id = v.id)) as policy
     from policy_version v join policy p on p.id = v.policy_id
     where v.id = $1::uuid and v.issued_at is not null`,
    versionId,
  );
  if (row === undefined) throw new Error(`no issued policy version ${versionId} is within sight`);
  const prepared = preparePolicy(storedPolicyShape.parse(row.policy));
  preparedVersions.set(versionId, prepared);
  return prepared;
}

/** The latest issued version of a policy that is visible and in force on a day; undefined if there is none. */
export async function loadPolicyInForce(
  run: RunSql,
  code: string,
  on: LocalDate,
): Promise<{ readonly versionId: string; readonly prepared: PreparedPolicy } | undefined> {
  const [version] = await run<{ id: string }>(
    `select v.id::text as id from policy_version v join policy p on p.id = v.policy_id
     where p.code = $1 and v.issued_at is not null and $2::text::date between v.in_force_from and coalesce(v.in_force_to, 'infinity')
     order by length(p.organization_path) desc, v.version desc limit 1`,
    code,
    on,
  );
  return version === undefined ? undefined : { versionId: version.id, prepared: await loadPolicy(run, version.id) };
}

const amount = z.string().transform((digits) => fen(BigInt(digits)));
const date = z.string().transform(localDate);

const storedPolicyShape = z.object({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  nameEn: z.string(),
  source: z.string(),
  inForceFrom: date,
  inForceTo: date.nullable(),
  aidType,
  mark: aidMark.nullable(),
  purpose: z.string(),
  amount,
  amountMin: amount,
  amountMax: amount,
  frequency: frequencyShape,
  clauses: z.array(policyClauseShape),
  facts: z.array(policyFactShape),
  decision: z.looseObject({}),
}) satisfies z.ZodType<Policy>;
