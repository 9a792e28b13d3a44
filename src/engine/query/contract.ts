import type { AggregateBody } from "../../shared/wire/records.contract.ts";

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
/** What is counted and summed of one object's records. */
export interface AggregateRequest extends Omit<AggregateBody, "known_at"> {
  readonly object: string;
}
