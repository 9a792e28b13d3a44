import { setImmediate, setTimeout } from "node:timers/promises";
import { ident, type Executor } from "../../platform/db/database.ts";
import type { Workspace } from "../kernel/context.ts";

/** The numbers given last in the log of changes, and in the other logs that are followed. */
export interface NewestNumbers {
  readonly changes: number;
  readonly others: string;
}
export type ReadNewest = (workspace: Workspace) => Promise<NewestNumbers>;

/**
 * So long after the first one asks, the others are waited for: readers of many workspaces ask at the same
 * beats of the clock.
 */
const GATHERED_MS = 10;

/**
 * Reads the newest numbers for all workspaces that ask at about the same time with one statement: an
 * installation of many workspaces asks the database no more often than one of a single.
 */
export function gatherNewest(db: Executor, follows: readonly string[]): ReadNewest {
  const known = new Set<string>();
  let gathering:
    | { readonly asked: Map<string, Workspace>; readonly found: Promise<ReadonlyMap<string, NewestNumbers>> }
    | undefined;
  const read = async (asked: ReadonlyMap<string, Workspace>): Promise<ReadonlyMap<string, NewestNumbers>> => {
    await (known.size > 1 ? setTimeout(GATHERED_MS) : setImmediate());
    gathering = undefined;
    const names = [...asked.keys()].toSorted();
    const rows = await db.query<{ place: number } & NewestNumbers>({
      name: "newest",
      text: names.map((name, place) => arm(name, place, follows)).join(" union all "),
    });
    return new Map(rows.map(({ place, ...numbers }) => [names[place] ?? "", numbers]));
  };
  return async (workspace) => {
    known.add(workspace.schema);
    if (!gathering) {
      const asked = new Map<string, Workspace>();
      gathering = { asked, found: read(asked) };
    }
    gathering.asked.set(workspace.schema, workspace);
    const numbers = (await gathering.found).get(workspace.schema);
    if (!numbers) throw new Error(`the log of ${workspace.schema} has no number`);
    return numbers;
  };
}

function arm(schema: string, place: number, follows: readonly string[]): string {
  const last = (sequence: string): string => `(select last_value from ${ident(schema)}.${ident(sequence)})`;
  return `select ${place} as place, ${last("changes_seq")} as changes, concat_ws(' ', ${follows.length > 0 ? follows.map(last).join(", ") : "''"}) as others`;
}
