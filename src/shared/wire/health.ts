import type { Label } from "../i18n/label.ts";

export type HealthState = "ok" | "attention" | "ill";
/** One thing that is watched: how it is, since when it has not been well, and what to do. */
export interface HealthPoint {
  readonly name: "oldest_writer" | "subscribers" | "subscriber_lag" | "queue" | "failed_jobs";
  readonly state: HealthState;
  readonly value: number;
  readonly unit: "seconds" | "count";
  readonly since: string | null;
  /** Which ones, and what they said. */
  readonly details: readonly {
    readonly name: string;
    readonly value: number;
    readonly error: string | null;
  }[];
}
/** A point as `GET /system/health` tells it, in the caller's language. */
export interface ToldHealthPoint extends HealthPoint {
  readonly label: Label;
  readonly state_text: string;
  readonly means: string;
  readonly todo: string | null;
}
