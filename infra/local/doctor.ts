import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from './chromium.ts';
import { Explained, inWords } from './explained.ts';
import { missingForKafka } from '@nuangong/kafka';
import { livingOwner } from './owner-mark.ts';
import { choosePlace, type Place } from './place.ts';
import { isPortFree } from './ports.ts';
import { refuseBrokenDirectory, refuseFullDisk } from './postgres-troubles.ts';
import { progressTo } from './progress.ts';
import { keepSecrets } from './secrets.ts';
import { withServerOf } from './server-of-place.ts';
import { unprivilegedUser } from './unprivileged.ts';

/** The result of a check: fine, an inconvenience, or a reason why the system cannot run. */
type Finding =
  | { readonly kind: 'FINE'; readonly zh: string; readonly en: string }
  | { readonly kind: 'NOTE'; readonly zh: string; readonly en: string }
  | { readonly kind: 'WRONG'; readonly words: string };

/** `./nuangong doctor`: looks at the installation and says what is wrong and what to do; 1 if anything is. */
export async function doctor(data: string | undefined): Promise<number> {
  const progress = progressTo(process.stdout);
  const place = choosePlace(data, progress);
  const findings = [
    fine(`Node.js ${process.version}（${process.execPath}）`, `Node.js ${process.version}`),
    running(place),
    await port(place),
    attempt('磁盘空间足够', 'there is space on the disk', () =>
      refuseFullDisk(statfsSync(place.directory), place.directory),
    ),
    secrets(place),
    databaseDirectory(place),
    await databaseServer(place),
    await kafka(),
    chromium(),
  ];
  for (const finding of findings) process.stdout.write(`${lineOf(finding)}\n`);
  return findings.some(({ kind }) => kind === 'WRONG') ? 1 : 0;
}

function lineOf(finding: Finding): string {
  switch (finding.kind) {
    case 'FINE':
      return `  ✓ ${finding.zh} · ${finding.en}`;
    case 'NOTE':
      return `  – ${finding.zh} · ${finding.en}`;
    case 'WRONG':
      return `  ✗ ${finding.words.replaceAll('\n', '\n    ')}`;
  }
}

function fine(zh: string, en: string): Finding {
  return { kind: 'FINE', zh, en };
}

function note(zh: string, en: string): Finding {
  return { kind: 'NOTE', zh, en };
}

function attempt(zh: string, en: string, check: () => void): Finding {
  try {
    check();
    return fine(zh, en);
  } catch (error) {
    return { kind: 'WRONG', words: inWords(error) };
  }
}

function running(place: Place): Finding {
  const owner = livingOwner(join(place.directory, 'running.json'));
  return owner
    ? fine(`正在运行：${owner.about}（进程 ${owner.pid}）`, `running: ${owner.about} (process ${owner.pid})`)
    : note('没有在运行', 'not running');
}

async function port(place: Place): Promise<Finding> {
  const wanted = Number(process.env['PORT'] ?? '8080');
  if (livingOwner(join(place.directory, 'running.json')))
    return fine('端口由本系统使用', 'its port is in use by itself');
  if (await isPortFree(wanted)) return fine(`端口 ${wanted} 空闲`, `port ${wanted} is free`);
  return note(
    `端口 ${wanted} 被占用，启动时加 --port ${wanted + 1}`,
    `port ${wanted} is taken: start with --port ${wanted + 1}`,
  );
}

function secrets(place: Place): Finding {
  if (!existsSync(join(place.directory, 'secrets.json'))) {
    return existsSync(place.postgres)
      ? {
          kind: 'WRONG',
          words: inWords(
            new Explained(
              `有数据库但没有密钥文件 ${place.directory}/secrets.json，已加密的身份证号读不出。从备份恢复该文件。`,
              `There is a database but no file of keys ${place.directory}/secrets.json: the encrypted identity numbers ` +
                'cannot be read. Restore it from a backup.',
            ),
          ),
        }
      : note('尚未启动过，没有密钥', 'never started: no keys yet');
  }
  return attempt('密钥文件完整', 'the key file is complete', () => void keepSecrets(place.directory));
}

function databaseDirectory(place: Place): Finding {
  if (!existsSync(place.postgres)) return note('尚未启动过，没有数据库', 'never started: no database yet');
  return attempt(`数据库目录 ${place.postgres} 完整`, 'the database directory is complete', () =>
    refuseBrokenDirectory(place.postgres, unprivilegedUser(place.postgres)),
  );
}

async function databaseServer(place: Place): Promise<Finding> {
  if (!existsSync(place.postgres)) return note('数据库未检查', 'the database was not tried');
  try {
    await withServerOf(place, progressTo(process.stdout), async () => undefined);
    return fine('数据库能启动、能登录', 'the database starts and accepts connections');
  } catch (error) {
    return { kind: 'WRONG', words: inWords(error) };
  }
}

async function kafka(): Promise<Finding> {
  const missing = await missingForKafka();
  if (missing.length === 0) return fine('可以用 --kafka', '--kafka can be used');
  return note(`--kafka 还缺 ${missing.join('、')}`, `--kafka lacks ${missing.join(', ')}`);
}

function chromium(): Finding {
  const path = chromiumPath();
  if (path !== undefined) return fine(`浏览器测试用 ${path}`, `browser tests use ${path}`);
  return note('浏览器测试缺 Chromium', 'browser tests lack Chromium (apt-get install -y chromium fonts-noto-cjk)');
}
