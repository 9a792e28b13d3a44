import type { WireValue } from "../../../../shared/metadata/object.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";

export interface SecurityChange {
  /** Where in the settings, as `oidc.issuer`. */
  readonly path: string;
  readonly before: WireValue;
  readonly after: WireValue;
}

/** What differs between two states of the security settings, setting by setting. */
export function securityChanges(
  before: WireValue | undefined,
  after: WireValue | undefined,
): readonly SecurityChange[] {
  const [was, is] = [leavesOf(stateOf(before), ""), leavesOf(stateOf(after), "")];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path) => {
    const change = { path, before: was.get(path) ?? null, after: is.get(path) ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

/** The log keeps a state as text. */
function stateOf(kept: WireValue | undefined): WireValue {
  if (typeof kept !== "string") return kept ?? null;
  try {
    return JSON.parse(kept) as WireValue;
  } catch {
    return null;
  }
}

/** Lists are one setting, maps are many. */
function leavesOf(value: WireValue | undefined, path: string): ReadonlyMap<string, WireValue> {
  if (value === undefined || value === null) return new Map();
  if (!isMap(value)) return new Map([[path, value]]);
  return new Map(
    Object.entries(value).flatMap(([name, one]) => [...leavesOf(one, path ? `${path}.${name}` : name)]),
  );
}
