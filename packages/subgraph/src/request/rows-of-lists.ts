/** The assumed number of rows in a list without pages: members of a household, steps of a file, lines of an entry. */
export const handful = 8;

/** Assumed numbers for lists that are longer, as in a county of some hundred households, or nearly always empty. */
export const rowsOfLists: Readonly<Record<string, number>> = {
  'Organization.children': 30,
  'Query.accounts': 60,
  'Query.tableForSubordinates': 30,
  'StatutoryTable.lines': 30,
  'Household.suspectedDoubles': 2,
  'Household.caseTimeline': 20,
  'Household.workTimeline': 20,
  'Household.aidTimeline': 20,
  'PublicPosting.maskedNames': 400,
  'WageClaim.workers': 30,
};
