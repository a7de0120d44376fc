import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { systemActor, type OrganizationPath } from '@nuangong/access';
import { identityOf } from '@nuangong/database';
import { problem, type Problem } from '@nuangong/primitives';
import type { RunningParts } from '../../running-parts.ts';

/** Waits between attempts, in seconds; the last is repeated. */
const waits = [0, 1, 2, 5, 10, 30, 60];

/**
 * Runs an import's work in the background. If it fails, the import ends with a reason for the clerk as soon as the
 * database accepts it, so that it never stays RUNNING with nobody working on it. If the service stops, the import is
 * left as it is and resumes at the next start.
 */
export function runInBackground(
  parts: RunningParts,
  importId: string,
  path: OrganizationPath,
  work: (stopping: () => boolean) => Promise<void>,
): void {
  parts.background.run(`roster ${importId}`, async (stopping) => {
    try {
      await work(stopping);
    } catch (error) {
      const number = randomUUID().slice(0, 8);
      parts.logger.error({ err: error, importId, number }, 'work on a roster broke');
      await insist(stopping, () => endImport(parts, importId, path, number));
    }
  });
}

/** Repeats the work until it succeeds or the service stops. */
export async function insist(stopping: () => boolean, work: () => Promise<void>): Promise<void> {
  for (let attempt = 0; !stopping(); attempt += 1) {
    for (let seconds = waits[Math.min(attempt, waits.length - 1)] ?? 60; seconds > 0 && !stopping(); seconds -= 1)
      await wait(1000);
    try {
      return await work();
    } catch {
      // The database does not answer yet.
    }
  }
}

async function endImport(parts: RunningParts, importId: string, path: OrganizationPath, number: string): Promise<void> {
  await parts.database.transaction(identityOf(systemActor(path)), async (tx) => {
    await tx.rosterImport.updateMany({
      where: { id: importId, status: 'UPLOADED' },
      data: { status: 'REFUSED', problems: [readingBroke(number)] },
    });
    await tx.rosterImport.updateMany({
      where: { id: importId, status: 'RUNNING' },
      data: { status: 'FAILED', problems: [importBroke(number)] },
    });
  });
}

const readingBroke = (number: string): Problem =>
  problem('READING_BROKE', {
    zh: `读取此文件时系统出错，已记录，编号 ${number}；重新上传，仍不行时把编号告诉管理员`,
    en: `The file could not be read because of a system error, recorded as ${number}. Upload it again, or give the number to the administrator.`,
  });

const importBroke = (number: string): Problem =>
  problem('IMPORT_BROKE', {
    zh: `导入时系统出错，已停下，编号 ${number}；已导入的行保留，可继续导入其余行，仍不行时把编号告诉管理员`,
    en: `The import stopped because of a system error, recorded as ${number}. Rows already imported are kept; import the remaining ones, or give the number to the administrator.`,
  });
