import type { Actor } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import { hashOf } from './canonical-json.ts';
import type { Policy } from './policy.ts';

/**
 * Issues a policy to everyone below the actor's organisation and returns its version's id. Repeated with the same
 * content, it changes nothing; other content for an issued version throws, since an issued version never changes.
 */
export async function issuePolicy(run: RunSql, issuer: Actor, policy: Policy, at: Date): Promise<string> {
  const contentHash = hashOf({
    ...policy,
    amount: `${policy.amount}`,
    amountMin: `${policy.amountMin}`,
    amountMax: `${policy.amountMax}`,
  });
  const [issued] = await run<{ id: string; hash: string }>(
    `select v.id::text as id, v.content_hash as hash from policy_version v join policy p on p.id = v.policy_id
     where p.code = $1 and p.organization_path = $2 and v.version = $3::int`,
    policy.code,
    issuer.scope,
    policy.version,
  );
  if (issued !== undefined) {
    if (issued.hash === contentHash) return issued.id;
    throw new Error(`${policy.code} version ${policy.version} is issued with another content: give it a new version`);
  }
  const id = await draftVersion(run, issuer, policy, contentHash);
  await draftClauses(run, issuer, policy, id);
  await run(
    'update policy_version set issued_at = $2::timestamptz, issued_by = $3::uuid where id = $1::uuid',
    id,
    at,
    issuer.staffId,
  );
  return id;
}

async function draftVersion(run: RunSql, issuer: Actor, policy: Policy, contentHash: string): Promise<string> {
  const [version] = await run<{ id: string }>(
    `with kept as (
       insert into policy (organization_path, organization_id, organization_name, code, name, name_en)
       values ($1, $2::uuid, $3, $4, $5, $6)
       on conflict on constraint policy_code_once do update set name = excluded.name, name_en = excluded.name_en
       returning id)
     insert into policy_version (organization_path, policy_id, version, source, in_force_from, in_force_to, aid_type,
       mark, purpose, amount_fen, amount_min_fen, amount_max_fen, frequency, decision, content_hash,
       facts)
     select $1, kept.id, $7::int, $8, $9::date, $10::date, $11, $12, $13, $14::text::bigint, $15::text::bigint,
       $16::text::bigint, $17::jsonb, $18::jsonb, $19, $20::jsonb
     from kept returning id::text as id`,
    issuer.scope,
    issuer.organizationId,
    issuer.organizationName,
    policy.code,
    policy.name,
    policy.nameEn,
    policy.version,
    policy.source,
    policy.inForceFrom,
    policy.inForceTo,
    policy.aidType,
    policy.mark,
    policy.purpose,
    `${policy.amount}`,
    `${policy.amountMin}`,
    `${policy.amountMax}`,
    JSON.stringify(policy.frequency),
    JSON.stringify(policy.decision),
    contentHash,
    JSON.stringify(policy.facts),
  );
  if (version === undefined) throw new Error(`${policy.code}: its version was not written`);
  return version.id;
}

async function draftClauses(run: RunSql, issuer: Actor, policy: Policy, versionId: string): Promise<void> {
  await run(
    `insert into policy_clause (policy_version_id, organization_path, code, position, kind, criterion, criterion_en, facts,
       threshold, threshold_en, title, title_en, source, body, note, note_en, evidence, tells_of_health)
     select $1::uuid, $2, c.code, c.position, c.kind, c.criterion, c."criterionEn", c.facts, c.threshold, c."thresholdEn",
       c.title, c."titleEn", c.source, c.text, c.note, c."noteEn", c.evidence, c."tellsOfHealth"
     from jsonb_to_recordset($3::jsonb) as c(code text, position int, kind text, criterion text, "criterionEn" text,
       facts text[], threshold text, "thresholdEn" text, title text, "titleEn" text, source text, text text, note text,
       "noteEn" text, evidence text[], "tellsOfHealth" boolean)`,
    versionId,
    issuer.scope,
    JSON.stringify(policy.clauses.map((clause, place) => ({ ...clause, position: place + 1 }))),
  );
}
