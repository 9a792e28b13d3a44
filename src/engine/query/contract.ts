import type { Values, WireValue } from "../../shared/metadata/object.ts";

/** A read of many records. Field names and shapes as in the public API. */
export interface ListRequest {
  readonly object: string;
  /** Expression text. */
  readonly filter?: string;
  /** Only these records, at most 10,000. */
  readonly ids?: readonly string[];
  /** "-amount,close_date"; id is always the last key. */
  readonly sort?: string;
  /** Absent: every readable field with a column, formula or roll-up. */
  readonly fields?: readonly string[];
  /**
   * To-one links are replaced by {id, …readable fields} or {id, denied: true}; `children` by a list (≤ 50;
   * `pages` of the record says how to list the others).
   */
  readonly expand?: readonly string[];
  /** Adds `titles: {field: title}` of to-one links to each record. */
  readonly titles?: boolean;
  readonly search?: string;
  /** 1–500, default 50. */
  readonly limit?: number;
  readonly cursor?: string;
  readonly count?: "none" | "bounded" | "exact" | "estimate";
  /** ISO moment or bare date (the end of that day in the company's zone). */
  readonly as_of?: string;
  /** The recycle bin instead of the living. */
  readonly deleted?: boolean;
}
export interface ListAnswer {
  readonly data: readonly Values[];
  readonly page: { readonly next: string | null };
  readonly total?: number;
  /** With count=bounded: the total is a floor ("10,000+"). */
  readonly more?: boolean;
}

export type MeasureFunction = "count" | "count_distinct" | "sum" | "avg" | "min" | "max" | "median" | "p90";
export type Bucket = "day" | "week" | "month" | "quarter" | "year";
export interface AggregateRequest {
  readonly object: string;
  readonly filter?: string;
  readonly search?: string;
  readonly group_by?: readonly { readonly field: string; readonly bucket?: Bucket }[];
  readonly measures: readonly { readonly fn: MeasureFunction; readonly field?: string }[];
  readonly as_of?: string;
  /** 1–1000, default 1000. */
  readonly limit?: number;
}
export interface AggregateAnswer {
  readonly groups: readonly {
    readonly key: Values;
    readonly values: readonly WireValue[];
    readonly titles?: Values;
  }[];
  /** There are further groups beyond the limit. */
  readonly more?: boolean;
}
