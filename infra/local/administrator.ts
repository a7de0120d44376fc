import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownerAddress } from './databases.ts';
import { Explained } from './explained.ts';
import { serviceFolder } from './layout.ts';
import { choosePlace } from './place.ts';
import { progressTo } from './progress.ts';
import { keepSecrets } from './secrets.ts';
import { withServerOf } from './server-of-place.ts';

/** What `services/identity/src/enrol-administrator.ts` exports. */
type Identity = {
  readonly enrolAdministrator: (
    ownerUrl: string,
    wanted: { readonly organizationCode: string; readonly username: string; readonly name: string },
    at: Date,
  ) => Promise<
    | { readonly ok: true; readonly value: { readonly password: string; readonly until: Date } }
    | {
        readonly ok: false;
        readonly problems: readonly { readonly message: { readonly zh: string; readonly en: string } }[];
      }
  >;
};

/**
 * `./nuangong administrator CODE USERNAME NAME`: enrols an administrator of an organisation and prints the one-time
 * password. A city starts with two, since acts on guarded accounts wait for a second one; `DATABASE_URL` replaces the
 * installation's own server.
 */
export async function administrator(what: readonly string[], data: string | undefined): Promise<number> {
  const [organizationCode, username, name, ...others] = what;
  if (organizationCode === undefined || username === undefined || name === undefined || others.length > 0) {
    throw new Explained(
      '用法：./nuangong administrator 组织代码 账号 姓名',
      'Usage: ./nuangong administrator CODE USERNAME NAME',
    );
  }
  const progress = progressTo(process.stdout);
  const place = choosePlace(data, progress);
  const secrets = keepSecrets(place.directory);
  const script = join(serviceFolder('identity'), 'src', 'enrol-administrator.ts');
  const { enrolAdministrator } = (await import(pathToFileURL(script).href)) as Identity;
  const enrolled = await withServerOf(place, progress, (superuserUrl) =>
    enrolAdministrator(
      ownerAddress(superuserUrl, 'identity', secrets),
      { organizationCode, username, name },
      new Date(),
    ),
  );
  if (!enrolled.ok) {
    const words = enrolled.problems.map(({ message }) => message);
    throw new Explained(words.map(({ zh }) => zh).join('；'), words.map(({ en }) => en).join(' '));
  }
  const { password, until } = enrolled.value;
  const day = until.toISOString().slice(0, 10);
  process.stdout.write(
    `  ${username}  一次性密码 ${password}，${day} 前有效，登录后须先修改 · one-time password, to be changed before ${day}\n`,
  );
  return 0;
}
