import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import { z } from 'zod';
import type { ReportingContext, Transaction } from '../../builder.ts';
import type { FormVersion } from '../../generated/prisma/client.ts';
import { codeTaken, isTaken } from './draft-form.ts';

const ownForm = (): Problem =>
  problem('OWN_FORM', {
    zh: '表样由一人起草，由另一人核对后发布',
    en: 'You drafted this form; another person must check and issue it.',
  });

const alreadyIssued = (): Problem =>
  problem('FORM_VERSION_ISSUED', { zh: '表样已发布，不用再发布', en: 'The form has already been issued.' });

/**
 * Issues a drafted form: from now on the organisation that drafted it and those below it fill it. Refuses with
 * NOT_FOUND, OWN_FORM if the actor drafted it, FORM_VERSION_ISSUED, FORM_CODE_TAKEN, FORM_YEAR_USED for a year that
 * another version was issued for or filled in, CHANGED_MEANWHILE if it was drafted again since the issuer read it.
 */
export function issueForm(
  context: ReportingContext,
  input: { readonly id: string; readonly draftedAt: Date },
): Promise<Result<FormVersion>> {
  const { actor } = context;
  const constraints = { form_version_needs_two: ownForm, issued_form_stays: alreadyIssued };
  return runCommand(context, { action: 'form.issue', constraints }, async (tx) => {
    const id = z.guid().safeParse(input.id);
    const draft = id.success
      ? await tx.formVersion.findFirst({ where: { id: id.data, organizationPath: { startsWith: actor.scope } } })
      : null;
    if (draft === null) return refuse(notFound({ zh: '表样', en: 'form' }));
    if (draft.issuedAt !== null) return refuse(alreadyIssued());
    if (draft.draftedBy === actor.staffId) return refuse(ownForm());
    if (draft.draftedAt.getTime() !== input.draftedAt.getTime()) return refuse(changedMeanwhile());
    if (await isTaken(tx, draft.code, draft.organizationPath)) return refuse(codeTaken(draft.code));
    const used = await firstYearLeft(tx, draft);
    if (draft.version < used) return refuse(yearUsed(draft.version, used));
    const issue = { issuedBy: actor.staffId, issuedByName: actor.name, issuedAt: context.parts.clock() };
    const { draftedAt } = draft;
    const changed = await tx.formVersion.updateMany({ where: { id: draft.id, draftedAt }, data: issue });
    if (changed.count === 0) return refuse(changedMeanwhile());
    await recordAudit(tx, context, [{ action: 'form.issue', recordType: 'FormVersion', recordId: draft.id }]);
    return ok({ ...draft, ...issue });
  });
}

const yearUsed = (version: number, first: number): Problem =>
  problem('FORM_YEAR_USED', {
    zh: `${version} 年度的表已按原版本发布或填报，不能换版；把 version 改为 ${first} 或以后的年度，重新起草`,
    en: `The form of ${version} has been issued or filled in under another version. Draft it for ${first} or later.`,
  });

/** The first year that no issued version begins in and no figure or submission was kept under, of a form's code. */
async function firstYearLeft(tx: Transaction, { code, organizationPath }: FormVersion): Promise<number> {
  const [row] = await tx.$queryRawUnsafe<readonly { year: number }[]>(
    `select coalesce(max(year), 0) + 1 as year from (
       select version as year from form_version
       where code = $1 and organization_path = $2 and issued_at is not null
       union all
       select extract(year from starts_on)::int from figure_entry
       where form_code = $1 and starts_with(organization_path, $2)
       union all
       select extract(year from starts_on)::int from submission
       where form_code = $1 and starts_with(organization_path, $2)
     ) as used`,
    code,
    organizationPath,
  );
  return row?.year ?? 0;
}
