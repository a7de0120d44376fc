/** The filters of the page, by their names in its address. */
export type AskedAudit = Readonly<Record<string, string>>;

/** Texts of the filter that are sent to the services unchanged. */
export const auditTexts = ['action', 'recordType', 'recordId'] as const;

/** The services' filter: trimmed texts, how the name begins, the records of a household, days as instants in the city's time, the last day included. */
export function auditFilterOf(asked: AskedAudit) {
  const texts = auditTexts.flatMap((name) => {
    const text = asked[name]?.trim() ?? '';
    return text === '' ? [] : [[name, text] as const];
  });
  const from = startOf(asked['from']);
  const lastDay = startOf(asked['to']);
  const name = asked['staffName']?.trim() ?? '';
  const householdId = asked['household'] ?? '';
  return {
    ...Object.fromEntries(texts),
    ...(name === '' ? {} : { nameBegins: name }),
    ...(householdId === '' ? {} : { householdId }),
    ...(from === undefined ? {} : { from: from.toISOString() }),
    ...(lastDay === undefined ? {} : { until: new Date(lastDay.getTime() + dayMs).toISOString() }),
  };
}

const dayMs = 86_400_000;

/** When a day begins in the city; undefined for an incomplete date. */
function startOf(day: string | undefined): Date | undefined {
  if (day === undefined || !/^\d{4}-\d\d-\d\d$/u.test(day)) return undefined;
  const start = new Date(`${day}T00:00:00+08:00`);
  return Number.isNaN(start.getTime()) ? undefined : start;
}
