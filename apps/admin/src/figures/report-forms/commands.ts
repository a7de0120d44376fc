import { carryOut } from '../../base/graph/command.ts';
import { draftFormMutation, issueFormMutation } from '../../base/graph/generated/report-forms.ts';
import type { DraftFormInput, IssueFormInput } from '../../base/graph/generated/operation-types.ts';

/** Drafts a form (统计表样) from the text of its file. */
export const draftForm = (input: DraftFormInput) => carryOut(draftFormMutation, input);

/** Issues a form that somebody else drafted: it is filled from now on. */
export const issueForm = (input: IssueFormInput) => carryOut(issueFormMutation, input);
