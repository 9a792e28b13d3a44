import { type Executor, ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { Context } from "../kernel/context.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import type { Cause, HangingRecord, Written } from "./contract.ts";
import { isCaused } from "./is-caused.ts";

export interface Hanging {
  /** Records that others refer to: somebody uses them. */
  readonly used: ReadonlySet<string>;
  /**
   * What rules made because of the cause (tasks of a stage) and nobody has touched since, by the record that
   * it hangs on.
   */
  readonly along: ReadonlyMap<string, readonly HangingRecord[]>;
}

/** Links by which a record hangs on another, as opposed to those that the program keeps by itself. */
export const isHangingLink = (field: Field | undefined): field is Field =>
  field?.kind === "link" && !field.computed && !field.hidden;

interface Found {
  readonly object: string;
  readonly id: string;
  readonly target: string;
  /** By a rule, because of the cause. */
  readonly made: boolean;
  readonly touched: boolean;
}

/**
 * What refers to records that a cause wrote and was not made by the cause itself. Of records that it only
 * changed (not in `made`) just what rules made since `since` is looked for. One statement for all links, and
 * the log stands in it once: planning to read the log, which has a part for each month, takes far longer than
 * reading the lines of a few records.
 */
export async function findHanging(
  db: Executor,
  context: Context,
  cause: Cause,
  written: readonly Written[],
  { made, since }: { readonly made: readonly string[]; readonly since: string | null },
): Promise<Hanging> {
  const arms = hangingLinks(context, cause, written).map(({ object, field }) => {
    const target = `x.${ident(field)}`;
    // Clocks of the program and of the database differ a little.
    return `select '${object}' as object, x.id, ${target} as target from ${tableOf(context.workspace, object)} x
      where ${target} = any($1::uuid[]) and x.deleted_at is null
        and (${target} = any($4::uuid[]) or x.created_at >= $5::timestamptz - interval '10 minutes')`;
  });
  const used = new Set<string>();
  const along = new Map<string, HangingRecord[]>();
  if (arms.length === 0) return { used, along };
  const caused = isCaused("c", "$2::text", "$3::text");
  const rows = await db.query<Found>({
    text: `select x.object, x.id, x.target, coalesce(told.made, false) as made, coalesce(told.touched, false) as touched
      from (${arms.join(" union all ")}) x cross join lateral (
        select bool_or(c.kind = 'create' and c.road = 'rule' and ${caused}) as made, bool_or(not coalesce(${caused}, false)) as touched,
          bool_or(c.kind = 'create' and c.road <> 'rule' and ${caused}) as direct
        from ${systemTable(context.workspace, "changes")} c where c.record = x.id) told
      where told.direct is not true and (told.made or x.target = any($4::uuid[]))`,
    values: [written.map(({ record }) => record), cause.object, cause.id, made, since],
  });
  for (const { object, id, target, ...row } of rows) {
    if (!row.made || row.touched) used.add(target);
    else along.set(target, [...(along.get(target) ?? []), { object, id }]);
  }
  return { used, along };
}

/** Each link once, also where it may point at several objects. */
function hangingLinks(
  { catalog }: Context,
  cause: Cause,
  written: readonly Written[],
): readonly { readonly object: string; readonly field: string }[] {
  const links = [...new Set(written.map(({ object }) => object))]
    .flatMap((name) => catalog.inbound.get(name) ?? [])
    .filter(
      ({ object, field }) => object !== cause.object && isHangingLink(catalog.object(object)?.byName[field]),
    );
  return [...new Map(links.map((link) => [`${link.object}.${link.field}`, link])).values()];
}
