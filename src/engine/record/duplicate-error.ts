import type { Context } from "../kernel/context.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { indexName } from "../schema/planned-index.ts";
import { uniqueSuffix } from "../schema/unique-index.ts";
import { reasonFor } from "./check-unique.ts";
import { recordMessages } from "./messages.ts";

const UNIQUE_VIOLATION = "23505";

/**
 * Two writers raced for a value that must be unique: the index refused the second. Null for any other error.
 */
export function duplicateOf(context: Context, error: unknown): Refusal | null {
  if (!(error instanceof Error) || !("code" in error) || error.code !== UNIQUE_VIOLATION) return null;
  const constraint = "constraint" in error ? String(error.constraint) : "";
  for (const object of context.catalog.objects.values()) {
    const rule = (object.unique ?? []).find(
      (one) => indexName(object.name, uniqueSuffix(one)) === constraint,
    );
    if (rule)
      return {
        status: 409,
        code: "duplicate",
        text: reasonFor(object, rule).text as Refusal["text"],
        reasons: [reasonFor(object, rule)],
      };
    if (constraint === indexName(object.name, "external"))
      return {
        status: 409,
        code: "duplicate",
        text: recordMessages.duplicate,
        params: { fields: "external_id" },
        reasons: [],
      };
  }
  return constraint.endsWith("_pkey")
    ? { status: 409, code: "id_taken", text: recordMessages.id_taken, reasons: [] }
    : null;
}
