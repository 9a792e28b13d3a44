import { type Executor, ident } from "../../platform/db/database.ts";
import { accessPredicate } from "../access/predicate.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { Params } from "../kernel/params.ts";
import { columnsOf, tableOf } from "../schema/names.ts";
import type { Written } from "./contract.ts";
import { groupBy } from "../kernel/group-by.ts";

/** A record as it stands now, and what the caller may do to it. */
export interface RecordState {
  readonly id: string;
  readonly binned: boolean;
  readonly reads: boolean;
  readonly updates: boolean;
  readonly deletes: boolean;
  /** Null where the caller may not read it. */
  readonly title: string | null;
}

/** How records stand now, by id; those that are there no more are left out. One statement. */
export async function readStates(
  db: Executor,
  context: Context,
  written: readonly Written[],
): Promise<ReadonlyMap<string, RecordState>> {
  const params = new Params();
  const arms = [...groupBy(written, ({ object }) => object)].flatMap(([name, group]) => {
    const object = context.catalog.object(name);
    if (!object) return [];
    const field = object.byName[object.title];
    const [column] = field ? columnsOf(field) : [];
    const isShown = !field || isReadable(fieldRight(context, object, field.name));
    const may = (action: "read" | "update" | "delete") =>
      `(${accessPredicate(context, object, action, "t", params)})`;
    const ids = params.add(
      group.map(({ record }) => record),
      "uuid[]",
    );
    const title = isShown
      ? `coalesce(${column ? `t.${ident(column.name)}::text` : "null"}, '')`
      : "null::text";
    return [
      `select t.id, t.deleted_at is not null as binned, ${may("read")} as reads, ${may("update")} as updates, ${may("delete")} as deletes, ${title} as title from ${tableOf(context.workspace, name)} t where t.id = any(${ids})`,
    ];
  });
  if (arms.length === 0) return new Map();
  const rows = await db.query<RecordState>(params.statement(arms.join(" union all ")));
  return new Map(rows.map((row) => [row.id, { ...row, title: row.reads ? row.title : null }]));
}
