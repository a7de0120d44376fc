import { readIdentityNumber } from '@nuangong/primitives';
import { withNameDots } from '../person/folded-name.ts';
import type { EvidenceKind } from './evidence.ts';

/** What the name of a file of evidence says: of whom it may be, and of which kind. */
export interface FileNameClues {
  /** Valid identity numbers in it. */
  readonly identityNumbers: readonly string[];
  /** Case file numbers in it: 510107-2026-00001. */
  readonly fileNumbers: readonly string[];
  /** Everything in it that may be a name, the longest first. */
  readonly names: readonly string[];
  readonly kind: EvidenceKind | undefined;
}

/** Words by which clerks name files of a kind; an earlier line wins. */
const kindWords: readonly (readonly [EvidenceKind, readonly string[]])[] = [
  ['WAGE_STATEMENT', ['欠薪证明', '欠薪', '拖欠工资', '工资欠条']],
  ['UNEMPLOYMENT_CERTIFICATE', ['失业登记证', '失业证明', '失业证', '就业创业证', '失业']],
  ['DISABILITY_CERTIFICATE', ['残疾人证', '残疾证', '残疾']],
  ['DIBAO_CERTIFICATE', ['低保证', '低保边缘', '低保', '最低生活保障']],
  ['ADMISSION_NOTICE', ['录取通知书', '入学通知书', '录取通知', '入学通知']],
  ['TUITION_RECEIPT', ['学费收据', '学费票据', '学费发票', '学费']],
  ['DIAGNOSIS', ['疾病诊断证明', '诊断证明', '诊断书', '诊断']],
  ['MEDICAL_RECORD', ['住院病历', '病历', '病案', '出院小结', '出院记录', '入院记录']],
  ['EXPENSE_LIST', ['医疗费用清单', '费用清单', '医疗费', '医药费', '住院费', '结算单', '医疗发票', '收费票据']],
  ['INCOME_PROOF', ['收入证明', '工资证明', '工资条', '工资单', '收入']],
  ['UNIT_STATEMENT', ['单位证明', '社区证明', '村委会证明', '居委会证明', '困难证明', '情况说明']],
  ['VISIT_PHOTO', ['走访照片', '慰问照片', '入户照片', '走访']],
  ['OTHER', ['身份证正面', '身份证反面', '身份证', '户口簿', '户口本', '银行卡', '其他材料']],
];

/** Words that say neither whose a file is nor of which kind. */
const idleWords = ['材料', '证明', '照片', '扫描件', '复印件', '正面', '反面'];

const namesBetween = [2, 4] as const;
const mostNames = 120;

/** Reads the clues in a file name: 张三_诊断证明.pdf, 510107-2026-00001 低保证.jpg, 诊断（李四）2.png. */
export function cluesOf(fileName: string): FileNameClues {
  let rest = withNameDots(fileName.normalize('NFKC').replace(/\.[A-Za-z0-9]{1,5}$/u, ''));
  const identityNumbers: string[] = [];
  rest = rest.replaceAll(/(?<![0-9])[0-9]{17}[0-9Xx](?![0-9A-Za-z])/gu, (number) => {
    const read = readIdentityNumber(number);
    if (read.ok) identityNumbers.push(read.value.number);
    return '_';
  });
  const fileNumbers: string[] = [];
  rest = rest.replaceAll(/(?<![0-9])[0-9]{6}-[0-9]{4}-[0-9]{5,}(?![0-9])/gu, (number) => {
    fileNumbers.push(number);
    return '_';
  });
  const kind = kindWords.find(([, words]) => words.some((word) => rest.includes(word)))?.[0];
  for (const word of [...kindWords.flatMap(([, words]) => words), ...idleWords]) rest = rest.replaceAll(word, '_');
  return { identityNumbers, fileNumbers, names: namesIn(rest), kind };
}

/** Whole runs of characters first, for long names; then every part of a run that is as long as most names. */
function namesIn(text: string): readonly string[] {
  const runs = text.replaceAll(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '').match(/[\p{Script=Han}·]+/gu) ?? [];
  const [least, most] = namesBetween;
  const parts = runs.flatMap((run) => {
    const characters = [...run];
    const found: string[] = [];
    for (let length = Math.min(most, characters.length); length >= least; length -= 1)
      for (let from = 0; from + length <= characters.length; from += 1)
        found.push(characters.slice(from, from + length).join(''));
    return found;
  });
  const whole = runs.filter((run) => [...run].length > most);
  const names = [...new Set([...whole, ...parts])].sort((one, other) => other.length - one.length);
  return names.slice(0, mostNames);
}

/** A person of a household with a case file, as far as a file name can name them. */
export interface NamedPerson {
  readonly caseFileId: string;
  readonly fileNumber: string;
  readonly name: string;
  /** Hexadecimal blind index of the identity number. */
  readonly identityIndex: string;
}

/**
 * The case files that a file may belong to: by identity number, else by file number, else by the longest name that
 * somebody has. One is certain enough to be proposed; several must be chosen from.
 */
export function caseFilesFor(
  clues: FileNameClues,
  people: readonly NamedPerson[],
  indexesOf: (identityNumber: string) => readonly string[],
): readonly string[] {
  const filesOf = (is: (person: NamedPerson) => boolean) => [
    ...new Set(people.filter(is).map(({ caseFileId }) => caseFileId)),
  ];
  const indexes = new Set(clues.identityNumbers.flatMap(indexesOf));
  const byNumber = filesOf(({ identityIndex }) => indexes.has(identityIndex));
  if (byNumber.length > 0) return byNumber;
  const byFile = filesOf(({ fileNumber }) => clues.fileNumbers.includes(fileNumber));
  if (byFile.length > 0) return byFile;
  const name = clues.names.find((each) => people.some((person) => person.name === each));
  return name === undefined ? [] : filesOf((person) => person.name === name);
}
