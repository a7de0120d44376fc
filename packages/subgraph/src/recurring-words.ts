type Words = Readonly<Record<string, string>>;

/** Arguments with the same meaning at every field of every graph. */
export const wordsOfArguments: Words = {
  filter: 'Which of them are wanted; all within the reader’s sight where it is left out.',
  id: 'Its id. The answer is null where there is none within the reader’s sight.',
  page: 'Which page, from 1; the first unless given.',
  perPage: 'Rows to a page, 1 to 200; 50 unless given.',
};

/** Input fields with the same meaning in every input. */
export const wordsOfInputs: Words = {
  dateReason:
    'Why a day before 1 January of last year is right; kept with the record. Needed for such a day, else left out.',
  organizationPath: 'The codes of the organisations from the city down to it: 51/5101/510101/.',
};

/** Fields with the same meaning in every type. */
export const wordsOfFields: Words = {
  lockReason:
    'Why the reader’s own hand in it keeps them from its next step (回避), in the reader’s language; null unless it does.',
  lockedForMe: 'Whether the reader’s own hand in it keeps them from its next step (回避).',
  maskedBankAccount:
    'The bank account (银行卡号) of which only the last four digits are shown: ****7890; null where none is registered.',
  maskedIdentityNumber: 'The identity number of which only the first and last characters are shown: 3**************X.',
  organizationPath: 'The codes of the organisations from the city down to it: 51/5101/510101/.',
  problems: 'Why it was refused, and what to do about it; empty where it was carried out.',
  staffName: 'Who did it, by the name they had then.',
};

/** The graph's type for the name before `Id`, if it differs from that name. */
export const idAliases: Words = {
  batch: 'DisbursementBatch',
  correction: 'PersonCorrection',
  import: 'RosterImport',
  member: 'HouseholdMember',
  organization: 'Organization',
  posting: 'PublicPosting',
  proposal: 'FileProposal',
  campaign: 'Campaign',
};
