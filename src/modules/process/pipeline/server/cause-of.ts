import type { LoggedChange } from "../../../../engine/hooks.ts";
import { isMap, textOrNull } from "../../../../shared/metadata/wire-value.ts";

/** The object whose record brought a change about, as its line of the log says; null: none did. */
export function causeOf({ note }: Pick<LoggedChange, "note">): string | null {
  const { cause } = note ?? {};
  return isMap(cause) ? textOrNull(cause.object) : null;
}
