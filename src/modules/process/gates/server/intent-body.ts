import { anyValue, choice, mapOf, object, optional, text } from "../../../../shared/wire/schema.ts";
import { Meet } from "../shared/moves.contract.ts";

/** A move as it waits in a request: read again when the consent comes. */
export const IntentBody = object({
  to: text(),
  from: optional(text()),
  values: optional(mapOf(anyValue())),
  meet: optional(Meet),
  reason: optional(text()),
  open_tasks: optional(choice("finish", "keep")),
  override: optional(object({ reason: text(), until: optional(text()) })),
});
