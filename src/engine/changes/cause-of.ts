import type { LoggedChange } from "../kernel/hooks.ts";

/** What made a change happen (`SaveRequest.cause`), as the log tells it. */
export interface LoggedCause {
  readonly object: string | null;
  readonly id: string | null;
  readonly note: string | null;
}
const NOTHING: LoggedCause = { object: null, id: null, note: null };

export function causeOf({ note }: Pick<LoggedChange, "note">): LoggedCause {
  const cause = note?.["cause"];
  if (typeof cause !== "object" || cause === null || !("object" in cause)) return NOTHING;
  const said = "note" in cause ? cause.note : null;
  return {
    object: typeof cause.object === "string" ? cause.object : null,
    id: "id" in cause && typeof cause.id === "string" ? cause.id : null,
    note: typeof said === "string" ? said : null,
  };
}
