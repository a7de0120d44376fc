import { charactersIn, keptText, ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';

export const organizationKinds = ['PROVINCE', 'CITY', 'COUNTY', 'INDUSTRY_UNION', 'BASE_UNION', 'AID_STATION'] as const;

export type OrganizationKind = (typeof organizationKinds)[number];

/** Which kinds may stand directly under which: the tree of the glossary. */
const kindsUnder: Readonly<Record<OrganizationKind, readonly OrganizationKind[]>> = {
  PROVINCE: ['CITY'],
  CITY: ['COUNTY', 'INDUSTRY_UNION', 'BASE_UNION', 'AID_STATION'],
  COUNTY: ['BASE_UNION', 'AID_STATION'],
  INDUSTRY_UNION: ['BASE_UNION', 'AID_STATION'],
  BASE_UNION: ['AID_STATION'],
  AID_STATION: [],
};

export interface NewOrganization {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
}

/** Decides whether an organisation may be registered under a parent; answers its code, name and path. */
export function decideRegistration(
  wanted: NewOrganization,
  parent: { readonly kind: OrganizationKind; readonly path: string },
): Result<NewOrganization & { readonly path: string }> {
  const { code, name, problems } = readCodeAndName(wanted);
  if (!kindsUnder[parent.kind].includes(wanted.kind)) {
    problems.push(
      problem(
        'KIND_NOT_UNDER_PARENT',
        {
          zh: '这类组织不设在所选上级之下，换一个上级',
          en: 'This kind does not stand under that parent. Choose another.',
        },
        'kind',
      ),
    );
  }
  return problems.length > 0
    ? refuse(...problems)
    : ok({ code, name, kind: wanted.kind, path: `${parent.path}${code}/` });
}

/** Decides whether an organisation may stand at the top of a tree, under no other; answers its code, name and path. */
export function decideTop(wanted: NewOrganization): Result<NewOrganization & { readonly path: string }> {
  const { code, name, problems } = readCodeAndName(wanted);
  return problems.length > 0 ? refuse(...problems) : ok({ code, name, kind: wanted.kind, path: `${code}/` });
}

function readCodeAndName(wanted: NewOrganization): { code: string; name: string; problems: Problem[] } {
  const code = wanted.code.trim();
  const name = keptText(wanted.name);
  const problems: Problem[] = [];
  if (!/^[0-9A-Za-z-]{1,24}$/.test(code)) {
    problems.push(
      problem(
        'CODE_SHAPE',
        { zh: '组织代码只用数字、字母和短横线，最长 24 位', en: 'Use digits, letters and hyphens, at most 24.' },
        'code',
      ),
    );
  }
  if (charactersIn(name) < 2 || charactersIn(name) > 60) {
    problems.push(problem('NAME_LENGTH', { zh: '组织名称应为 2 至 60 个字', en: 'Use 2 to 60 characters.' }, 'name'));
  }
  return { code, name, problems };
}
