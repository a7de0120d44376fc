import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { addressOfJob } from './job-places.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import type { CommandResult, Problem } from './command.ts';
import { GraphFault } from './fault.ts';

/** A command and its state: whether it runs, why it was refused. */
export interface Command<Input, Result> {
  /** Carries it out; returns undefined if it was refused or the service could not be reached. */
  readonly run: (input: Input) => Promise<Result | undefined>;
  readonly pending: boolean;
  /** Why it was refused: for the summary on top of a form and beside its fields. */
  readonly problems: readonly Problem[];
  /** The problem of one field, or undefined. */
  readonly problemOf: (field: string) => string | undefined;
  readonly forget: () => void;
}

/**
 * Carries out a command function (`approveApplications`), waits for the server, and refreshes the screen. Problems are
 * kept for the form; `announce: true` also shows the first as a notification, for commands without a form. A command
 * over a long list continues as a job: its page is opened, and `run` returns undefined.
 */
export function useCommand<Input, Result extends CommandResult>(
  command: (input: Input) => Promise<Result>,
  options: { readonly announce?: boolean } = {},
): Command<Input, Result> {
  const queryClient = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const say = useWords();
  const language = useLanguage();
  const [pending, setPending] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const run = async (input: Input): Promise<Result | undefined> => {
    setPending(true);
    setProblems([]);
    try {
      const result = await command(input);
      setProblems(result.problems);
      const first = result.problems[0];
      if (first !== undefined && options.announce === true)
        notify(first[language], { type: 'error', autoHideDuration: 10_000 });
      const job = jobOf(result);
      if (job !== undefined) {
        notify(say('jobs.begun'), { type: 'info' });
        navigate(addressOfJob(job));
      }
      await queryClient.invalidateQueries();
      if (job !== undefined) return undefined;
      return first === undefined ? result : undefined;
    } catch (fault) {
      const words = fault instanceof GraphFault && fault.message !== '' ? fault.message : say('display.faultOffline');
      notify(words, { type: 'error', autoHideDuration: 10_000 });
      return undefined;
    } finally {
      setPending(false);
    }
  };
  return {
    run,
    pending,
    problems,
    problemOf: (field) => problems.find((problem) => problem.field === field)?.[language],
    forget: () => setProblems([]),
  };
}

interface BegunJob {
  readonly id: string;
  readonly service: string;
}

/** The job that carries a command out; undefined if it was carried out immediately. */
function jobOf(result: CommandResult & { readonly job?: BegunJob | null }): BegunJob | undefined {
  return result.job ?? undefined;
}
