import type { LoggedChange } from "../kernel/hooks.ts";

/** What made a change happen (`SaveRequest.cause`), as the log tells it. */
export interface LoggedCause {
  readonly object: string | null;
  readonly note: string | null;
}
const NOTHING: LoggedCause = { object: null, note: null };

export function causeOf({ note }: Pick<LoggedChange, "note">): LoggedCause {
  const cause = note?.["cause"];
  if (typeof cause !== "object" || cause === null || !("object" in cause)) return NOTHING;
  const said = "note" in cause ? cause.note : null;
  return {
    object: typeof cause.object === "string" ? cause.object : null,
    note: typeof said === "string" ? said : null,
  };
}
