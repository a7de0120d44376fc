import { isUuid, ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { changedMeanwhile, notFound } from '@nuangong/subgraph';
import { quotaHeldByDatabase } from '../campaign/hold-quotas.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { turnHeldByDatabase } from '../../policy/frequency/hold-turns.ts';
import { doubleFoundByDatabase } from '../../register/same-person/unanswered-doubles.ts';
import { fileNotActive, makerIsNotChecker } from './application.ts';

/** The applications that a decision is about: these, or all that wait for it in a campaign. */
export type ApplicationChoice =
  | { readonly kind: 'THESE'; readonly ids: readonly string[] }
  | { readonly kind: 'CAMPAIGN'; readonly campaignId: string };

export interface ApplicationsInput {
  readonly ids?: readonly string[] | null | undefined;
  readonly campaignId?: string | null | undefined;
  readonly all?: boolean | null | undefined;
}

const mostIds = 2000;

/** Reads which applications an input means. Refuses with NOTHING_CHOSEN or TOO_MANY_CHOSEN. */
export function readChoice(input: ApplicationsInput): Result<ApplicationChoice> {
  if (input.all === true && input.campaignId && isUuid(input.campaignId)) {
    return ok({ kind: 'CAMPAIGN', campaignId: input.campaignId });
  }
  const ids = [...new Set((input.ids ?? []).map((id) => id.toLowerCase()))];
  if (ids.length === 0) {
    return refuse(
      problem('NOTHING_CHOSEN', { zh: '没有选中申请，勾选后办理', en: 'Select at least one application.' }, 'ids'),
    );
  }
  if (ids.length > mostIds) {
    return refuse(
      problem(
        'TOO_MANY_CHOSEN',
        { zh: `一次最多选 ${mostIds} 户，分批办理`, en: `Select at most ${mostIds} at a time.` },
        'ids',
      ),
    );
  }
  return ok({ kind: 'THESE', ids });
}

/** The parameters of a statement that selects the chosen: ids or null, campaign or null. */
export function choiceParameters(choice: ApplicationChoice): readonly [readonly string[] | null, string | null] {
  return choice.kind === 'THESE' ? [choice.ids.filter(isUuid), null] : [null, choice.campaignId];
}

/** The rows in the requested order; ids that are unknown within scope are NOT_FOUND. */
export function rowsInOrder(choice: ApplicationChoice, results: ReadonlyMap<string, RowResult>): readonly RowResult[] {
  if (choice.kind === 'CAMPAIGN') return [...results.values()];
  const missing = notFound({ zh: '申请', en: 'application' });
  return choice.ids.map((id) => results.get(id) ?? { id, ok: false, problems: [missing] });
}

/** The problems for violations of the database's rules on applications. */
export const applicationConstraints = {
  application_maker_is_not_checker: makerIsNotChecker,
  application_file_first: fileNotActive,
  application_quota_is_held: quotaHeldByDatabase,
  application_frequency_is_held: turnHeldByDatabase,
  application_double_is_answered: doubleFoundByDatabase,
  application_file_unchanged: changedMeanwhile,
} satisfies Readonly<Record<string, () => Problem>>;
