import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import type { Problem } from '../graph/command.ts';
import type { FindingAnswerInput } from '../graph/generated/operation-types.ts';
import type { Typed } from '../form/field.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import { FindingDetail } from './BatchFindings.tsx';
import type { Finding } from './use-findings.ts';

/** What is still to be answered before a batch goes on. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.answer !== 'NONE' && finding.given === null);
}

/** The answers as they were typed: a reason where one is wanted, what was ticked as seen. */
export function answersOf(findings: readonly Finding[], typed: Typed): FindingAnswerInput[] {
  return openFindings(findings).flatMap(({ key, answer }) => {
    const said = (typed[key] ?? '').trim();
    if (answer === 'SEEN') return said === 'yes' ? [{ finding: key }] : [];
    return [{ finding: key, reason: said }];
  });
}

/** Each open finding with its tick or its reason: 已看过, 缘由. */
export function AnswerFindings(props: {
  readonly findings: readonly Finding[];
  readonly typed: Typed;
  readonly problems: readonly Problem[];
  readonly onType: (typed: Typed) => void;
}): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const open = openFindings(props.findings);
  const toSee = open.filter(({ answer }) => answer === 'SEEN').map(({ key }) => key);
  return (
    <Box component="ol" sx={{ m: 0, pl: 3, display: 'grid', gap: 2 }}>
      {toSee.length < 2 ? null : (
        <FormControlLabel
          label={say('findings.allSeen', { count: toSee.length })}
          control={
            <Checkbox
              checked={toSee.every((key) => props.typed[key] === 'yes')}
              onChange={(_, on) => props.onType(Object.fromEntries(toSee.map((key) => [key, on ? 'yes' : ''])))}
            />
          }
        />
      )}
      {open.map((finding) => {
        const problem = props.problems.find(({ field }) => field === finding.key)?.[language];
        const value = props.typed[finding.key] ?? '';
        return (
          <li key={finding.key}>
            <FindingDetail finding={finding} />
            {finding.answer === 'SEEN' ? (
              <FormControlLabel
                label={say('findings.seen')}
                control={
                  <Checkbox checked={value === 'yes'} onChange={(_, on) => props.onType({ [finding.key]: on ? 'yes' : '' })} />
                }
              />
            ) : (
              <TextField
                fullWidth
                multiline
                required
                label={say('findings.reason')}
                value={value}
                error={problem !== undefined}
                helperText={problem}
                onChange={(event) => props.onType({ [finding.key]: event.target.value })}
              />
            )}
          </li>
        );
      })}
    </Box>
  );
}
