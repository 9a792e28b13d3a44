/** Days that the page looks ahead, after today. */
export const DAYS_AHEAD = 7;
const OPEN = 'status == "open"';
const PLANNED = 'status == "planned"';
const UNTIL = `today() + days(${DAYS_AHEAD})`;

/** Which tasks and planned activities a part of the day shows; days are of the company's zone. */
export const DAY_FILTERS = {
  open: OPEN,
  tasksAhead: `${OPEN} && due_date >= today() && due_date <= ${UNTIL}`,
  overdue: `${OPEN} && due_date < today()`,
  undated: `${OPEN} && due_date == null`,
  visitsAhead: `${PLANNED} && occurred_at >= today() && occurred_at <= ${UNTIL}`,
  /** Their time has passed, and nobody has said how it went. */
  unlogged: `${PLANNED} && occurred_at < today()`,
} as const;
