import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";

/** The sum that a board shows: `amount`, else the first money field. */
export const amountField = (object: ObjectInfo): string | null =>
  object.byName["amount"]?.kind === "money"
    ? "amount"
    : (object.fields.find((field) => field.kind === "money" && !field.internal)?.name ?? null);

const isRead = (field: FieldInfo | undefined): boolean =>
  field !== undefined && isShown(field) && field.right !== "mask";

/** The money that may be summed, and the percentage that weighs it; null where there is none to be read. */
export function summedFields(object: ObjectInfo): {
  readonly amount: string | null;
  readonly share: string | null;
} {
  const amount = amountField(object);
  const share = object.byName["probability"];
  if (!amount || !isRead(object.byName[amount])) return { amount: null, share: null };
  return { amount, share: share?.kind === "percent" && isRead(share) ? share.name : null };
}
