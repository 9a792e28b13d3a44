import type { ObjectInfo } from "../../data/objects.ts";

/** The sum that a board shows: `amount`, else the first money field. */
export const amountField = (object: ObjectInfo): string | null =>
  object.byName["amount"]?.kind === "money"
    ? "amount"
    : (object.fields.find((field) => field.kind === "money" && !field.internal)?.name ?? null);
