/**
 * Which deals a figure of the home page counts. Server and browser read the same conditions, so that a figure
 * opens exactly the records it is made of. Days are of the company's zone.
 */
const THIS_MONTH = "close_date > EOMONTH(today(), -1) && close_date <= EOMONTH(today(), 0)";
const OPEN = 'stage_type == "open"';
const WON = 'stage_type == "won"';

export const DEAL_FILTERS = {
  open: OPEN,
  won: `${WON} && ${THIS_MONTH}`,
  /** Of the month before, up to the same day; where it has no such day, all of it. */
  wonSameDay: `${WON} && close_date > EOMONTH(today(), -2) && close_date <= EDATE(today(), -1)`,
  wonLastMonth: `${WON} && close_date > EOMONTH(today(), -2) && close_date <= EOMONTH(today(), -1)`,
  /** Expected this month, and in a stage whose deals are forecast as good as certain. */
  commit: `${OPEN} && ${THIS_MONTH} && forecast_category == "commit"`,
  /** Should have closed before today. */
  slipped: `${OPEN} && close_date < today()`,
  due: `${OPEN} && close_date >= today() && close_date <= EOMONTH(today(), 0)`,
} as const;
export type DealFigure = keyof typeof DEAL_FILTERS;
