import type { DealVersion } from "./deal-rows.ts";

/** What a change did to a deal. `visit` is the stay that it ended, when it moved the deal. */
export interface DealChange {
  readonly before: DealVersion | null;
  readonly after: DealVersion;
  readonly request: string;
  /** The beginning of the request. */
  readonly now: number;
  readonly ended?: Stay;
}
export interface Stay {
  readonly id: string;
  readonly entered: number;
  readonly enteredBy: string;
  readonly previous: string | null;
}
