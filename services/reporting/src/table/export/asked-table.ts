import { z } from 'zod';

/** How the address of a file names a table; its form is in the path. */
export const askedTable = z.object({
  form: z.string(),
  organizationId: z.guid().optional(),
  campaignId: z.guid().optional(),
  from: z.string().max(20).optional(),
  to: z.string().max(20).optional(),
  draftId: z.guid().optional(),
});
