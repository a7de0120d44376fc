/** The address of the open legal cases whose limitation has passed or ends within 30 days, the earliest first. */
export const legalCasesDue = `/legal-cases?${new URLSearchParams({ filter: JSON.stringify({ deadlineWithinDays: 30 }) })}`;
