import { DATE_ORDERS, type DateOrder, daysOf } from "./date-order.ts";

/**
 * What the columns' cells say about their order: by order, whether some cell can only be read so; and which
 * orders every cell allows.
 */
export interface DateEvidence {
  readonly only: readonly DateOrder[];
  readonly possible: readonly DateOrder[];
  /** The first cell that several orders make another day of. */
  readonly doubtful?: string;
}
export const NO_EVIDENCE: DateEvidence = { only: [], possible: DATE_ORDERS };

/** Adds one cell's evidence: "3/15/2017" can only be month first. */
export function weighDate(evidence: DateEvidence, cell: string): DateEvidence {
  const days = daysOf(cell.normalize("NFKC").trim());
  if (!days) return evidence;
  const orders = DATE_ORDERS.filter((order) => days[order] !== undefined);
  const [first] = orders;
  if (first === undefined) return evidence;
  if (orders.length === 1)
    return evidence.only.includes(first) ? evidence : { ...evidence, only: [...evidence.only, first] };
  const possible = evidence.possible.filter((order) => orders.includes(order));
  const isDoubtful = evidence.doubtful === undefined && new Set(Object.values(days)).size > 1;
  if (possible.length === evidence.possible.length && !isDoubtful) return evidence;
  return { ...evidence, possible, ...(isDoubtful ? { doubtful: cell } : {}) };
}

/** The order that the cells leave, where they leave one. */
export const orderOf = ({ only, possible }: DateEvidence): DateOrder | undefined =>
  only.length === 1 ? only[0] : only.length === 0 && possible.length === 1 ? possible[0] : undefined;
