import { permits } from '@nuangong/access';
import { prismaSql } from '@nuangong/database';
import type { Bilingual } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import type { HouseholdVersion } from '../../generated/prisma/client.ts';
import { addTimelineSource } from '../timeline/timeline-sources.ts';
import { causesShown } from '../written-words/read-written.ts';
import { statePlace } from '../written-words/written-of-people.ts';
import { factChanges, wordFactChange, type ComparedFacts, type FactChange } from './fact-changes.ts';
import { stateInFacts, type StoredState } from './stored-state.ts';

/** The changes of households, each fact before and after. Facts of health are not among those compared. */
addTimelineSource(
  { kinds: { HOUSEHOLD_CHANGED: 'Its facts were changed.' }, recordTypes: { Household: 'The household itself.' } },
  async (context, householdIds) => {
    const versions = await context.tx.householdVersion.findMany({
      where: { householdId: { in: [...householdIds] } },
      orderBy: [{ householdId: 'asc' }, { version: 'asc' }],
    });
    const facts = await Promise.all(versions.map((version) => factsOf(context, version)));
    return versions.flatMap((version, at) => {
      const [before, after] = [facts[at - 1], facts[at]];
      if (versions[at - 1]?.householdId !== version.householdId || before === undefined || after === undefined)
        return [];
      const changes = factChanges(before, after);
      if (changes.length === 0) return [];
      return [
        {
          id: version.id,
          householdId: version.householdId,
          at: version.changedAt,
          kind: 'HOUSEHOLD_CHANGED',
          title: { zh: '家庭情况变更', en: 'Household changed' },
          detail: inWords(changes),
          actor: version.staffName,
          organizationName: null,
          recordType: 'Household' as const,
          recordId: version.householdId,
        },
      ];
    });
  },
);

async function factsOf(context: CaseRecordsContext, version: HouseholdVersion): Promise<ComparedFacts> {
  const { id, organizationPath, sealedState } = version;
  const text = await context.parts.keyring.open(sealedState, statePlace(id, organizationPath));
  const facts = stateInFacts(JSON.parse(text) as StoredState);
  return { ...facts, causes: causesShown(context.actor, facts.causes) };
}

function inWords(changes: readonly FactChange[]): Bilingual {
  const words = changes.map(wordFactChange);
  return {
    zh: words.map(({ fact, before, after }) => `${fact.zh}：${before?.zh ?? '无'} → ${after?.zh ?? '无'}`).join('；'),
    en: words
      .map(({ fact, before, after }) => `${fact.en}: ${before?.en ?? 'none'} → ${after?.en ?? 'none'}`)
      .join('; '),
  };
}

const numbers: Readonly<Record<string, Bilingual>> = {
  'identity.unmask': { zh: '查看完整证件号码', en: 'Identity number viewed' },
  'phone.unmask': { zh: '查看完整电话', en: 'Telephone number viewed' },
  'bank-account.unmask': { zh: '查看完整银行账号', en: 'Bank account viewed' },
};

interface Look {
  readonly id: string;
  readonly householdId: string;
  readonly action: string;
  readonly by: string;
  readonly at: Date;
}

/**
 * The looks ($2: their actions) at numbers of the people of households ($1). The people come first: under row-level
 * security an id that is computed in the join would not be looked up in the log's index.
 */
export const looksAtNumbers = `
  with person as materialized (
    select household_id, person_id::text as id from household_member where household_id = any($1::uuid[]))
  select a.id::text as id, p.household_id::text as "householdId", a.action, a.staff_name as by, a.recorded_at as at
  from audit_entry a join person p on p.id = a.record_id
  where a.record_type = 'Person' and a.record_id = any(array(select id from person)) and a.action = any($2::text[])`;

/**
 * Who looked at the whole numbers of a household's people, and when, from the audit log: for those who read the log
 * (platform.md, Identity and isolation).
 */
addTimelineSource(
  {
    kinds: { NUMBER_VIEWED: 'Somebody viewed a whole number of a person; for readers of the audit log.' },
    recordTypes: { Household: 'The household itself.' },
  },
  async (context, householdIds) => {
    if (!permits(context.actor.roles, 'audit.read')) return [];
    const looks = await prismaSql(context.tx)<Look>(looksAtNumbers, [...householdIds], Object.keys(numbers));
    return looks.map(({ id, householdId, action, by, at }) => ({
      id: `look-${id}`,
      householdId,
      at: new Date(at),
      kind: 'NUMBER_VIEWED',
      title: numbers[action] ?? { zh: '查看完整号码', en: 'Number viewed' },
      actor: by,
      organizationName: null,
      recordType: 'Household' as const,
      recordId: householdId,
    }));
  },
);
