import { existsSync } from 'node:fs';
import type { Progress } from './progress.ts';
import { run } from './run.ts';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of Chromium: from `CHROMIUM_PATH`, otherwise a usual place; undefined if there is none. */
export function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  return [...(named === undefined ? [] : [named]), ...usual].find((path) => existsSync(path));
}

/** Finds Chromium, or installs Debian's with Chinese fonts if we are root; undefined if neither works. */
export async function provideChromium(progress: Progress): Promise<string | undefined> {
  const found = chromiumPath();
  if (found !== undefined || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  return progress.step('安装 Chromium 和中文字体', 'installed Chromium and Chinese fonts', async () => {
    const environment = { DEBIAN_FRONTEND: 'noninteractive' };
    const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'];
    const first = await run('apt-get', install, { environment });
    if (first.code !== 0) {
      await run('apt-get', ['update'], { environment });
      await run('apt-get', install, { environment });
    }
    return chromiumPath();
  });
}
