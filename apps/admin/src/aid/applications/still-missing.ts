/** What an application's decision found missing, and the file's evidence as it is now, both in the reader's words. */
interface WithEvidence {
  readonly decision: { readonly evidenceMissing: readonly string[] };
  readonly caseFile: { readonly evidence: readonly { readonly kindName: string }[] };
}

/** The evidence that the decision found missing and that has not been uploaded since. */
export function stillMissing({ decision, caseFile }: WithEvidence): readonly string[] {
  const present = new Set(caseFile.evidence.map((each) => each.kindName));
  return decision.evidenceMissing.filter((name) => !present.has(name));
}
