import { prismaSql } from '@nuangong/database';
import { settingOf } from '@nuangong/organizations';
import type { LocalDate } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { postingWorkingDays } from './posting.ts';

/** How many working days an organisation posts on a day: its own setting, or that of the nearest above it, else five. */
export async function postingDaysOf(tx: Transaction, organizationPath: string, today: LocalDate): Promise<number> {
  return (await settingOf(prismaSql(tx), organizationPath, 'POSTING_WORKING_DAYS', today)) ?? postingWorkingDays;
}
