import type { Executor } from "../../platform/db/database.ts";
import { linkedId } from "../../shared/metadata/wire-value.ts";
import type { Context } from "../kernel/context.ts";
import { systemTable } from "../schema/names.ts";
import type { Cause, Written } from "./contract.ts";
import { isHangingLink } from "./find-hanging.ts";
import { isCaused } from "./is-caused.ts";
import type { LogRow } from "./read-log.ts";

/**
 * Of records that rules made because of a cause: those that hang on a record which the cause wrote itself.
 * They go with that one, or stay with it. One statement.
 */
export async function findHosted(
  db: Executor,
  context: Context,
  cause: Cause,
  written: readonly Written[],
  log: ReadonlyMap<string, readonly LogRow[]>,
): Promise<ReadonlySet<string>> {
  const hosts = new Map(
    written.flatMap(({ object: name, record, byRules }) => {
      const object = context.catalog.object(name);
      const made = log.get(record)?.find(({ by, kind }) => by === "mine" && kind === "create");
      if (!byRules || !object || !made) return [];
      const links = object.fields.filter(isHangingLink);
      return [[record, links.map((field) => linkedId(made.after[field.name])).filter(Boolean)] as const];
    }),
  );
  const ids = [...new Set([...hosts.values()].flat())];
  if (ids.length === 0) return new Set();
  const rows = await db.query<{ record: string }>({
    text: `select distinct c.record from ${systemTable(context.workspace, "changes")} c where c.record = any($1::uuid[]) and ${isCaused("c", "$2", "$3")} and c.road <> 'rule'`,
    values: [ids, cause.object, cause.id],
  });
  const direct = new Set(rows.map(({ record }) => record));
  return new Set([...hosts].flatMap(([record, on]) => (on.some((id) => direct.has(id)) ? [record] : [])));
}
