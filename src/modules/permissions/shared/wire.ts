import type { Explanation } from "../../../shared/wire/explanation.ts";

export const ASKED_ACTIONS = ["read", "update", "delete", "create", "transition", "export", "transfer", "restore", "use"] as const;
export type AskedAction = (typeof ASKED_ACTIONS)[number];

/** `GET /permissions/explain` → {data: ExplainAnswer} */
export interface ExplainAnswer extends Explanation {
  readonly action: AskedAction;
  readonly who: { readonly id: string; readonly name: string; readonly kind: "user" | "role" };
  readonly object: string | null;
  /** Its title only where the caller may read it. */
  readonly record: { readonly id: string; readonly title: string | null } | null;
}

/** `GET /permissions/readers` → {data: Reader[], page} */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly department: string | null;
  /** The shortest reason. */
  readonly reason: Explanation["because"][number];
  /** Whether they may also change it. */
  readonly update: boolean;
}
