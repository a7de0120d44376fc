/** Somebody of the household as printed. */
export interface PaperPerson {
  readonly name: string;
  readonly relation: string;
  readonly sex: string;
  readonly born: string;
  readonly identityNumber: string;
  readonly standing: string;
  readonly monthlyIncome: string;
  readonly health: string;
  readonly schooling: string;
}

/** One line of what happened: the day, what, by whom, and words about it. */
export interface PaperEvent {
  readonly on: string;
  readonly what: string;
  readonly by: string;
  readonly words: string;
}

/** A household as its two papers show it (§000-2): every text in Chinese, numbers masked, an empty text where unknown. */
export interface HouseholdPaper {
  readonly union: string;
  readonly fileNumber: string;
  readonly status: string;
  readonly registeredOn: string;
  readonly activatedOn: string;
  readonly printedOn: string;
  readonly unit: string;
  readonly phone: string;
  readonly bankAccount: string;
  readonly size: string;
  readonly perCapitaIncome: string;
  readonly dibao: string;
  readonly hardshipClass: string;
  readonly causes: string;
  readonly honour: string;
  readonly migrantWorker: string;
  readonly remark: string;
  /** The head first. */
  readonly people: readonly PaperPerson[];
  readonly evidence: readonly { readonly name: string; readonly present: string }[];
  readonly steps: readonly PaperEvent[];
  readonly aid: readonly PaperEvent[];
  readonly visits: readonly PaperEvent[];
}
