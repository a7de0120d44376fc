/** How many rows a list without pages is taken to have: members of a household, steps of a file, lines of an entry. */
export const handful = 8;

/** The same for lists that are longer, as a county of some hundred households has them, or nearly always empty. */
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
