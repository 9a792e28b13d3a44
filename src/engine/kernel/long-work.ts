import type { Values } from "../../shared/metadata/object.ts";
import type { Context } from "./context.ts";
import type { Operation } from "./save-request.ts";
import type { KindOf } from "./job-kind.ts";

/**
 * Changes of many records, too many for one request (decision 25). Exactly one of `ids` and `filter`, and of
 * `values` and `delete`.
 */
export interface BulkWork {
  readonly object: string;
  readonly ids?: readonly string[];
  readonly filter?: string;
  readonly values?: Values;
  /** The version that was seen of each record; money documents need it. */
  readonly if_match?: Readonly<Record<string, number>>;
  /** A place of the log (`placeOfLog`): whatever has changed behind it was not seen and is refused. */
  readonly seen?: number;
  readonly delete?: true;
  readonly reason?: string;
  readonly override?: { readonly reason: string };
}

/** Takes the work over as a job in the caller's name and gives the job's id. */
export type StartBulk = (context: Context, work: BulkWork) => Promise<string>;

/** Queues work of a kind as a job in the caller's name and gives the job's id. */
export type StartJob = <Payload>(
  context: Context,
  kind: KindOf<Payload>,
  payload: Payload,
) => Promise<string>;

/** What is done to one of the records. */
export function bulkOperation(
  work: Pick<BulkWork, "object" | "values" | "if_match"> & { readonly delete?: boolean },
  id: string,
): Extract<Operation, { op: "update" | "delete" }> {
  const { object, values, if_match, delete: isDelete } = work;
  const seen = if_match && Object.hasOwn(if_match, id) ? if_match[id] : undefined;
  const match = seen === undefined ? {} : { ifVersion: seen };
  return isDelete
    ? { op: "delete", object, id, ...match }
    : { op: "update", object, id, values: values ?? {}, ...match };
}
