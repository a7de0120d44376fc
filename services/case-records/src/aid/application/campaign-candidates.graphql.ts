import { pageOf, requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { CaseFile, loadCaseFile } from '../../register/case-file/case-file.graphql.ts';
import { Campaign } from '../campaign/campaign.graphql.ts';
import { decideCampaignCandidates, type CampaignCandidate } from './decide-campaign-candidates.ts';

const CampaignCandidateType = builder.objectRef<CampaignCandidate>('CampaignCandidate').implement({
  description: 'An active file that is not put forward in a campaign yet, decided as it stands now.',
  fields: (t) => ({
    id: t.exposeID('caseFileId', { description: 'The id of the file.' }),
    caseFile: t.field({
      type: CaseFile,
      description: 'The file.',
      resolve: async ({ caseFileId }, _arguments, context) => {
        const file = await loadCaseFile(context, caseFileId);
        if (file === undefined) throw new Error(`the candidate ${caseFileId} is not within sight`);
        return file;
      },
    }),
    eligible: t.boolean({
      description: 'Whether it would be put forward now, while quota and budget last.',
      resolve: ({ problems }) => problems.length === 0,
    }),
    problems: t.field({
      type: ['Problem'],
      description: 'Why it would not be; empty if it would.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
});

interface CandidatePage {
  readonly items: readonly CampaignCandidate[];
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
