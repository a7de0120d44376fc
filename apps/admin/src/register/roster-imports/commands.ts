import { fetchSignedIn } from '../../base/graph/session.ts';
import { carryOut, type Problem } from '../../base/graph/command.ts';
import { GraphFault } from '../../base/graph/fault.ts';
import {
  cancelRosterImportMutation,
  chooseRosterSheetsMutation,
  correctRosterRowMutation,
  decideRosterDifferencesMutation,
  mapRosterColumnsMutation,
  putAwayRosterImportMutation,
  startRosterImportMutation,
} from '../../base/graph/generated/roster-imports.ts';
import type {
  CancelRosterImportInput,
  ChooseRosterSheetsInput,
  CorrectRosterRowInput,
  DecideRosterDifferencesInput,
  MapRosterColumnsInput,
  PutAwayRosterImportInput,
  StartRosterImportInput,
} from '../../base/graph/generated/operation-types.ts';

/** Sets the field of each column. */
export const mapRosterColumns = (input: MapRosterColumnsInput) => carryOut(mapRosterColumnsMutation, input);

/** Sets which sheets are imported, and whether hidden rows are. */
export const chooseRosterSheets = (input: ChooseRosterSheetsInput) => carryOut(chooseRosterSheetsMutation, input);

/** Removes an import from the list. */
export const putAwayRosterImport = (input: PutAwayRosterImportInput) => carryOut(putAwayRosterImportMutation, input);

/** Applies rows that differ from the register, or leaves them. */
export const decideRosterDifferences = (input: DecideRosterDifferencesInput) =>
  carryOut(decideRosterDifferencesMutation, input);

/** Starts the import of the rows, which continues on the server. */
export const startRosterImport = (input: StartRosterImportInput) => carryOut(startRosterImportMutation, input);

/** Stops an import; imported rows stay. */
export const cancelRosterImport = (input: CancelRosterImportInput) => carryOut(cancelRosterImportMutation, input);

/** Reads one rejected row again with corrected values. */
export const correctRosterRow = (input: CorrectRosterRowInput) => carryOut(correctRosterRowMutation, input);

/** Uploads a roster (.xlsx, .csv); returns the import's id, or why the file can't be read. */
export async function uploadRoster(
  file: File,
): Promise<{ readonly problems: readonly Problem[]; readonly importId?: string }> {
  const form = new FormData();
  form.set('file', file);
  const answer = await fetchSignedIn('/files/case-records/rosters', { method: 'POST', body: form });
  const body = (await answer.json().catch(() => ({}))) as {
    readonly problems?: readonly Problem[];
    readonly importId?: string;
  };
  if (answer.ok && body.importId !== undefined) return { problems: [], importId: body.importId };
  if (body.problems === undefined) throw new GraphFault('', answer.status, 'SERVICE_UNAVAILABLE');
  return { problems: body.problems };
}
