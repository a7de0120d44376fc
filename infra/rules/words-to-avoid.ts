/** A word that people do not read here, and the glossary's word that they read instead. */
export interface AvoidedWord {
  readonly avoid: RegExp;
  readonly use: string;
  /** Files in which the same characters mean something else. */
  readonly elsewhere?: RegExp;
}

/** Where files of the program let their readers read: messages, refusals, audit words, papers, kinds, forms, policies. */
export const wordedFiles = [
  '{apps,services,packages}/*/src/**/*.{ts,tsx,sql}',
  'services/*/src/**/*.json',
  'packages/*/src/**/*.json',
  'services/reporting/forms/*.json',
] as const;

/** Files that read what other people wrote, in their words. */
export const readersOfOthers =
  /\.test\.ts$|\/testing\/|\/__fixtures__\/|^packages\/spreadsheet\/|\/roster-import\/read-/;

/** One word for one thing: the glossary's. */
export const chineseWords: readonly AvoidedWord[] = [
  { avoid: /角色/, use: '岗位 (Role)' },
  { avoid: /报送/, use: '上报 (Submission)' },
  { avoid: /上报上级|逾期上报/, use: '报上级 (an obligation is escalated; 上报 is the submission of a table)' },
  { avoid: /审批通过/, use: '同意 (button), 已批准 (application), 复核通过 (batch)' },
  {
    avoid: /审批(?:的)?批次|批次审批|批次.{0,4}待审批|编制、审批/,
    use: '复核 (a batch is checked by a second person)',
  },
  { avoid: /不予通过|不予救助|不予批准|予以驳回|不予受理/, use: '驳回 (act, application), 不予建档 (case file)' },
  { avoid: /退款|退票|银行退回款/, use: '退汇 (ReturnedPayment)' },
  { avoid: /发布公示|公布名单|张贴公示/, use: '张榜公示 (act), 公示 (PublicPosting)' },
  {
    avoid: /档案[^，。；]{0,6}生效|已生效/,
    use: '在档 (CaseFile ACTIVE)',
    elsewhere: /account-acts|dibao-line|payee|system\/events/,
  },
  { avoid: /决定书|判定单(?!位)|资格认定/, use: '资格判定 (EligibilityDecision), 资格判定书 (its paper)' },
  { avoid: /冻结资金|资金冻结|预占/, use: '占用 (Commitment)' },
  { avoid: /补助凭证|领款单|发放单(?!位)/, use: '困难补助资金发放凭证, 发放凭证 (Voucher)' },
  { avoid: /拨款/, use: '下拨 (Allocation)', elsewhere: /^services\/reporting\/forms\// },
  { avoid: /贫困户|贫困职工|困难户/, use: '困难职工家庭, 户' },
  { avoid: /本人[^，。；'`]*，不能(?:审核|审批|复核|确认)/, use: '…，由另一位…办理 (a refusal says who can do it)' },
  { avoid: /用户(?!名)/, use: '工作人员, 账号 (Staff)' },
];

/** The same in English. */
export const englishWords: readonly AvoidedWord[] = [
  { avoid: /\brefund(s|ed)?\b/i, use: 'returned payment' },
  { avoid: /\bdossiers?\b/i, use: 'case file' },
  { avoid: /\bbounced\b/i, use: 'returned' },
  { avoid: /\bpublish(es|ed)? (a |the )?posting|\bput(s)? up a posting\b/i, use: 'post the list (PublicPosting)' },
  { avoid: /\b(entitlement|qualification) (decision|sheet)\b/i, use: 'eligibility decision, decision sheet' },
  { avoid: /\bneedy\b|\bpoor households?\b/i, use: 'household in hardship' },
];
