type Words = Readonly<Record<string, string>>;

/** Arguments with the same meaning at every field of every graph. */
export const wordsOfArguments: Words = {
  filter: 'Filter; all that the reader may see if left out.',
  id: 'Its id. The result is null if there is none that the reader may see.',
  page: 'The page number, from 1; the first if left out.',
  perPage: 'Rows per page, 1 to 200; 50 if left out.',
};

/** Input fields with the same meaning in every input. */
export const wordsOfInputs: Words = {
  dateReason:
    'The reason for a day before 1 January of last year; kept with the record. Required for such a day, otherwise left out.',
  organizationPath: 'The codes of the organisations from the city down to it: 51/5101/510101/.',
};

/** Fields with the same meaning in every type. */
export const wordsOfFields: Words = {
  lockReason:
    'Why the reader may not take the next step because they handled the record (回避), in the reader’s language; null if they may.',
  lockedForMe: 'Whether the reader may not take the next step because they handled the record (回避).',
  maskedBankAccount:
    'The bank account (银行卡号) of which only the last four digits are shown: ****7890; null if none is registered.',
  maskedIdentityNumber: 'The identity number of which only the first and last characters are shown: 3**************X.',
  organizationPath: 'The codes of the organisations from the city down to it: 51/5101/510101/.',
  problems: 'Why it was refused, and what to do about it; empty if it was carried out.',
  staffName: 'Who did it, under the name they had at that time.',
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
