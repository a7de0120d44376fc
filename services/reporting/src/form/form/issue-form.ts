import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import { z } from 'zod';
import type { ReportingContext } from '../../builder.ts';
import type { FormVersion } from '../../generated/prisma/client.ts';

const ownForm = (): Problem =>
  problem('OWN_FORM', {
    zh: '表样由一人起草，由另一人核对后发布',
    en: 'Drafted by this account: another person checks and issues it.',
  });

const alreadyIssued = (): Problem =>
  problem('FORM_VERSION_ISSUED', { zh: '表样已发布，不用再发布', en: 'The form is issued already.' });

/**
 * Issues a drafted form: from now on the organisation that drafted it and those below it fill it. Refuses with
 * NOT_FOUND, OWN_FORM if the actor drafted it, FORM_VERSION_ISSUED, CHANGED_MEANWHILE.
 */
export function issueForm(context: ReportingContext, input: { readonly id: string }): Promise<Result<FormVersion>> {
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
    const issue = { issuedBy: actor.staffId, issuedByName: actor.name, issuedAt: context.parts.clock() };
    const { draftedAt } = draft;
    const changed = await tx.formVersion.updateMany({ where: { id: draft.id, draftedAt }, data: issue });
    if (changed.count === 0) return refuse(changedMeanwhile());
    await recordAudit(tx, context, [{ action: 'form.issue', recordType: 'FormVersion', recordId: draft.id }]);
    return ok({ ...draft, ...issue });
  });
}
