import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Explanation } from "../../../shared/wire/explanation.ts";

export const ASKED_ACTIONS = [
  "read",
  "update",
  "delete",
  "create",
  "transition",
  "export",
  "transfer",
  "restore",
  "use",
] as const;
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

export interface DiffPerson {
  readonly id: string;
  readonly name: string;
  readonly gained: number;
  readonly lost: number;
}
export interface DiffSample {
  readonly id: string;
  /** null: out of the caller's own sight. */
  readonly title: string | null;
}
export interface ObjectDiff {
  readonly object: string;
  readonly action: "read" | "update" | "delete";
  readonly people_gaining: number;
  readonly people_losing: number;
  /** Distinct records that at least one person gains or loses. */
  readonly records_gained: number;
  readonly records_lost: number;
  /** Those with the most, at most five. */
  readonly people: readonly DiffPerson[];
  readonly samples: { readonly gained: readonly DiffSample[]; readonly lost: readonly DiffSample[] };
}
/** `POST /permissions/diff {role, rights}` → {data: RoleDiff} */
export interface RoleDiff {
  /** Active people with this role, and how many of them were looked at. */
  readonly holders: number;
  readonly checked: number;
  /**
   * False when there were too many people or it took too long: then `objects` is only a part, named in
   * `unknown`.
   */
  readonly complete: boolean;
  readonly unknown: readonly string[];
  readonly objects: readonly ObjectDiff[];
  readonly create: readonly { readonly object: string; readonly gaining: number; readonly losing: number }[];
  readonly fields: readonly {
    readonly object: string;
    readonly field: string;
    readonly before: string;
    readonly after: string;
    readonly people: number;
  }[];
  readonly abilities: readonly {
    readonly ability: string;
    readonly label: LabelMap;
    readonly gaining: number;
    readonly losing: number;
  }[];
}
