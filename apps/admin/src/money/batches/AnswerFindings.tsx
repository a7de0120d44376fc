import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import type { Problem } from '../../base/graph/command.ts';
import type { FindingAnswerInput } from '../../base/graph/generated/operation-types.ts';
import type { Typed } from '../../base/form/field.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { FindingDetail } from './BatchFindings.tsx';
import { batchMessages } from './messages.ts';
import type { Finding } from './use-findings.ts';

/** The findings that must be answered before a batch goes on. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.answer !== 'NONE' && finding.given === null);
}

/** The answers as typed: a reason if one is required, otherwise a tick as seen. */
export function answersOf(findings: readonly Finding[], typed: Typed): FindingAnswerInput[] {
  return openFindings(findings).flatMap(({ key, answer }) => {
    const said = (typed[key] ?? '').trim();
    if (answer === 'SEEN') return said === 'yes' ? [{ finding: key }] : [];
    return [{ finding: key, reason: said }];
  });
}

/** Every open finding that is not ticked, or has no reason yet, each with its place in the list. */
export function unansweredIn(findings: readonly Finding[], typed: Typed): readonly Problem[] {
  return openFindings(findings).flatMap(({ key, answer }, index) => {
    if ((typed[key] ?? '').trim() !== '') return [];
    const said = (words: string): string => words.replace('%{place}', String(index + 1));
    const { zh, en } = batchMessages;
    return [
      answer === 'SEEN'
        ? { code: 'NOT_SEEN', field: key, zh: said(zh.findings.notSeen), en: said(en.findings.notSeen) }
        : { code: 'NO_REASON', field: key, zh: said(zh.findings.noReason), en: said(en.findings.noReason) },
    ];
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
    <>
      {toSee.length < 2 ? null : (
        <FormControlLabel
          sx={{ mb: 1 }}
          label={say('findings.allSeen', { count: toSee.length })}
          control={
            <Checkbox
              checked={toSee.every((key) => props.typed[key] === 'yes')}
              onChange={(_, on) => props.onType(Object.fromEntries(toSee.map((key) => [key, on ? 'yes' : ''])))}
            />
          }
        />
      )}
      <Box component="ol" sx={{ m: 0, pl: 3, display: 'grid', gap: 2 }}>
        {open.map((finding) => (
          <li key={finding.key}>
            <FindingDetail finding={finding} />
            <AnswerField
              finding={finding}
              value={props.typed[finding.key] ?? ''}
              problem={props.problems.find(({ field }) => field === finding.key)?.[language]}
              onType={(value) => props.onType({ [finding.key]: value })}
            />
          </li>
        ))}
      </Box>
    </>
  );
}

function AnswerField(props: {
  readonly finding: Finding;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onType: (value: string) => void;
}): ReactElement {
  const say = useWords();
  const { key, answer } = props.finding;
  const { problem, value, onType } = props;
  if (answer === 'SEEN')
    return (
      <>
        <FormControlLabel
          label={say('findings.seen')}
          control={<Checkbox id={key} checked={value === 'yes'} onChange={(_, on) => onType(on ? 'yes' : '')} />}
        />
        {problem === undefined || value === 'yes' ? null : <FormHelperText error>{problem}</FormHelperText>}
      </>
    );
  return (
    <TextField
      fullWidth
      multiline
      required
      id={key}
      label={say('findings.reason')}
      value={value}
      error={problem !== undefined}
      helperText={problem}
      onChange={(event) => onType(event.target.value)}
    />
  );
}
