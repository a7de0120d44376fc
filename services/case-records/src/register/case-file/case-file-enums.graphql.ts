import type { ExitReason } from '@nuangong/events';
import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { CaseFileStatus, GivenCommand } from './case-file.ts';

export const CaseFileStatusEnum = builder.enumType('CaseFileStatus', {
  description: 'The status of a case file (档案状态).',
  values: describedValues<CaseFileStatus>({
    DRAFT: 'Being filled in; not submitted (草稿).',
    SUBMITTED: 'Awaiting county review (待县级审核).',
    COUNTY_REVIEW: 'Passed county review; awaiting posting (县级已审核).',
    POSTED: 'Posted, with a period for objections (公示中).',
    ACTIVE: 'Active: aid can be applied for (在档).',
    EXITED: 'The household left the register (已退出).',
    RETURNED: 'Returned for correction (已退回补正).',
    REJECTED: 'Rejected (不予建档).',
    SUSPENDED: 'Suspended: no payments until it is resumed (已暂停).',
    REVOKED: 'Revoked as a sanction (已取消).',
  }),
});

export const CaseFileCommandEnum = builder.enumType('CaseFileCommand', {
  description: 'The commands on a case file; each has its own mutation.',
  values: describedValues<GivenCommand>({
    SUBMIT: '`submitCaseFiles`: submits it for county review (提交).',
    PASS: '`passCaseFiles`: passes the review (审核通过).',
    RETURN: '`returnCaseFiles`: returns it for correction (退回补正).',
    REJECT: '`rejectCaseFiles`: rejects it (不予建档).',
    POST: '`publishPosting`: posts it (公示).',
    ACTIVATE: '`activatePosting`: activates it after the posting (建档).',
    EXIT: '`proposeExit`: proposes that the household exits (退出).',
    SUSPEND: '`suspendCaseFile`: stops payments (暂停).',
    RESUME: '`resumeCaseFile`: resumes payments (恢复).',
    REOPEN: '`reopenCaseFile`: makes an exited or rejected file a draft again (重新建档).',
  }),
});

export const ExitReasonEnum = builder.enumType('ExitReason', {
  description: 'Why a household leaves the register (退出原因).',
  values: describedValues<ExitReason>({
    AIDED: 'It is out of hardship through aid (帮扶脱困).',
    INCOME_ABOVE_LINE: 'Its income is now above the line (收入超过标准).',
    MOVED: 'It moved away (迁出).',
    DIED: 'The worker died (死亡).',
    OTHER: 'Another reason.',
  }),
});
