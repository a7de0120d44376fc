const COMPOUND_SURNAMES: ReadonlySet<string> = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '慕容',
  '司徒',
  '夏侯',
  '端木',
  '宇文',
  '长孙',
  '轩辕',
  '独孤',
  '南宫',
  '司空',
  '西门',
  '百里',
  '呼延',
  '闻人',
  '澹台',
  '公冶',
  '宗政',
  '濮阳',
  '淳于',
  '单于',
  '太叔',
  '申屠',
  '仲孙',
  '钟离',
  '鲜于',
  '闾丘',
  '司寇',
  '子车',
  '颛孙',
  '巫马',
  '公西',
  '漆雕',
  '乐正',
  '拓跋',
  '夹谷',
  '谷梁',
  '东郭',
  '南门',
  '羊舌',
  '第五',
  '赫连',
  '万俟',
]);

/** Masks an identity number: 3**************X. The first and last characters stay; the stars do not show the length. */
export function maskIdentityNumber(number: string): string {
  return number.length < 3 ? '*'.repeat(number.length) : `${number.at(0)}${'*'.repeat(14)}${number.at(-1)}`;
}

/**
 * Masks a telephone number: 185****4364, 085****2333. The first three and last four digits stay; shorter ones keep only
 * the last two.
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length >= 10 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(5).slice(-2)}`;
}

/** Masks a bank account except the last four digits: ****7890; fewer if the account has less than nine digits. */
export function maskBankAccount(account: string): string {
  const digits = account.replace(/\s/g, '');
  return `****${digits.length >= 9 ? digits.slice(-4) : digits.slice(6)}`;
}

/**
 * Masks a name except the surname: 张*, 张**, 欧阳**. Hides a name of one character completely, and all but the first
 * character of a name with a dot.
 */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  if (characters.length < 2) return '*'.repeat(characters.length);
  const compound = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''));
  const shown = compound ? 2 : 1;
  return characters.slice(0, shown).join('') + '*'.repeat(characters.length - shown);
}
