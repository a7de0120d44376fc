import { pageOf, requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { CaseFile, loadCaseFile } from '../../register/case-file/case-file.graphql.ts';
import { Campaign } from '../campaign/campaign.graphql.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { decideCampaignCandidates } from './decide-campaign-candidates.ts';

const CampaignCandidateType = builder.objectRef<RowResult>('CampaignCandidate').implement({
  description: 'An active file that is not put forward in a campaign yet, with a decision on its present state.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the file.' }),
    caseFile: t.field({
      type: CaseFile,
      description: 'The file.',
      resolve: async ({ id }, _arguments, context) => {
        const file = await loadCaseFile(context, id);
        if (file === undefined) throw new Error(`the candidate ${id} is not within sight`);
        return file;
      },
    }),
    eligible: t.boolean({
      description: 'Whether it would be put forward now, while quota and budget last.',
      resolve: ({ ok }) => ok,
    }),
    problems: t.field({
      type: ['Problem'],
      description: 'Why it would not be; empty if it would.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
});

interface CandidatePage {
  readonly items: readonly RowResult[];
  readonly total: number;
}

const CampaignCandidatePage = builder.objectRef<CandidatePage>('CampaignCandidatePage').implement({
  fields: (t) => ({
    items: t.field({ type: [CampaignCandidateType], resolve: ({ items }) => [...items] }),
    total: t.exposeInt('total'),
  }),
});

builder.objectField(Campaign, 'candidates', (t) =>
  t.field({
    type: CampaignCandidatePage,
    description: 'Files not put forward yet, by number, each with what keeps it from being put forward now.',
    args: { page: t.arg.int(), perPage: t.arg.int() },
    resolve: (campaign, page, context) => {
      requirePermission(context, 'application.put-forward');
      return decideCampaignCandidates(context, campaign, pageOf(page));
    },
  }),
);
