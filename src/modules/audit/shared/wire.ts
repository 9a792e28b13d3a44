import type { Values } from "../../../shared/metadata/object.ts";

/** A line of `GET /access-log`, as far as the page shows it. */
export interface AccessLine {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  /** Who did it; whom it concerns, where that is somebody else. */
  readonly name: string | null;
  readonly subject_name: string | null;
  readonly login: string | null;
  readonly ip: string | null;
  readonly detail: Values | null;
}
