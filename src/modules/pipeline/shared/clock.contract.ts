import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { StageClock } from "./clocks.ts";

export interface RecordClock {
  /** Working days; null where the record is closed or it may not be read. */
  readonly days: number | null;
  readonly level: "amber" | "red" | null;
  readonly limit: StageClock | null;
}
/** What GET /records/:object/:id/clocks answers. */
export interface RecordClocks {
  readonly is_open: boolean;
  readonly dwell: RecordClock & { readonly since: string | null };
  readonly idle: RecordClock & {
    readonly since: string | null;
    readonly has_contact: boolean;
    /** The activity that set the clock back last, of those that the caller sees; all count, whoever looks. */
    readonly last: {
      readonly id: string;
      readonly type: string | null;
      readonly subject: string | null;
      readonly at: string | null;
      readonly by: string | null;
    } | null;
    readonly next_meeting_at: string | null;
    /** Types of activities that set the clock back once they are done. */
    readonly resets: readonly { readonly name: string; readonly label: LabelMap }[];
  };
  readonly slip: RecordClock & { readonly count: number };
}
