import type { ExitReason } from '@nuangong/events';
import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { CaseFileStatus, GivenCommand } from './case-file.ts';

export const CaseFileStatusEnum = builder.enumType('CaseFileStatus', {
  description: 'Where a case file stands (档案状态).',
  values: describedValues<CaseFileStatus>({
    DRAFT: 'Being filled in; not submitted (草稿).',
    SUBMITTED: 'Waits for the county’s review (待县级审核).',
    COUNTY_REVIEW: 'Passed the county’s review; to be posted (县级已审核).',
    POSTED: 'Its name is on the wall, with a period for objections (公示中).',
    ACTIVE: 'In force: aid can be asked for (在档).',
    EXITED: 'The household left the register (已退出).',
    RETURNED: 'Sent back to be completed (已退回补正).',
    REJECTED: 'Not taken into the register (不予建档).',
    SUSPENDED: 'No payments until it is resumed (已暂停).',
    REVOKED: 'Taken away as a sanction (已取消).',
  }),
});

export const CaseFileCommandEnum = builder.enumType('CaseFileCommand', {
  description: 'What is done with a case file, each by a mutation of its own.',
  values: describedValues<GivenCommand>({
    SUBMIT: '`submitCaseFiles`: to the county for review (提交).',
    PASS: '`passCaseFiles`: the review is passed (审核通过).',
    RETURN: '`returnCaseFiles`: back to be completed (退回补正).',
    REJECT: '`rejectCaseFiles`: not taken into the register (不予建档).',
    POST: '`publishPosting`: its name goes on the wall (公示).',
    ACTIVATE: '`activatePosting`: into force after the posting (建档).',
    EXIT: '`proposeExit`: the household is to leave the register (退出).',
    SUSPEND: '`suspendCaseFile`: payments stop (暂停).',
    RESUME: '`resumeCaseFile`: payments go on (恢复).',
    REOPEN: '`reopenCaseFile`: an ended or rejected file is a draft again (重新建档).',
  }),
});

export const ExitReasonEnum = builder.enumType('ExitReason', {
  description: 'Why a household leaves the register (退出原因).',
  values: describedValues<ExitReason>({
    AIDED: 'It is out of hardship through aid (帮扶脱困).',
    INCOME_ABOVE_LINE: 'Its income is above the line now (收入超过标准).',
    MOVED: 'It moved away (迁出).',
    DIED: 'The worker died (死亡).',
    OTHER: 'Another reason.',
  }),
});
