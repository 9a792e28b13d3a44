import { type FoundRow, fieldRight, isReadable, measures } from "../../../../engine/public.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import type { MoneySum } from "../shared/insight-parts.contract.ts";
import type { Prepared } from "./insight-statement.ts";
import { addUp } from "./numbers.ts";
import type { Question } from "./read-question.ts";

const AS = "_m0";

/**
 * The amount of a record: its field `amount`, else its first money field; null where there is none that the
 * caller may read.
 */
export function moneyField({ context, object }: Pick<Question, "context" | "object">): string | null {
  const fields = object.fields.filter(
    (field) => field.kind === "money" && !field.hidden && isReadable(fieldRight(context, object, field.name)),
  );
  return (fields.find(({ name }) => name === "amount") ?? fields[0])?.name ?? null;
}

export interface MoneySumColumns {
  readonly columns: readonly { readonly sql: string; readonly as: string }[];
  /** The sum over rows that were grouped more finely. */
  readonly of: (rows: readonly FoundRow[]) => MoneySum | null;
}

/** A sum of money over the records `t`, in one currency exact, else in the company's. */
export function moneySum({ question, reading }: Prepared): MoneySumColumns {
  const field = moneyField(question);
  const made = field === null ? null : measures(reading, question.object, [{ fn: "sum", field }]);
  const [measure] = made?.ok ? made.value : [];
  if (!measure) return { columns: [], of: () => null };
  return { columns: measure.columns, of: (rows) => toSum(measure.read(addUp(rows, AS))) };
}

export function toSum(value: WireValue | undefined): MoneySum | null {
  if (typeof value !== "object" || value === null || Array.isArray(value) || !("amount" in value))
    return null;
  const { amount, currency, mixed, rate_date } = value;
  return {
    amount: String(amount),
    currency: String(currency),
    ...(mixed === true ? { mixed } : {}),
    ...(typeof rate_date === "string" ? { rate_date } : {}),
  };
}
