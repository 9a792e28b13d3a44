import type { Values } from "../shared/metadata/object.ts";
import type { Context } from "./context.ts";

/** Changes of many records, too many for one request (decision 25). Exactly one of `ids` and `filter`, and of `values` and `delete`. */
export interface BulkWork {
  readonly object: string;
  readonly ids?: readonly string[];
  readonly filter?: string;
  readonly values?: Values;
  readonly delete?: true;
  readonly reason?: string;
  readonly override?: { readonly reason: string };
}

/** Takes the work over as a job in the caller's name and gives the job's id. */
export type StartBulk = (context: Context, work: BulkWork) => Promise<string>;
