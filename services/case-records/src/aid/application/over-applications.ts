import { prismaSql, recordAudit, type RunSql } from '@nuangong/database';
import { mapResult, ok, readRequiredText, type Problem, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { nextStatus, type ApplicationAct } from './application.ts';
import { applicationConstraints, readChoice, rowsInOrder, type ApplicationsInput } from './choose-applications.ts';
import type { KeptDecision } from './keep-decisions.ts';
import { lockApplications, type LockedApplication } from './lock-applications.ts';

/** A command over chosen applications, for each of which something must be written. */
interface ApplicationsCommand {
  readonly action: 'application.approve' | 'application.put-forward';
  readonly act: ApplicationAct;
  /** The text and its input field; at most 1,000 characters. */
  readonly words: { readonly field: string; readonly text: string };
  /** What else is against it. */
  readonly against?: (application: LockedApplication) => readonly Problem[];
}

/** The applications that a command may be carried out for, locked. */
interface ApplicationsInHand {
  readonly tx: Transaction;
  readonly run: RunSql;
  readonly at: Date;
  readonly words: string;
  readonly may: readonly KeptDecision[];
  /** Refuses one of them after all. */
  readonly refuse: (id: string, problems: readonly Problem[]) => void;
}

/**
 * Carries out a command over chosen applications: locks them, refuses each whose status the act does not follow, and
 * hands the others on. Returns a row for each in the order asked for, and those carried out.
 */
export function overApplications(
  context: CaseRecordsContext,
  input: ApplicationsInput,
  command: ApplicationsCommand,
  work: (inHand: ApplicationsInHand) => Promise<void>,
): Promise<Result<{ readonly rows: readonly RowResult[]; readonly done: readonly KeptDecision[] }>> {
  const { action, act, words, against } = command;
  const at = context.parts.clock();
  return runCommand(context, { action, constraints: applicationConstraints }, async (tx: Transaction) => {
    const choice = readChoice(input);
    if (!choice.ok) return choice;
    const written = readRequiredText(words.text, words.field, 1000);
    if (!written.ok) return written;
    const run = prismaSql(tx);
    const results = new Map<string, RowResult>();
    const may: KeptDecision[] = [];
    for (const application of await lockApplications(run, choice.value)) {
      const { id } = application;
      const next = nextStatus(application.status, act, application.lastHand);
      const problems = [...(next.ok ? [] : next.problems), ...(against?.(application) ?? [])];
      results.set(id, { id, ok: problems.length === 0, problems });
      if (next.ok && problems.length === 0) may.push({ application, to: next.value });
    }
    const refuse = (id: string, problems: readonly Problem[]) => void results.set(id, { id, ok: false, problems });
    await work({ tx, run, at, words: written.value, may, refuse });
    return ok({
      rows: rowsInOrder(choice.value, results),
      done: may.filter(({ application }) => results.get(application.id)?.ok === true),
    });
  });
}

/** Records a change of status of each application for the auditor. */
export function auditStatuses(
  tx: Transaction,
  context: CaseRecordsContext,
  action: 'application.return' | 'application.reject' | 'application.withdraw',
  decided: readonly KeptDecision[],
): Promise<void> {
  return recordAudit(
    tx,
    context,
    decided.map(({ application, to }) => ({
      action,
      recordType: 'AidApplication',
      recordId: application.id,
      before: { status: application.status },
      after: { status: to },
    })),
  );
}

/** The rows alone of what `overApplications` answers. */
export const rowsOnly = <Answer extends { readonly rows: readonly RowResult[] }>(result: Result<Answer>) =>
  mapResult(result, ({ rows }) => rows);
