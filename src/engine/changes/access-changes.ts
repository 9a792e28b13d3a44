import { department } from "../../objects/system/department/department.object.ts";
import { share } from "../../objects/system/share/share.object.ts";
import { sharingRule } from "../../objects/system/sharing-rule/sharing-rule.object.ts";
import { user } from "../../objects/system/user/user.object.ts";
import { partOf } from "../../shared/metadata/record-of.ts";
import type { Context, Principal } from "../kernel/context.ts";
import type { LoggedChange } from "../kernel/hooks.ts";
import { isFor } from "../access/shared-records.ts";
import { type Grantee } from "../kernel/visibility.ts";
import { sightWhile } from "../access/sight-while.ts";
import { valuesOf } from "../values/row-values.ts";
import { tableOf } from "../schema/names.ts";

/**
 * What must be read again because the caller's sight of it changed: all ("*"), an object, or one record with
 * what hangs on it.
 */
export interface Reset {
  readonly object: string;
  readonly scope: "all" | { readonly id: string };
}
/** Objects whose records say who sees what. */
export const ACCESS_OBJECTS = [
  "role",
  "user_role",
  "user",
  "department",
  "user_department",
  "team",
  "team_member",
  "share",
  "sharing_rule",
];
const ALL: Reset = { object: "*", scope: "all" };
const OF_A_PERSON = ["user_role", "user_department", "team_member"];
/** Their rows say whom a change concerns, also after it. */
const LOOKED_UP = [...OF_A_PERSON, "share", "sharing_rule"];

/**
 * Of changes of roles, people, departments, teams, shares and rules: those that touch the caller, by number.
 * One statement at most.
 */
export async function resetsFor(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<number, Reset>> {
  const sources = [...sightWhile.read(context.hooks).values()];
  const sight = changes.filter(
    ({ object }) => ACCESS_OBJECTS.includes(object) || sources.some((one) => one.object === object),
  );
  if (sight.length === 0 || context.principal.kind === "system") return new Map();
  const rows = await readRows(context, sight);
  const resets = new Map<number, Reset>();
  for (const change of sight) {
    const row = rows.get(change.record) ?? {};
    const reset = ACCESS_OBJECTS.includes(change.object)
      ? touches(context.principal, change, row)
      : shownFor(context, change, row);
    if (reset) resets.set(change.seq, reset);
  }
  return resets;
}

/** As the database has it: whose it is, or whom it is for and what it opens. */
interface Row {
  readonly user?: string;
  readonly to?: string | null;
  readonly to__object?: Grantee["object"] | null;
  readonly below?: boolean | null;
  readonly regarding?: string;
  readonly regarding__object?: string;
  readonly object?: string;
}
async function readRows(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<string, Row>> {
  const values: unknown[] = [];
  const sources = [...sightWhile.read(context.hooks).values()].map(({ object }) => object);
  const arms = [...LOOKED_UP, ...new Set(sources)].flatMap((name) => {
    const ids = changes.filter(({ object }) => object === name).map(({ record }) => record);
    if (ids.length === 0) return [];
    values.push(ids);
    return [
      `select t.id, to_jsonb(t) as row from ${tableOf(context.workspace, name)} t where t.id = any($${values.length}::uuid[])`,
    ];
  });
  if (arms.length === 0) return new Map();
  const rows = await context.db.query<{ id: string; row: Row }>({ text: arms.join(" union all "), values });
  return new Map(rows.map(({ id, row }) => [id, row]));
}

/** What shows a record for a while, and to whom: by what stands in its row and what the change says of it. */
function shownFor(context: Context, { object, before, after }: LoggedChange, row: Row): Reset | null {
  const known = context.catalog.object(object);
  if (!known) return null;
  const now = valuesOf(known, row as Record<string, unknown>);
  const { principal } = context;
  for (const source of sightWhile.read(context.hooks).values())
    if (source.object === object)
      for (const values of [now, { ...now, ...before }, { ...now, ...after }])
        for (const { object: name, record, to } of source.shows(values)) {
          const isMine =
            "person" in to
              ? to.person === principal.id
              : principal.roles.some((role) => role.name === to.role);
          if (isMine) return { object: name, scope: { id: record } };
        }
  return null;
}

function touches(principal: Principal, change: LoggedChange, row: Row): Reset | null {
  const { object, record, before, after } = change;
  const { reach } = principal;
  if (OF_A_PERSON.includes(object)) return row.user === principal.id ? ALL : null;
  if (object === "role")
    return principal.roles.some((role) => role.id === record) || reach?.roles.includes(record) ? ALL : null;
  if (object === "team") return "active" in after || change.kind !== "update" ? ALL : null;
  if (object === "user") {
    if (record === principal.id)
      return "department" in after || "manager" in after || "active" in after ? ALL : null;
    const line = [principal.id, ...(reach?.reports ?? [])];
    const managers = [partOf(user, before).manager, partOf(user, after).manager];
    return "manager" in after &&
      (reach?.reports.includes(record) || managers.some((id) => id && line.includes(id)))
      ? ALL
      : null;
  }
  if (object === "department") {
    const near = [...principal.subtree, ...(reach?.above ?? [])];
    const moved = "parent" in after || change.kind === "delete" || change.kind === "restore";
    const parents = [partOf(department, before).parent, partOf(department, after).parent];
    return moved && [record, ...parents].some((id) => id && near.includes(id)) ? ALL : null;
  }
  return given(principal, change, row);
}

/** A share or a rule touches whom it is for now, and whom it was for before. */
function given(principal: Principal, { object, before }: LoggedChange, row: Row): Reset | null {
  const now: Grantee | null = row.to && row.to__object ? { object: row.to__object, id: row.to } : null;
  // A share has what is read of a rule, all but its object.
  const was = partOf(sharingRule, before);
  const below = row.below === true || was.below === true;
  if (![now, was.to].some((to) => to && isFor(principal, to, below))) return null;
  if (object === share.name)
    return { object: String(row.regarding__object), scope: { id: String(row.regarding) } };
  return (was.object ?? null) === null ? { object: String(row.object), scope: "all" } : ALL;
}
