import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Problem } from '../graph/command.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';

/**
 * The problems of a refused command, on top of its form: takes focus, and each links to its field (`id` = field's
 * name).
 */
export function ProblemSummary({ problems }: { readonly problems: readonly Problem[] }): ReactElement | null {
  const say = useWords();
  const language = useLanguage();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) summary.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <Alert severity="error" ref={summary} tabIndex={-1} role="alert" sx={{ mb: 2 }}>
      <strong>{say('display.summaryTitle', { count: problems.length })}</strong>
      <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
        {problems.map((problem) => (
          <li key={`${problem.code}/${problem.field ?? ''}/${problem.zh}`}>
            {problem.field === null || problem.field === undefined ? (
              problem[language]
            ) : (
              <Link
                component="button"
                type="button"
                color="inherit"
                sx={{ textAlign: 'left' }}
                onClick={() => focusField(problem.field)}
              >
                {problem[language]}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function focusField(field: string | null | undefined): void {
  if (field === null || field === undefined) return;
  const input = document.getElementById(field) ?? document.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`);
  input?.focus();
  input?.scrollIntoView({ block: 'center' });
}
