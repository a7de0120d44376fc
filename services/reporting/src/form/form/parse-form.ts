import type { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import { ok, problem, refuse, type Bilingual, type Problem, type Result } from '@nuangong/primitives';
import { wordsOfIssue } from '../rule/rule.ts';
import { faultsOf } from './form-faults.ts';
import { formSchema, type FormDefinition } from './form.ts';

/** The most faults reported in one refusal. */
const mostFaults = 20;

const faulty = ({ zh, en: english }: Bilingual): Problem =>
  problem(
    'FORM_FAULTY',
    { zh: `表样有误，改正后重新载入：${zh}`, en: `Correct the form and load it again: ${english}` },
    'definition',
  );

/** Reads a form from parsed JSON; refuses with FORM_FAULTY for each fault, with its place. */
export function parseForm(given: unknown): Result<FormDefinition> {
  const read = formSchema.safeParse(given);
  if (read.success) {
    const faults = faultsOf(read.data);
    return faults.length === 0 ? ok(read.data) : refuse(...faults.slice(0, mostFaults).map(faulty));
  }
  return refuse(...faultsOfShape(given).map(faulty));
}

/** A choice that decides the shape of the rest has no words in the library's Chinese. */
const inChinese = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
    ? `应为以下之一：${issue.options.join('、')}`
    : issue.message;

/** What the schema refuses, in the words of its library's two languages; a place is a path: lines.3.cells.0.rule. */
function faultsOfShape(given: unknown): readonly Bilingual[] {
  const [chinese, english] = [zhCN(), en()].map(
    ({ localeError }) => formSchema.safeParse(given, { error: localeError, reportInput: true }).error?.issues ?? [],
  );
  return (chinese ?? []).slice(0, mostFaults).map((issue, at) => {
    const place = issue.path.length === 0 ? '' : `${issue.path.join('.')} `;
    const words = wordsOfIssue(inChinese(issue), english?.[at]?.message ?? issue.message);
    return { zh: place + words.zh, en: (place && `${place.trimEnd()}: `) + words.en };
  });
}
