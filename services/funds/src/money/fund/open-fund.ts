import { recordAudit } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { ok, problem, type Problem, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import { requireCampaign } from '../campaign/require-campaign.ts';
import type { Command } from '../../command.ts';
import type { Fund } from '../../generated/prisma/client.ts';
import { bookOf } from '../../ledger/ledger/book.ts';
import { readNewFund, type OpenFundInput } from './fund.ts';

const fundNameTaken = (): Problem =>
  problem(
    'FUND_NAME_TAKEN',
    {
      zh: '本单位本年度已有同名资金，换一个名称',
      en: 'This unit already has a fund with this name and year. Choose another name.',
    },
    'name',
  );

/** Opens a fund in the actor's own book; it holds nothing until money is received. */
export function openFund(command: Command, input: OpenFundInput): Promise<Result<Fund>> {
  const { actor } = command;
  return runCommand(
    command,
    { action: 'receipt.record', constraints: { fund_name_once: fundNameTaken } },
    async (tx) => {
      const read = readNewFund(input);
      if (!read.ok) return read;
      const campaign = await requireCampaign(tx, read.value.campaignId);
      if (!campaign.ok) return campaign;
      const book = bookOf(actor);
      const fund = await tx.fund.create({
        data: {
          id: newEventId(command.at),
          ...read.value,
          purposes: [...read.value.purposes],
          organizationPath: book.path,
          organizationId: book.id,
          organizationName: book.name,
          openedBy: actor.staffId,
          openedAt: command.at,
        },
      });
      await recordAudit(tx, { actor, requestId: command.requestId }, [
        { action: 'fund.open', recordType: 'Fund', recordId: fund.id, after: read.value },
      ]);
      return ok(fund);
    },
  );
}
