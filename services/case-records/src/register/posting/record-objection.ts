import { recordAudit } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { notFound, runCommand } from '@nuangong/subgraph';
import { combineFields, ok, problem, readRequiredText, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { holdCaseFile } from '../case-file/hold-case-file.ts';
import { wordsPlace } from '../written-words/sealed-words.ts';
import type { Objection } from '../../generated/prisma/client.ts';

export interface RecordObjectionInput {
  readonly caseFileId: string;
  readonly raisedBy: string;
  readonly text: string;
}

/** Records an objection to a posted household; its file cannot become active until it is answered. */
export async function recordObjection(
  context: CaseRecordsContext,
  input: RecordObjectionInput,
): Promise<Result<Objection>> {
  const at = context.parts.clock();
  const { actor, requestId } = context;
  return runCommand(context, { action: 'posting.record-objection' }, async (tx: Transaction) => {
    const words = combineFields({
      raisedBy: readRequiredText(input.raisedBy, 'raisedBy', 100),
      text: readRequiredText(input.text, 'text', 2000),
    });
    if (!words.ok) return words;
    const file = await holdCaseFile(tx, input.caseFileId);
    if (file === null) return refuse(notFound({ zh: '档案', en: 'case file' }, 'caseFileId'));
    if (file.postingId === null || file.status !== 'POSTED') return refuse(notPosted());
    const { organizationPath } = file;
    const row = { id: newEventId(), organizationPath };
    const { keyring } = context.parts;
    const { raisedBy, text } = words.value;
    const objection = await tx.objection.create({
      data: {
        ...row,
        postingId: file.postingId,
        caseFileId: file.id,
        raisedBy: keyring.seal(raisedBy, wordsPlace('objection', 'raised_by', row)),
        text: keyring.seal(text, wordsPlace('objection', 'text', row)),
        raisedAt: at,
        recordedBy: actor.staffId,
      },
    });
    await recordAudit(tx, { actor, requestId }, [
      { action: 'objection.record', recordType: 'CaseFile', recordId: file.id, after: { objectionId: objection.id } },
    ]);
    return ok(objection);
  });
}

const notPosted = () =>
  problem(
    'NOT_POSTED',
    { zh: '该户不在公示中，核对公示名单', en: 'This household is not in a current posting. Check the list.' },
    'caseFileId',
  );
