import type { Label } from "../../../shared/i18n/label.ts";

/** Days by name of what is kept; null: for good. */
export type RetentionDays = Readonly<Record<string, number | null>>;
export interface RetentionKind {
  readonly name: string;
  readonly label: Label;
  readonly description: Label;
  /** The fewest days that can be set. */
  readonly least: number;
  readonly days: number | null;
}
/** `GET /settings/retention` → {data: RetentionAnswer} */
export interface RetentionAnswer {
  readonly kinds: readonly RetentionKind[];
  /** The last run and how many it removed of each. */
  readonly last: { readonly at: string; readonly removed: Readonly<Record<string, number>> } | null;
}
/** `POST /settings/retention/preview` {days} → {data: RetentionCounts}: how many would go today. */
export type RetentionCounts = Readonly<Record<string, number>>;
