import { mapResult, readRequiredText, readText, type Bilingual } from '@nuangong/primitives';
import type { WantedJob } from '@nuangong/service';
import { addListCommands, opinionOf, pieceOf, textOf, type ListCommand } from '../whole-list/over-whole-list.ts';
import { lifeCycle, type CaseFileCommand } from './case-file.ts';
import { decideCaseFiles } from './decide-case-files.ts';

type Decision = Parameters<typeof decideCaseFiles>[1];

/** The organisation's case files that a command over all of them takes. */
export function filesOf(command: CaseFileCommand): WantedJob['list'] {
  return [
    'select c.id, c.number as label from case_file c where c.status = any($1::text[]) order by c.number',
    lifeCycle[command].fromInBulk,
  ];
}

function decision(command: Decision, title: Bilingual): ListCommand {
  const read = command === 'RETURN' || command === 'REJECT' ? readRequiredText : readText;
  return {
    title,
    action: lifeCycle[command].action,
    check: (input) => read(textOf(input, 'opinion'), 'opinion', 1000),
    work: async (context, ids, { input }) =>
      mapResult(await decideCaseFiles(context, command, { ids, opinion: opinionOf(context, input) }), pieceOf),
  };
}

addListCommands({
  'case-file.submit': decision('SUBMIT', { zh: '提交档案', en: 'Submitting case files' }),
  'case-file.pass': decision('PASS', { zh: '审核通过', en: 'Passing case files' }),
  'case-file.return': decision('RETURN', { zh: '档案退回补正', en: 'Returning case files' }),
  'case-file.reject': decision('REJECT', { zh: '驳回建档申请', en: 'Rejecting case files' }),
});
