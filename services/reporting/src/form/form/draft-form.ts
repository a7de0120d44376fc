import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { ReportingContext, Transaction } from '../../builder.ts';
import type { FormVersion } from '../../generated/prisma/client.ts';
import type { FormDefinition } from './form.ts';
import { parseForm } from './parse-form.ts';
import { forms } from './forms.ts';

/** The most characters in a form's file: as Chinese text within a request's 1 MB. */
const longestFile = 200_000;

const notJson = (): Problem =>
  problem(
    'FORM_NOT_JSON',
    { zh: '表样文件应为 JSON 格式，检查后重新载入', en: 'The form file must be JSON. Check it and load it again.' },
    'definition',
  );

const tooLong = (): Problem =>
  problem(
    'FORM_TOO_LONG',
    {
      zh: '表样文件最长 20 万个字符，精简后重新载入',
      en: 'The file has more than 200,000 characters. Shorten it and load it again.',
    },
    'definition',
  );

export const codeTaken = (code: string, field?: 'definition'): Problem =>
  problem(
    'FORM_CODE_TAKEN',
    {
      zh: `表号 ${code} 已由上级或系统使用，换一个表号`,
      en: `The code ${code} is used by a form of a superior or of the system. Choose another.`,
    },
    field,
  );

const versionIssued = (): Problem =>
  problem(
    'FORM_VERSION_ISSUED',
    {
      zh: '这一年度版本已发布，不能再改；把 version 改为启用新表样的年度',
      en: 'This version has been issued and cannot be changed. Give the new version a later effective year.',
    },
    'definition',
  );

/** Parses the text of a form's file. */
export function readFormFile(text: string): Result<FormDefinition> {
  if (text.length > longestFile) return refuse(tooLong());
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return refuse(notJson());
  }
  return parseForm(given);
}

/**
 * Drafts a form for the actor's organisation and those below it; replaces a draft of the same code and year. It is
 * filled once another person issues it. Refuses with FORM_NOT_JSON, FORM_TOO_LONG, FORM_FAULTY (each fault with its
 * place), FORM_CODE_TAKEN, FORM_VERSION_ISSUED.
 */
export function draftForm(
  context: ReportingContext,
  input: { readonly definition: string },
): Promise<Result<FormVersion>> {
  const { actor } = context;
  const constraints = { issued_form_stays: versionIssued };
  return runCommand(context, { action: 'form.draft', constraints }, async (tx) => {
    const read = readFormFile(input.definition);
    if (!read.ok) return read;
    const { code, version } = read.value;
    if (await isTaken(tx, code, actor.scope)) return refuse(codeTaken(code, 'definition'));
    const place = { organizationPath: actor.scope, code, version };
    const written = {
      definition: read.value,
      draftedBy: actor.staffId,
      draftedByName: actor.name,
      draftedAt: context.parts.clock(),
    };
    const draft = await tx.formVersion.upsert({
      where: { organizationPath_code_version: place },
      create: { ...place, organizationId: actor.organizationId, ...written },
      update: written,
    });
    await recordAudit(tx, context, [
      { action: 'form.draft', recordType: 'FormVersion', recordId: draft.id, after: { code, version } },
    ]);
    return ok(draft);
  });
}

/** Whether a code is that of a built-in form, or of one that an organisation above has issued. */
export async function isTaken(tx: Transaction, code: string, path: string): Promise<boolean> {
  if (forms.some((form) => form.code === code)) return true;
  const [found] = await tx.$queryRawUnsafe<readonly object[]>(
    `select from form_version
     where code = $1 and issued_at is not null and starts_with($2, organization_path) and organization_path <> $2 limit 1`,
    code,
    path,
  );
  return found !== undefined;
}
