import { runCommand } from '@nuangong/subgraph';
import { prismaSql, recordAudit } from '@nuangong/database';
import {
  isUuid,
  ok,
  problem,
  readRequiredText,
  readText,
  refuse,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { lifeCycle, objectionUpheld, ownHandling, type CaseFileCommand } from './case-file.ts';
import { moveCaseFiles, type CaseFileChoice } from './move-case-files.ts';
import { rowResults, type RowResult } from './row-results.ts';

export interface CaseFilesInput {
  readonly ids?: readonly string[] | null | undefined;
  readonly all?: boolean | null | undefined;
  readonly opinion?: string | null | undefined;
}

const mostIds = 2000;

/** The problems for violations of the database's rules. */
export const caseFileConstraints = {
  case_file_maker_is_not_checker: () => ownHandling('MADE'),
  case_file_opened_by_another: () => ownHandling('REVIEWED'),
  case_file_resumed_by_another: () => ownHandling('SUSPENDED'),
  case_file_objection_upheld: objectionUpheld,
} satisfies Readonly<Record<string, () => Problem>>;

/** The files that an input means: named ones or all. Refuses with NOTHING_CHOSEN or TOO_MANY_CHOSEN. */
export function readChoice(input: CaseFilesInput): Result<CaseFileChoice> {
  if (input.all === true) return ok({ kind: 'ALL' });
  const ids = (input.ids ?? []).map((id) => id.toLowerCase());
  if (ids.length === 0) {
    return refuse(
      problem('NOTHING_CHOSEN', { zh: '没有选中档案，勾选后办理', en: 'Select at least one case file.' }, 'ids'),
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
  return ok({ kind: 'THESE', ids: ids.map((id) => (isUuid(id) ? id : nobody)) });
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Submits, passes, returns or rejects case files; each row has its own result, in a fixed number of statements. */
export async function decideCaseFiles(
  context: CaseRecordsContext,
  command: Extract<CaseFileCommand, 'SUBMIT' | 'PASS' | 'RETURN' | 'REJECT'>,
  input: CaseFilesInput,
): Promise<Result<readonly RowResult[]>> {
  const at = context.parts.clock();
  const { action } = lifeCycle[command];
  return runCommand(context, { action, constraints: caseFileConstraints }, async (tx: Transaction) => {
    const choice = readChoice(input);
    if (!choice.ok) return choice;
    const needsWords = command === 'RETURN' || command === 'REJECT';
    const opinion = needsWords
      ? readRequiredText(input.opinion, 'opinion', 1000)
      : readText(input.opinion, 'opinion', 1000);
    if (!opinion.ok) return opinion;
    const moved = await moveCaseFiles(prismaSql(tx), context.parts.keyring, {
      command,
      choice: choice.value,
      actor: context.actor,
      at,
      opinion: opinion.value === '' ? null : opinion.value,
    });
    const rows = rowResults(command, choice.value, moved);
    const done = rows.filter((row) => row.ok);
    await recordAudit(
      tx,
      context,
      done.map(({ id }) => ({
        action: `case-file.${command.toLowerCase() as Lowercase<typeof command>}` as const,
        recordType: 'CaseFile',
        recordId: id,
        after: { status: lifeCycle[command].to },
      })),
    );
    return ok(rows);
  });
}
