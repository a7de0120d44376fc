import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDatabases, migrateDatabases } from './databases.ts';
import { Explained } from './explained.ts';
import { generateClients } from './generate.ts';
import { serviceFolder } from './layout.ts';
import { choosePlace } from './place.ts';
import { progressTo } from './progress.ts';
import { keepSecrets } from './secrets.ts';
import { withServerOf } from './server-of-place.ts';

interface Founded {
  readonly id: string;
  readonly path: string;
  readonly name: string;
}

/** What `services/identity/src/found-city.ts` exports. */
type Identity = {
  readonly foundCity: (
    ownerUrl: string,
    wanted: {
      readonly province: { readonly code: string; readonly name: string };
      readonly city: { readonly code: string; readonly name: string };
    },
    at: Date,
  ) => Promise<
    | { readonly ok: true; readonly value: Founded }
    | {
        readonly ok: false;
        readonly problems: readonly { readonly message: { readonly zh: string; readonly en: string } }[];
      }
  >;
};

/** What `services/case-records/src/policy/policy/issue-ready-policies.ts` exports. */
type CaseRecords = {
  readonly issueReadyPolicies: (ownerUrl: string, city: Founded, at: Date) => Promise<readonly string[]>;
};

/**
 * `./nuangong city PROVINCE-CODE PROVINCE-NAME CODE NAME`: creates a city in an empty installation, with the ready-made
 * policies. The demonstration city is not loaded into it. Run again after an interruption, it continues.
 */
export async function city(what: readonly string[], data: string | undefined): Promise<number> {
  const [provinceCode, provinceName, code, name, ...others] = what;
  if (
    provinceCode === undefined ||
    provinceName === undefined ||
    code === undefined ||
    name === undefined ||
    others.length > 0
  ) {
    throw new Explained(
      '用法：./nuangong city 省代码 省总工会名称 市代码 市总工会名称',
      'Usage: ./nuangong city PROVINCE-CODE PROVINCE-NAME CODE NAME',
    );
  }
  const progress = progressTo(process.stdout);
  const place = choosePlace(data, progress);
  const secrets = keepSecrets(place.directory);
  await generateClients(progress);
  const at = new Date();
  const founded = await withServerOf(place, progress, async (superuserUrl) => {
    const databases = await createDatabases(superuserUrl, secrets);
    await migrateDatabases(databases);
    const { foundCity } = await load<Identity>(join(serviceFolder('identity'), 'src', 'found-city.ts'));
    const wanted = { province: { code: provinceCode, name: provinceName }, city: { code, name } };
    const answer = await foundCity(databases.owner('identity'), wanted, at);
    if (!answer.ok) {
      const words = answer.problems.map(({ message }) => message);
      throw new Explained(words.map(({ zh }) => zh).join('；'), words.map(({ en }) => en).join(' '));
    }
    const policies = join(serviceFolder('case-records'), 'src', 'policy', 'issue-ready-policies.ts');
    const { issueReadyPolicies } = await load<CaseRecords>(policies);
    await issueReadyPolicies(databases.owner('case-records'), answer.value, at);
    return answer.value;
  });
  process.stdout.write(
    `  ${founded.name} 已建（${founded.path}），接着登记两名管理员 · is there; enrol two administrators next:\n` +
      `  ./nuangong administrator ${code} 账号 姓名\n`,
  );
  return 0;
}

const load = async <Module>(script: string): Promise<Module> => (await import(pathToFileURL(script).href)) as Module;
