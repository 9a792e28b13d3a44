import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Values } from "../../../shared/metadata/object.ts";

/** `GET /audit/changes` → {data: AuditChange[], page} */
export interface AuditChange {
  readonly seq: number;
  readonly at: string;
  readonly object: string;
  readonly record: string;
  readonly title: string | null;
  /** Of an object that screens do not know: its name and its fields' names. */
  readonly labels: { readonly object: LabelMap; readonly fields: Readonly<Record<string, LabelMap>> } | null;
  /** The record it is told with, where that is another one. */
  readonly about: { readonly object: string; readonly id: string } | null;
  /** Name of the object of `note.cause`. */
  readonly cause: LabelMap | null;
  readonly kind: string;
  readonly road: string;
  readonly actor: { readonly id: string | null; readonly name: string | null; readonly kind: string };
  readonly version: number;
  readonly before: Values;
  readonly after: Values;
  readonly note: Values | null;
  readonly request: string | null;
  /** Fields whose values were erased. */
  readonly erased: readonly string[];
  /** A record that the caller may not read: nothing of it is told. */
  readonly hidden: boolean;
}
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
/** `GET /audit/seals` */
export interface SealState {
  readonly newest: { readonly number: number; readonly digest: string; readonly at: string } | null;
  readonly changes: { readonly sealed: number; readonly last: number };
  readonly access: { readonly sealed: number; readonly last: number };
}
/** `POST /audit/check` */
export interface CheckAnswer {
  readonly whole: boolean;
  readonly seals: number;
  readonly rows: number;
  readonly broken: readonly {
    readonly what: string;
    readonly log: string;
    readonly position: number;
    readonly seal: number;
  }[];
}
/** `GET /erasures/preview` */
export interface ErasurePreview {
  readonly erased: Readonly<Record<string, number>>;
  readonly kept: Readonly<Record<string, number>>;
}
